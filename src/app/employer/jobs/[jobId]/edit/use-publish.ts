'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { jobCriteria, protectedOf } from '@/domain/jobs/criteria/job';
import type { JobDraft } from '@/domain/jobs/schema';
import { criteriaReasonSchema, type JobCriterion } from '@/domain/jobs/schema/criteria';
import { errorData, useTRPC } from '@/trpc/client';
import { jobHref } from '../../../routes';
import type { useDraft } from './use-draft';

interface PublishOptions extends Pick<ReturnType<typeof useDraft>, 'flush' | 'revision'> {
  jobId: string;
  draft: JobDraft;
  /** Whether nothing else stands in the way: a reason is asked for last. */
  ready: boolean;
  onIssues: (issues: { path: string; message: string }[]) => void;
}

/** Publishes the saved draft. Protected criteria in its words take a reason first, which is kept while the dialog is closed. */
export const usePublish = ({ jobId, draft, ready, flush, revision, onIssues }: PublishOptions) => {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<readonly JobCriterion[] | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const publish = useMutation(
    trpc.jobs.publish.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries();
        router.push(jobHref(jobId));
      },
    }),
  );

  const send = (found: readonly JobCriterion[], said?: string): void =>
    publish.mutate(
      {
        jobId,
        revision: revision(),
        ...(said !== undefined && {
          criteria: { words: [...new Set(found.map(({ quote }) => quote))], reason: said },
        }),
      },
      {
        onError: (error) => {
          const { issues } = errorData(error);
          if (
            said === undefined &&
            found.length > 0 &&
            issues.some(({ path }) => path === 'criteria.reason')
          ) {
            publish.reset();
            setAsking(found);
            return;
          }
          setAsking(null);
          if (issues.length > 0) onIssues(issues);
        },
      },
    );

  return {
    pending: publish.isPending || publish.isSuccess,
    failure: publish.isError ? errorData(publish.error) : null,
    start: async (): Promise<void> => {
      if (!(await flush())) return;
      const found = protectedOf(jobCriteria(draft));
      if (found.length > 0 && ready) setAsking(found);
      else send(found);
    },
    /** What the dialog shows; null = it is closed. */
    asking,
    reason,
    problem,
    setReason: (typed: string): void => {
      setReason(typed);
      setProblem(undefined);
    },
    confirm: (): void => {
      const said = criteriaReasonSchema.shape.reason.safeParse(reason);
      if (said.success) send(asking ?? [], said.data);
      else setProblem(said.error.issues[0]?.message);
    },
    close: (): void => setAsking(null),
  };
};
