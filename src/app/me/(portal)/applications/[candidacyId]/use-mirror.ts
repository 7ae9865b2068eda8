'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorData, useTRPC } from '@/trpc/client';

const POLL_MS = 1500;

/** A mirror under its person's hands: what it says, correcting a fact, taking that back, and withdrawing. */
export const useMirror = (candidacyId: string) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const query = useQuery(
    trpc.portal.mirror.queryOptions(
      { candidacyId },
      { refetchInterval: ({ state }) => (state.data?.state === 'computing' ? POLL_MS : false) },
    ),
  );
  const facts = useQuery(trpc.portal.facts.queryOptions());
  const [before, setBefore] = useState<number | null>(null);
  const [versionId, setVersionId] = useState<string | null>(null);
  const [withdrawn, setWithdrawn] = useState(false);
  const refresh = () => queryClient.invalidateQueries(trpc.portal.pathFilter());
  /** After a change was saved: what the score was, and the version that undo takes back; null = it cannot. */
  const saved = (newVersionId: string | null) => {
    setBefore(query.data?.explanation?.score.expected ?? null);
    setVersionId(newVersionId);
    void refresh();
  };
  const correct = useMutation(
    trpc.portal.saveProfile.mutationOptions({
      onSuccess: (result) => saved(result.versionId),
      onError: () => void refresh(),
    }),
  );
  const undo = useMutation(
    trpc.portal.undoChange.mutationOptions({
      onSettled: () => {
        setVersionId(null);
        return refresh();
      },
    }),
  );
  const leave = useMutation(
    trpc.portal.withdraw.mutationOptions({ onSuccess: () => setWithdrawn(true), onSettled: refresh }),
  );
  const comeBack = useMutation(
    trpc.portal.undoWithdrawal.mutationOptions({
      onSettled: () => {
        setWithdrawn(false);
        return refresh();
      },
    }),
  );
  const told = (...errors: unknown[]): string | null => {
    const error = errors.find((one) => one !== null);
    return error === undefined ? null : errorData(error).message;
  };
  /** Puts the level of one skill right; one that was not found is added. */
  const fix = (skillId: string, level: 1 | 2 | 3 | 4) => {
    if (facts.data === undefined) return;
    const { profile } = facts.data;
    const known = profile.skills.some((skill) => skill.skillId === skillId);
    const skills = known
      ? profile.skills.map((skill) => (skill.skillId === skillId ? { ...skill, level } : skill))
      : [...profile.skills, { from: null, skillId, level }];
    correct.mutate({ versionId: facts.data.versionId, edits: { skills } });
  };
  return {
    query,
    before: query.data?.state === 'computing' ? null : before,
    fix,
    saved,
    change: {
      versionId,
      busy: correct.isPending || facts.data === undefined,
      problem: told(correct.error, undo.error),
    },
    undoChange: () => versionId !== null && undo.mutate({ versionId }),
    forgetChange: () => setVersionId(null),
    withdrawal: {
      start: () => leave.mutate({ candidacyId }),
      undo: () => comeBack.mutate({ candidacyId }),
      forget: () => setWithdrawn(false),
      busy: leave.isPending,
      undoable: withdrawn,
      problem: told(leave.error, comeBack.error),
    },
  };
};
