import type { Route } from 'next';
import type { JobState } from '@/domain/jobs/schema';
import type { MatchGroup } from '@/domain/scoring/schema';

/** Addresses of things with an id; typed routes know only whole literals. */
export const jobHref = (jobId: string, personId?: string): Route =>
  `/employer/jobs/${jobId}${personId === undefined ? '' : `?person=${personId}`}` as Route;
/** A person wherever the ranking lists them, whatever their stage. */
export const listedHref = (jobId: string, personId: string, group: MatchGroup): Route =>
  `/employer/jobs/${jobId}?group=${group}&stage=all&person=${personId}` as Route;
export const editJobHref = (jobId: string): Route => `/employer/jobs/${jobId}/edit` as Route;
/** The job's form with one requirement loosened by a step of the relaxation meter; nothing is published. */
export const loosenHref = (jobId: string, step: string): Route =>
  `/employer/jobs/${jobId}/edit?loosen=${encodeURIComponent(step)}` as Route;
/** Where a job is opened: a draft in its form, for those who may change it. */
export const openJobHref = (job: { id: string; state: JobState }, mayWrite: boolean): Route =>
  job.state === 'draft' && mayWrite ? editJobHref(job.id) : jobHref(job.id);
export const importHref = (importId: string): Route => `/employer/imports/${importId}` as Route;
export const newImportHref = (jobId?: string): Route =>
  `/employer/imports/new${jobId === undefined ? '' : `?job=${jobId}`}` as Route;
export const personHref = (candidateId: string): Route => `/employer/people/${candidateId}` as Route;
/** Pairs of people who may be one: all, those of one person, or those with somebody whom an import brought. */
export const duplicatesHref = (of: { person?: string; import?: string } = {}): Route => {
  const query = new URLSearchParams(of).toString();
  return `/employer/people/duplicates${query === '' ? '' : `?${query}`}` as Route;
};
