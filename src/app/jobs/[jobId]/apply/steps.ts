import type { PostingContent } from '@/domain/jobs/schema/posting';
import type { FlexifitQuestionMeta } from '@/ui/questions/question-meta';
import { isAsked } from './known';

/** Answered among the facts of the résumé, or beside another question. */
const ELSEWHERE: ReadonlySet<string> = new Set(['languages', 'licences', 'flexibility']);
/** What people decide by stands first. */
const ORDER = ['week', 'hours', 'modes', 'engagements', 'least_pay', 'earliest_start'];

const rank = ({ id }: FlexifitQuestionMeta): number => {
  const at = ORDER.indexOf(id);
  return at === -1 ? ORDER.length : at;
};

export interface Steps<Q extends FlexifitQuestionMeta> {
  /** One question a step on a phone. */
  asked: Q[];
  /** Questions that only other jobs use: offered, folded. */
  more: Q[];
  /** All of them in order: facts, a step a question, the job's own questions, the last check. */
  ids: string[];
}

/** The way through the form of one job. */
export const stepsOf = <Q extends FlexifitQuestionMeta>(
  questions: readonly Q[],
  content: PostingContent,
): Steps<Q> => {
  const shown = questions
    .filter(({ id }) => !ELSEWHERE.has(id))
    .toSorted((one, other) => rank(one) - rank(other));
  const asked = shown.filter((question) => isAsked(question, content));
  const own = (content.screening ?? []).length > 0 ? ['screening'] : [];
  return {
    asked,
    more: shown.filter((question) => !asked.includes(question)),
    ids: ['facts', ...asked.map(({ id }) => id), ...own, 'send'],
  };
};

/** The step where an issue is shown. */
export const stepOfIssue = (path: string, ids: readonly string[]): string => {
  const [area, id] = path.split('.');
  if (area === 'profile' || area === 'file') return 'facts';
  if (area === 'screening') return 'screening';
  if (area !== 'answers' || id === undefined) return 'send';
  const step = id === 'flexibility' ? 'week' : id;
  return ids.includes(step) ? step : 'send';
};

/** A step's heading in the middle of a line: names in it keep their capitals. */
export const inALine = (heading: string): string => heading.charAt(0).toLowerCase() + heading.slice(1);
