'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorData, useTRPC } from '@/trpc/client';

interface Whom {
  candidateId: string;
  who: string;
}

export interface LastAsk {
  /** Names what was asked, for undo. */
  factRequestIds: readonly string[];
  title: string;
}

/** Asking people of a job's ranking for what is not known of them, and taking it back before the mail leaves. */
export const useAsk = (jobId: string) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [last, setLast] = useState<LastAsk | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const refresh = () => queryClient.invalidateQueries(trpc.pipeline.match.pathFilter());
  const ask = useMutation(trpc.pipeline.ask.mutationOptions());
  const cancel = useMutation(trpc.pipeline.cancelAsk.mutationOptions());

  /** `questionId` null asks each for the first fact that is missing. */
  const askFor = async (people: readonly Whom[], questionId: string | null): Promise<void> => {
    setProblem(null);
    const results = await Promise.allSettled(
      people.map(({ candidateId }) => ask.mutateAsync({ jobId, candidateId, questionId })),
    );
    const asked = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const refused = results.filter((result) => result.status === 'rejected');
    const [first, [refusal]] = [asked[0], refused];
    if (first !== undefined) {
      const one = asked.length === 1 && people.length === 1;
      setLast({
        factRequestIds: asked.map(({ factRequestId }) => factRequestId),
        title: one ? `Asked ${people[0]?.who ?? ''}: ${first.label}` : `Asked ${asked.length} people`,
      });
    }
    if (refusal !== undefined) {
      const { message } = errorData(refusal.reason);
      setProblem(people.length === 1 ? message : `${refused.length} could not be asked. ${message}`);
    }
    await refresh();
  };

  const undo = async (): Promise<void> => {
    const taken = last?.factRequestIds ?? [];
    setLast(null);
    const results = await Promise.allSettled(
      taken.map((factRequestId) => cancel.mutateAsync({ factRequestId })),
    );
    const refused = results.find((result) => result.status === 'rejected');
    if (refused !== undefined) setProblem(errorData(refused.reason).message);
    await refresh();
  };

  return {
    ask: (people: readonly Whom[], questionId: string | null = null) => void askFor(people, questionId),
    asking: ask.isPending,
    last,
    forgetLast: () => setLast(null),
    undoLast: () => void undo(),
    problem,
    clearProblem: () => setProblem(null),
  };
};
