'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RequestedFacts } from '@/domain/pipeline/schema/fact-request';
import { errorData, useTRPC } from '@/trpc/client';

interface Whom {
  candidateId: string;
  who: string;
}

export interface LastAsk {
  /** Names what was asked, for undo. */
  batchIds: readonly string[];
  title: string;
}

/** The fact, or how many. */
const factsWords = ({ asked }: RequestedFacts): string =>
  asked.length === 1 ? (asked[0]?.label ?? '') : `${asked.length} facts in one mail`;

/** Asking people of a job's ranking for what is not known of them, and taking it back before the mail leaves. */
export const useAsk = (jobId: string) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [last, setLast] = useState<LastAsk | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const refresh = () => queryClient.invalidateQueries(trpc.pipeline.match.pathFilter());
  const ask = useMutation(trpc.pipeline.ask.mutationOptions());
  const cancel = useMutation(trpc.pipeline.cancelAsk.mutationOptions());

  /** No `questionIds` asks each for the first fact that is missing. */
  const askFor = async (people: readonly Whom[], questionIds: readonly string[]): Promise<void> => {
    setProblem(null);
    const results = await Promise.allSettled(
      people.map(({ candidateId }) => ask.mutateAsync({ jobId, candidateId, questionIds: [...questionIds] })),
    );
    const asked = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const refused = results.filter((result) => result.status === 'rejected');
    const [first, [refusal]] = [asked[0], refused];
    if (first !== undefined) {
      const one = asked.length === 1 && people.length === 1;
      setLast({
        batchIds: asked.map(({ batchId }) => batchId),
        title: one ? `Asked ${people[0]?.who ?? ''}: ${factsWords(first)}` : `Asked ${asked.length} people`,
      });
    }
    if (refusal !== undefined) {
      const { message } = errorData(refusal.reason);
      setProblem(people.length === 1 ? message : `${refused.length} could not be asked. ${message}`);
    }
    await refresh();
  };

  const undo = async (): Promise<void> => {
    const taken = last?.batchIds ?? [];
    setLast(null);
    const results = await Promise.allSettled(taken.map((batchId) => cancel.mutateAsync({ batchId })));
    const refused = results.find((result) => result.status === 'rejected');
    if (refused !== undefined) setProblem(errorData(refused.reason).message);
    await refresh();
  };

  return {
    ask: (people: readonly Whom[], questionIds: readonly string[] = []) => void askFor(people, questionIds),
    asking: ask.isPending,
    last,
    forgetLast: () => setLast(null),
    undoLast: () => void undo(),
    problem,
    clearProblem: () => setProblem(null),
  };
};
