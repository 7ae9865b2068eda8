'use client';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { WeightsOverview } from '@/domain/matching/schema/weights';
import { errorData, useTRPC } from '@/trpc/client';

/** Lets the saved draft be scored on each run from now on, shown to nobody. */
export const useShadow = ({ draft }: WeightsOverview) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation(
    trpc.weights.startShadow.mutationOptions({
      onSuccess: () =>
        notifications.show({
          message: 'Runs in shadow from now on: scored beside the weights in use, and shown to nobody.',
        }),
      onError: (error) => notifications.show({ color: 'red', message: errorData(error).message }),
      onSettled: () => queryClient.invalidateQueries(trpc.weights.shadow.pathFilter()),
    }),
  );
  return { start: () => draft !== null && mutate({ revision: draft.revision }), isPending };
};
