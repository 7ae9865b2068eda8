'use client';
import { useDeferredValue, useMemo } from 'react';
import { jobCriteria } from '@/domain/jobs/criteria/job';
import type { JobDraft } from '@/domain/jobs/schema';
import type { JobCriterion } from '@/domain/jobs/schema/criteria';

/** The criteria in a draft's words, read again a moment after they are typed. */
export const useCriteria = (draft: JobDraft): JobCriterion[] => {
  const { title, description, licences, screening } = useDeferredValue(draft);
  return useMemo(
    () => jobCriteria({ title, description, licences, screening }),
    [title, description, licences, screening],
  );
};
