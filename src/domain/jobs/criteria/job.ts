import type { JobCriterion } from '../schema/criteria';
import type { JobDraft } from '../schema';
import { findCriteria } from './find';

const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textOf = (item: unknown): string =>
  typeof item === 'object' && item !== null && 'text' in item ? words(item.text) : '';

/** The texts of a job that candidates read, with the path of each answer; a draft may hold anything. */
const textsOf = ({ title, description, licences, screening }: JobDraft): [path: string, text: string][] => [
  ['title', words(title)],
  ['description', words(description)],
  ...list(licences).map((name, index): [string, string] => [`licences.${index}`, words(name)]),
  ...list(screening).map((item, index): [string, string] => [`screening.${index}.text`, textOf(item)]),
];

/** The criteria in the words of a job's draft or answers, in form order. Pure: the same in a browser and on the server. */
export const jobCriteria = (draft: JobDraft): JobCriterion[] =>
  textsOf(draft).flatMap(([path, text]) =>
    findCriteria(text).map((criterion): JobCriterion => ({ ...criterion, path })),
  );

/** Those that a job is published with only for a reason. */
export const protectedOf = <One extends Pick<JobCriterion, 'kind'>>(criteria: readonly One[]): One[] =>
  criteria.filter(({ kind }) => kind === 'protected');
