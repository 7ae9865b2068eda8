'use client';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { WeightsOverview } from '@/domain/matching/schema/weights';
import type { WeightSet } from '@/domain/scoring/schema';
import { errorData, useTRPC } from '@/trpc/client';

/**
 * Saves the sliders as the draft that all admins share; `onSaved` gets what was saved. `held` is whether a save waits for the
 * connection.
 */
export const useLabDraft = ({ draft }: WeightsOverview, onSaved: (factors: WeightSet['factors']) => void) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { mutate, isPending, isPaused, error } = useMutation(
    trpc.weights.saveDraft.mutationOptions({
      onSuccess: (saved, sent) => {
        queryClient.setQueryData(
          trpc.weights.overview.queryKey(),
          (known) => known && { ...known, draft: saved },
        );
        onSaved(sent.factors);
        notifications.show({
          message: `Saved as ${saved.name}, a draft. It ranks nobody until it is published.`,
        });
      },
    }),
  );
  return {
    save: (factors: WeightSet['factors']) => mutate({ revision: draft?.revision ?? null, factors }),
    isPending: isPending && !isPaused,
    held: isPaused,
    failure: error === null ? null : errorData(error).message,
  };
};
