'use client';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from 'nuqs';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useMediaQuery } from '@mantine/hooks';
import type { Decision, RejectReason } from '@/domain/pipeline/schema';
import { BANDS, MATCH_GROUPS } from '@/domain/scoring/schema';
import { errorData, useTRPC } from '@/trpc/client';
import { cameFromList, forgetList, rememberList } from './came-from-list';
import { useDecisions } from './use-decisions';
import { useMoved } from './use-moved';

const POLL_MS = 1000;
const PULSE_MS = 3000;
const STAGE_FILTERS = ['open', 'shortlisted', 'rejected', 'all'] as const;

/** The address holds what is shown, so that it can be shared and the back button works. */
const state = {
  group: parseAsStringLiteral(MATCH_GROUPS).withDefault('ranked'),
  bands: parseAsArrayOf(parseAsStringLiteral(BANDS)).withDefault([]),
  min: parseAsInteger.withDefault(0),
  stage: parseAsStringLiteral(STAGE_FILTERS).withDefault('open'),
  /** Only those who moved since the last visit. */
  moved: parseAsBoolean.withDefault(false),
  person: parseAsString,
};

/** Nobody is signed in any more: asking again would be refused again. */
const signedOut = (error: unknown): boolean => error !== null && errorData(error).code === 'unauthenticated';

/** A job's ranking under a recruiter's hands: what is listed and open, deciding, and taking a decision back. */
export const useReview = (jobId: string) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [view, setView] = useQueryStates(state, { history: 'replace' });
  const { group, bands, stage } = view;
  // Where list and person take turns, nobody is open until somebody is chosen.
  const sideBySide = useMediaQuery('(min-width: 900px)', true, { getInitialValueInEffect: false });
  const nobody = !sideBySide && view.person === null;
  const ranking = useQuery(
    trpc.pipeline.matches.queryOptions(
      { jobId, group, bands, minimumScore: view.min, stage },
      {
        placeholderData: keepPreviousData,
        refetchInterval: ({ state: query }) =>
          query.data?.computing == null || signedOut(query.error) ? false : POLL_MS,
      },
    ),
  );
  const moved = useMoved(jobId, ranking.data);
  const onlyMoved = view.moved && moved.view !== null;
  const rows = useMemo(() => {
    const listed = ranking.data?.rows ?? [];
    return onlyMoved ? listed.filter(({ candidateId }) => moved.byId.has(candidateId)) : listed;
  }, [ranking.data, onlyMoved, moved.byId]);
  const index = Math.max(
    0,
    rows.findIndex((row) => row.candidateId === view.person),
  );
  const selected = nobody ? undefined : (rows.find((row) => row.candidateId === view.person) ?? rows[0]);
  const candidateId = selected?.candidateId ?? view.person;
  const openId = selected?.candidateId ?? null;
  const match = useQuery(
    trpc.pipeline.match.queryOptions(
      { jobId, candidateId: candidateId ?? '' },
      { enabled: candidateId !== null && candidateId !== undefined, placeholderData: keepPreviousData },
    ),
  );

  // A run that a résumé or an answer set off shows without being asked for.
  const pulse = useQuery(
    trpc.pipeline.pulse.queryOptions(
      { jobId },
      { refetchInterval: ({ state: query }) => (signedOut(query.error) ? false : PULSE_MS), staleTime: 0 },
    ),
  );
  const beat = pulse.data;
  const isNews = pulse.dataUpdatedAt > ranking.dataUpdatedAt;
  const shown = ranking.data;
  useEffect(() => {
    if (beat === undefined || shown === undefined || !isNews) return;
    const same = beat.runId === shown.runId && beat.patches === shown.patches;
    if (same && (!beat.active || shown.computing !== null)) return;
    void queryClient.invalidateQueries(trpc.pipeline.matches.pathFilter());
  }, [beat, isNews, shown, queryClient, trpc]);

  /** A new run, or a person scored anew within it, changes what open explanations say. */
  const revision = shown === undefined ? undefined : `${shown.runId}:${shown.patches}`;
  const seenRevision = useRef(revision);
  useEffect(() => {
    if (revision === seenRevision.current) return;
    seenRevision.current = revision;
    void queryClient.invalidateQueries(trpc.pipeline.match.pathFilter());
    void queryClient.invalidateQueries(trpc.pipeline.moved.pathFilter());
    void queryClient.invalidateQueries(trpc.pipeline.history.pathFilter());
    void queryClient.invalidateQueries(trpc.jobs.list.pathFilter());
  }, [revision, queryClient, trpc]);

  const answerContest = useMutation(
    trpc.pipeline.answerContest.mutationOptions({
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.pipeline.pathFilter()),
          queryClient.invalidateQueries(trpc.jobs.list.pathFilter()),
        ]),
    }),
  );

  const decisions = useDecisions(jobId, rows);
  const open = useCallback((id: string) => void setView({ person: id }), [setView]);
  /** Opens somebody of the list. Where the person takes the list's place, Back leads to the list again. */
  const choose = (id: string) => {
    if (!sideBySide && view.person === null) {
      void setView({ person: id }, { history: 'push' }).then(() => rememberList(jobId));
    } else open(id);
  };
  const backToList = () => {
    if (cameFromList(jobId)) window.history.back();
    else void setView({ person: null });
    forgetList(jobId);
  };
  const step = useCallback(
    (by: number) => {
      const next = rows[Math.min(rows.length - 1, Math.max(0, index + by))];
      if (next !== undefined) open(next.candidateId);
    },
    [rows, index, open],
  );

  const decide = (
    ids: readonly string[],
    to: Decision,
    reason: RejectReason | null = null,
    note: string | null = null,
  ) => {
    const following = rows.slice(index + 1).find((row) => !ids.includes(row.candidateId));
    decisions.decide(ids, to, reason, note);
    if (to === 'rejected' && following !== undefined) open(following.candidateId);
  };

  return {
    ...decisions,
    jobId,
    view,
    setView,
    ranking,
    rows,
    moved,
    /** The list holds those who moved alone. */
    onlyMoved,
    sideBySide,
    selected,
    openId,
    index,
    match,
    open,
    choose,
    backToList,
    step,
    decide,
    contest: {
      onAnswer: answerContest.mutate,
      busy: answerContest.isPending,
      problem: answerContest.isError ? errorData(answerContest.error).message : null,
    },
    /** The session ended: nothing that is shown is asked for anew. */
    signedOut: [ranking.error, pulse.error, match.error].some(signedOut),
  };
};
export type Review = ReturnType<typeof useReview>;
