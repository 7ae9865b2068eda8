'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { useCallback, useEffect, useState } from 'react';
import type { JobDraft, JobQuestionId } from '@/domain/jobs/schema';
import { useTRPC } from '@/trpc/client';
import type { RelaxStepView } from '@/ui/relax/relax-meter';

interface Applied {
  key: number;
  text: string;
  answers: JobDraft;
  /** The answers of before, to take them back. */
  before: JobDraft;
}

const idsOf = (answers: JobDraft): JobQuestionId[] => Object.keys(answers) as JobQuestionId[];
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The meter of the saved draft, the figures of before while new ones are counted; undefined until there are any, null while too
 * little is asked. A step that is applied changes the form's answers, and is listed for undo as long as they stand so. The
 * address may name a step (`?loosen=`) to be applied once.
 */
export const useRelaxations = (jobId: string, draft: JobDraft, onChange: (changes: JobDraft) => void) => {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.jobs.relaxations.queryOptions({ jobId, of: 'draft' }, { placeholderData: keepPreviousData }),
  );
  const [applied, setApplied] = useState<Applied[]>([]);
  const [asked, setAsked] = useQueryState('loosen', parseAsString.withOptions({ history: 'replace' }));

  const apply = useCallback(
    ({ text, answers }: Pick<RelaxStepView, 'text' | 'answers'>) => {
      const before = Object.fromEntries(idsOf(answers).map((id) => [id, draft[id]])) as JobDraft;
      setApplied((list) => [...list, { key: (list.at(-1)?.key ?? 0) + 1, text, answers, before }]);
      onChange(answers);
    },
    [draft, onChange],
  );
  const undo = (key: number) => {
    const step = applied.find((one) => one.key === key);
    if (step === undefined) return;
    setApplied(applied.filter((one) => one.key !== key));
    onChange(step.before);
  };

  const { data } = query;
  useEffect(() => {
    if (asked === null || data === undefined) return;
    const step = data?.steps.find(({ id }) => id === asked);
    void setAsked(null).then(() => step !== undefined && apply(step));
  }, [asked, data, apply, setAsked]);

  return {
    relaxations: data,
    counting: query.isFetching,
    error: query.isError && data === undefined ? query.error : null,
    again: () => void query.refetch(),
    /** Applied steps whose answers still stand; the last one first. */
    applied: applied
      .filter(({ answers }) => idsOf(answers).every((id) => same(answers[id], draft[id])))
      .toReversed(),
    apply,
    undo,
  };
};
