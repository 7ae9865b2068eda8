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
  /** What is done on confirming; held while there is no connection. */
  step: { isPending: boolean; isPaused: boolean; error: unknown };
  /** Something above is to be ticked first. */
  disabled?: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Asks for the reason before weights are put in use. */
export const PutInUseDialog = (props: PutInUseDialogProps) => {
  const { title, children, button, step, disabled, onConfirm, onClose } = props;
  const [reason, setReason] = useState('');
  const failure = step.error == null ? null : errorData(step.error);
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
        {step.isPaused && (
          <Alert color="honey" mt={12} role="status" title="No connection">
            This is done when the connection is back.
          </Alert>
        )}
        {failure !== null && atReason === undefined && (
          <Alert color="red" mt={12} role="alert" title="Not done">
            {failure.message}
          </Alert>
        )}
        <Text size="sm" c="dimmed" mt={12}>
          Nobody is rejected by a change of weights.
        </Text>
        <Group mt={16} gap={8}>
          <Button
            type="submit"
            loading={step.isPending && !step.isPaused}
            disabled={disabled || step.isPaused}
          >
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
