'use client';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { WeightsOverview } from '@/domain/matching/schema/weights';
import type { WeightSet } from '@/domain/scoring/schema';
import { errorData, useTRPC } from '@/trpc/client';

/** Saves the sliders as the draft that all admins share. */
export const useLabDraft = ({ draft }: WeightsOverview, onSaved: () => void) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useMutation(
    trpc.weights.saveDraft.mutationOptions({
      onSuccess: (saved) => {
        queryClient.setQueryData(
          trpc.weights.overview.queryKey(),
          (known) => known && { ...known, draft: saved },
        );
        onSaved();
        notifications.show({
          message: `Saved as ${saved.name}, a draft. It ranks nobody until it is published.`,
        });
      },
    }),
  );
  return {
    save: (factors: WeightSet['factors']) => mutate({ revision: draft?.revision ?? null, factors }),
    isPending,
    failure: error === null ? null : errorData(error).message,
  };
};
