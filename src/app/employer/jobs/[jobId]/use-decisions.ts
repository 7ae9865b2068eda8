'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Decision as Stage, RejectReason } from '@/domain/pipeline/schema';
import { errorData, useTRPC } from '@/trpc/client';
import { lastMoveOf, whoOf, withoutMoves, type Decision, type Decisions, type Move } from './decisions';

type Rows = Parameters<typeof whoOf>[1];

/**
 * Deciding about people of a job and taking it back, a decision at a time. Steps run one after the other, so that what is
 * taken back is the newest; somebody whose move is on its way is not moved a second time.
 */
export const useDecisions = (jobId: string, rows: Rows) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [decisions, setDecisions] = useState<Decisions>([]);
  const [told, setTold] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [moving, setMoving] = useState<ReadonlySet<string>>(new Set());
  /** The same as the state of the same name, for a key that is pressed before the next render. */
  const now = useRef({ decisions, moving: new Set<string>(), work: Promise.resolve() });
  const { mutateAsync: move } = useMutation(trpc.pipeline.move.mutationOptions());
  const { mutateAsync: undo } = useMutation(trpc.pipeline.undo.mutationOptions());

  const keep = (next: Decisions) => {
    now.current.decisions = next;
    setDecisions(next);
  };
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.pipeline.pathFilter()),
      queryClient.invalidateQueries(trpc.jobs.list.pathFilter()),
    ]);
  const tellFailures = (results: readonly PromiseSettledResult<unknown>[]) => {
    const failed = results.filter((result) => result.status === 'rejected');
    if (failed.length === 0) return;
    const { message } = errorData(failed[0]?.reason);
    setProblem(results.length === 1 ? message : `${failed.length} of ${results.length} stayed: ${message}`);
  };
  /** Runs a step after the ones before it, and holds its people until the lists say what it did. */
  const next = (ids: readonly string[], step: () => Promise<void>) => {
    const { moving: held } = now.current;
    const hold = () => setMoving(new Set(held));
    for (const id of ids) held.add(id);
    hold();
    setProblem(null);
    const before = now.current.work;
    const release = async () => {
      await refresh();
      for (const id of ids) held.delete(id);
      hold();
    };
    const run = async () => {
      await before;
      await step();
      void release();
    };
    now.current.work = run();
  };

  const decide = (
    ids: readonly string[],
    to: Stage,
    reason: RejectReason | null = null,
    note: string | null = null,
  ) => {
    const free = ids.filter((id) => !now.current.moving.has(id));
    if (free.length === 0) return;
    next(free, async () => {
      const results = await Promise.allSettled(
        free.map((candidateId) => move({ jobId, candidateId, to, reason, note })),
      );
      const moves = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      tellFailures(results);
      const [first] = moves;
      if (first === undefined) return;
      const who = whoOf(
        moves.map(({ candidateId }) => candidateId),
        rows,
      );
      keep([...now.current.decisions, { id: first.eventId, to, who, moves }]);
      setTold(first.eventId);
    });
  };

  const undoMoves = async (moves: readonly Move[]) => {
    // A move that cannot be taken back any more leaves as well, or it would be in the way of the ones before it.
    keep(withoutMoves(now.current.decisions, moves));
    setTold(null);
    tellFailures(await Promise.allSettled(moves.map(({ eventId }) => undo({ eventId }))));
  };

  /** Takes the newest decision back, all of it; false when this visit has none left. */
  const undoLast = (): boolean => {
    const { decisions: made, moving: held } = now.current;
    if (made.length === 0 && held.size === 0) return false;
    const ids = made.at(-1)?.moves.map(({ candidateId }) => candidateId) ?? [];
    next(ids, async () => {
      const last = now.current.decisions.at(-1);
      if (last !== undefined) await undoMoves(last.moves);
    });
    return true;
  };

  /** Takes back what was decided about one person; what was decided before this visit, back to New. */
  const takeBack = (candidateId: string) => {
    if (now.current.moving.has(candidateId)) return;
    next([candidateId], async () => {
      const last = lastMoveOf(now.current.decisions, candidateId);
      if (last !== null) return undoMoves([last]);
      const moved = move({ jobId, candidateId, to: 'new', reason: null, note: null });
      return tellFailures(await Promise.allSettled([moved]));
    });
  };

  const last: Decision | null = decisions.find(({ id }) => id === told) ?? null;
  return {
    decide,
    undoLast,
    takeBack,
    /** People whose move is on its way. */
    moving,
    /** Whom the newest decision is about; null when there is none. */
    newest: decisions.at(-1) ?? null,
    /** What the toast tells of; null once it was told. */
    last,
    forgetLast: () => setTold(null),
    problem,
    clearProblem: () => setProblem(null),
  };
};
