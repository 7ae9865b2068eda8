'use client';
import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { NOTE_LENGTH, NOTE_TOO_LONG, REJECT_REASONS, type RejectReason } from '@/domain/pipeline/schema';
import { LetterCount } from '@/ui/letter-count';
import { REASON_WORDS } from '@/ui/review/words';

export interface RejectDialogProps {
  /** Whom: a name, or "3 people". */
  who: string;
  opened: boolean;
  onClose: () => void;
  onReject: (reason: RejectReason, note: string | null) => void;
}

/**
 * Rejecting needs a reason that a person chooses; the note stays inside the organisation. What was chosen and typed is kept while
 * closed; another `key` begins anew.
 */
export function RejectDialog({ who, opened, onClose, onReject }: RejectDialogProps) {
  const [reason, setReason] = useState<RejectReason | null>(null);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const tooLong = note.trim().length > NOTE_LENGTH;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (reason === null || tooLong) return;
    onReject(reason, note.trim() === '' ? null : note.trim());
  };
  return (
    <Modal opened={opened} onClose={onClose} title={`Reject ${who}`}>
      <form onSubmit={submit}>
        <Radio.Group
          label="Why?"
          description="A person decides, never the score. You can take it back."
          withAsterisk
          value={reason}
          onChange={(chosen) => setReason(REJECT_REASONS.find((known) => known === chosen) ?? null)}
          error={asked && reason === null ? 'Choose a reason.' : null}
        >
          <Stack gap={10} mt={10} mb={6}>
            {REJECT_REASONS.map((known, index) => (
              <Radio
                key={known}
                size="xs"
                value={known}
                label={REASON_WORDS[known]}
                {...(index === 0 && { 'data-autofocus': true })}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          mt={14}
          label="Note for your team"
          autosize
          minRows={2}
          maxRows={8}
          error={tooLong && NOTE_TOO_LONG}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <LetterCount value={note.trim()} most={NOTE_LENGTH} />
        <Group mt={16} justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color="brick">
            Reject
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
