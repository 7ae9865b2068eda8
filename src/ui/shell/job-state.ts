import type { JobState } from '@/domain/jobs/schema';

/** How a job's state reads on a badge. */
export const JOB_STATE_LOOK: Record<JobState, { label: string; color: 'peacock' | 'gray' | 'honey' }> = {
  draft: { label: 'Draft', color: 'gray' },
  open: { label: 'Open', color: 'peacock' },
  paused: { label: 'Paused', color: 'honey' },
  closed: { label: 'Closed', color: 'gray' },
  archived: { label: 'Archived', color: 'gray' },
};
