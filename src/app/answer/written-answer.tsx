'use client';
import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { SCREENING_ANSWER_LENGTH, SCREENING_ANSWER_TOO_LONG, UNSAID } from '@/domain/candidates/schema';

export interface WrittenAnswerProps {
  labelId: string;
  /** "Prefer not to say". */
  unsaid: string;
  /** That was what was sent. */
  sent: boolean;
  busy: boolean;
  problem: string | undefined;
  onSend: (answer: string) => void;
}

/** An employer's question that is answered in words. */
export const WrittenAnswer = ({ labelId, unsaid, sent, busy, problem, onSend }: WrittenAnswerProps) => {
  const [text, setText] = useState('');
  const tooLong = text.trim().length > SCREENING_ANSWER_LENGTH;
  return (
    <>
      <Textarea
        aria-labelledby={labelId}
        autosize
        minRows={4}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={problem ?? (tooLong && SCREENING_ANSWER_TOO_LONG)}
      />
      <Group mt={18} gap={12}>
        <Button
          size="md"
          h={48}
          loading={busy}
          disabled={text.trim() === '' || tooLong}
          onClick={() => onSend(text.trim())}
        >
          Save
        </Button>
        <Button
          size="md"
          h={48}
          variant="default"
          disabled={busy}
          aria-pressed={sent}
          onClick={() => onSend(UNSAID)}
        >
          {unsaid}
        </Button>
      </Group>
    </>
  );
};
