'use client';
import { Alert, Button, Group, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { errorData } from '@/trpc/client';
import { Dialog } from '@/ui/dialog';

export interface PutInUseDialogProps {
  title: string;
  /** What happens, and what changes. */
  children: ReactNode;
  button: string;
  pending: boolean;
  error: unknown;
  /** Something above is to be ticked first. */
  disabled?: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Asks for the reason before weights are put in use. */
export const PutInUseDialog = (props: PutInUseDialogProps) => {
  const { title, children, button, pending, error, disabled, onConfirm, onClose } = props;
  const [reason, setReason] = useState('');
  const failure = error == null ? null : errorData(error);
  const atReason = failure?.issues.find(({ path }) => path === 'reason')?.message;
  return (
    <Dialog onClose={onClose} title={title} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm(reason);
        }}
      >
        {children}
        <Textarea
          mt={16}
          label="Why"
          description="It stands in the history and in the audit log, with your name."
          autosize
          minRows={2}
          data-autofocus
          value={reason}
          error={atReason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {failure !== null && atReason === undefined && (
          <Alert color="red" mt={12} role="alert" title="Not done">
            {failure.message}
          </Alert>
        )}
        <Text size="sm" c="dimmed" mt={12}>
          Nobody is rejected by a change of weights.
        </Text>
        <Group mt={16} gap={8}>
          <Button type="submit" loading={pending} disabled={disabled}>
            {button}
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </form>
    </Dialog>
  );
};
