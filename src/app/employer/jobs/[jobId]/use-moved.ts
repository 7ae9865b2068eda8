import { useDocumentVisibility } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { MovedView } from '@/domain/pipeline/schema/moved';
import type { RankingView } from '@/domain/pipeline/schema/ranking';
import { useTRPC } from '@/trpc/client';
import { lastVisitWords } from '@/ui/review/moved-words';
import { useMember } from '../../member';

/** A ranking that was in sight for so long was looked at; what is only passed through was not. */
const LOOKED_MS = 2_000;

/** Who moved since the member's last visit to a job's ranking; remembers that they look at it now. */
export const useMoved = (jobId: string, ranking: RankingView | undefined) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { timeZone } = useMember();
  const visible = useDocumentVisibility() === 'visible';
  const runId = ranking?.runId ?? null;
  const patches = ranking?.patches ?? 0;
  const query = trpc.pipeline.moved.queryOptions({ jobId }, { enabled: runId !== null, staleTime: Infinity });
  const { data, dataUpdatedAt } = useQuery(query);
  const { mutate: look } = useMutation(trpc.pipeline.look.mutationOptions());
  useEffect(() => {
    if (runId === null || !visible) return;
    const timer = setTimeout(() => look({ jobId, runId, patches }), LOOKED_MS);
    return () => clearTimeout(timer);
  }, [jobId, runId, patches, visible, look]);

  const view = data?.people.length ? data : null;
  return {
    /** null while nobody moved. */
    view,
    byId: useMemo(() => new Map((view?.people ?? []).map((one) => [one.candidateId, one])), [view]),
    since: view === null ? '' : lastVisitWords(view.since, new Date(dataUpdatedAt), timeZone),
    dismiss: () => {
      if (runId === null || data == null) return;
      const settled: MovedView = { ...data, people: [] };
      queryClient.setQueryData(query.queryKey, settled);
      look({ jobId, runId, patches, settle: true });
    },
  };
};
