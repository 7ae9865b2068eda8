import type { Names } from '../names';
import type { JobFacts } from '../schema';

/** One requirement of a job loosened by one step. */
export interface RelaxStep {
  /** What is loosened and how, the same as long as the job asks it: `skill:ifrs:level`. */
  id: string;
  /** What would be asked, and what is asked now; a part of a sentence each. */
  text: string;
  now: string;
  job: JobFacts;
}

export type StepsOf = (job: JobFacts, names: Names) => RelaxStep[];
