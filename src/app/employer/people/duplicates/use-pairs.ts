'use client';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { parseAsString, useQueryStates } from 'nuqs';
import { useState } from 'react';
import type { MergeField, PairView, Side } from '@/domain/candidates/schema/duplicates';
import { errorData, useTRPC } from '@/trpc/client';

export type Choices = Partial<Record<MergeField, Side>>;
/** What was decided last, and how it is taken back. */
export interface Decided {
  id: string;
  title: string;
  text: string;
  undo: () => void;
}

export const keyOf = ({ one, other }: PairView): string => `${one.candidateId}:${other.candidateId}`;
const nameOf = ({ name }: PairView['one']): string => name ?? 'Somebody without a name';

/** The pairs that nobody has decided about, deciding about one, and taking that back. */
export const usePairs = () => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [filter, setFilter] = useQueryStates({ person: parseAsString, import: parseAsString });
  const [decided, setDecided] = useState<Decided | null>(null);
  const [stayed, setStayed] = useState<string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const query = useInfiniteQuery(
    trpc.people.duplicates.infiniteQueryOptions(
      { candidateId: filter.person, importId: filter.import },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.people.pathFilter()),
      queryClient.invalidateQueries(trpc.pipeline.pathFilter()),
    ]);
  const onError = (error: unknown) => {
    setProblem(errorData(error).message);
    void refresh();
  };
  const undoMerge = useMutation(
    trpc.people.undoMerge.mutationOptions({
      onSuccess: (undone) => {
        setStayed(undone.stayed);
        return refresh();
      },
      onError,
    }),
  );
  const merge = useMutation(trpc.people.merge.mutationOptions({ onError }));
  const distinguish = useMutation(trpc.people.distinguish.mutationOptions({ onError, onSuccess: refresh }));
  const begin = () => {
    setProblem(null);
    setStayed([]);
    setDecided(null);
  };

  const same = ({ one, other }: PairView, choices: Choices) => {
    begin();
    const sides = { one: one.candidateId, other: other.candidateId };
    merge.mutate(
      {
        oneId: one.candidateId,
        otherId: other.candidateId,
        oneVersionId: one.versionId,
        otherVersionId: other.versionId,
        choices: Object.fromEntries(Object.entries(choices).map(([field, side]) => [field, sides[side]])),
      },
      {
        onSuccess: ({ mergeId }) => {
          setDecided({
            id: mergeId,
            title: `${nameOf(one)} and ${nameOf(other)} are one person now`,
            text: 'Every open job is ranked again with them. It can be undone on the person’s page later, too.',
            undo: () => {
              setDecided(null);
              undoMerge.mutate({ mergeId });
            },
          });
          void refresh();
        },
      },
    );
  };

  const different = ({ one, other }: PairView) => {
    begin();
    const pair = { oneId: one.candidateId, otherId: other.candidateId };
    distinguish.mutate(
      { ...pair, different: true },
      {
        onSuccess: () =>
          setDecided({
            id: `${pair.oneId}:${pair.otherId}`,
            title: `${nameOf(one)} and ${nameOf(other)} stay two people`,
            text: 'This pair is not shown again.',
            undo: () => {
              setDecided(null);
              distinguish.mutate({ ...pair, different: false });
            },
          }),
      },
    );
  };

  return {
    query,
    pairs: query.data?.pages.flatMap((page) => page.items) ?? [],
    total: query.data?.pages[0]?.total ?? 0,
    filtered: filter.person !== null || filter.import !== null,
    showAll: () => void setFilter({ person: null, import: null }),
    same,
    different,
    busy: merge.isPending || distinguish.isPending || undoMerge.isPending,
    decided,
    forget: () => setDecided(null),
    stayed,
    problem,
    clear: () => {
      setProblem(null);
      setStayed([]);
    },
  };
};
