'use client';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorData, useTRPC } from '@/trpc/client';
import { counted } from '@/ui/score-words';

/** How long a step can be undone from its notice. */
export const TOAST_MS = 10_000;

/** Publishing and rolling back; either can be undone from its notice by putting the set before it in use again. */
export const usePutInUse = () => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries(trpc.weights.pathFilter());
  const undo = useMutation(
    trpc.weights.rollBack.mutationOptions({
      onSuccess: () => notifications.show({ message: 'Undone. The weights before are in use again.' }),
      onError: (error) => notifications.show({ color: 'red', message: errorData(error).message }),
      onSettled: refresh,
    }),
  );
  const tell = ({ number, jobs }: { number: number; jobs: number }): void => {
    const id = `weights-${number}`;
    notifications.show({
      id,
      autoClose: TOAST_MS,
      message: (
        <>
          In use now. {counted(jobs, 'open job')} {jobs === 1 ? 'is' : 'are'} ranked anew.{' '}
          {number > 1 && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                notifications.hide(id);
                undo.mutate({
                  number: number - 1,
                  expected: number,
                  reason: `Undo of publication ${number}.`,
                });
              }}
            >
              Undo
            </Button>
          )}
        </>
      ),
    });
  };
  // Whoever comes second sees the page of what is in use now; its dialog went with the page before, and says nothing any more.
  const tellOfConflict = (error: Parameters<typeof errorData>[0]): void => {
    const { code, message } = errorData(error);
    if (code === 'conflict') notifications.show({ color: 'red', title: 'Not done', message });
  };
  const done = { onSuccess: tell, onError: tellOfConflict, onSettled: refresh };
  return {
    publish: useMutation(trpc.weights.publish.mutationOptions(done)),
    rollBack: useMutation(trpc.weights.rollBack.mutationOptions(done)),
  };
};
