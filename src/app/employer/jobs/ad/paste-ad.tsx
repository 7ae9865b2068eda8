'use client';
import { Alert, Button, Group, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { MAX_AD_LETTERS, readAdSchema, type AdReading } from '@/domain/jobs/schema/ad';
import { errorData, useTRPC } from '@/trpc/client';
import { LetterCount } from '@/ui/letter-count';
import { useMember } from '../../member';

export interface PasteAdProps {
  action: string;
  /** Busy with what follows the reading. */
  busy?: boolean;
  onRead: (reading: AdReading) => void;
  onCancel?: () => void;
}

/** A text area for a job ad, and the button that has it read. What was pasted stays, whatever goes wrong. */
export const PasteAd = ({ action, busy = false, onRead, onCancel }: PasteAdProps) => {
  const trpc = useTRPC();
  const member = useMember();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const read = useMutation(trpc.jobs.readAd.mutationOptions({ onSuccess: onRead }));
  const submit = () => {
    const input = readAdSchema.safeParse({ text, timeZone: member.timeZone });
    setProblem(input.success ? null : (input.error.issues[0]?.message ?? null));
    if (input.success) read.mutate(input.data);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Textarea
        label="Text of the ad"
        description="From your site, a mail or a job board. Title, skills, hours, pay and place are read from it; what it does not say stays open."
        placeholder={'Accountant, part-time\nPune or remote, 4 hours a day, Mon–Fri 9–1\n…'}
        autosize
        minRows={8}
        maxRows={18}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
        error={problem}
        data-autofocus
        autoFocus
      />
      <LetterCount value={text} most={MAX_AD_LETTERS} />
      {read.isError && (
        <Alert mt={14} color="red" role="alert">
          {errorData(read.error).message}
        </Alert>
      )}
      <Group mt={16} gap={8}>
        <Button type="submit" loading={read.isPending || busy}>
          {action}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed" mt={8}>
        Nothing is published yet, and you can undo it.
      </Text>
    </form>
  );
};
