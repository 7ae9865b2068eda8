import type { FlexifitQuestionMeta } from '@/ui/questions/question-meta';
import { UNSAID } from '@/domain/candidates/schema';
import type { EditableProfile } from '@/domain/candidates/schema/editable';
import type { PostingContent } from '@/domain/jobs/schema/posting';
import type { Factor } from '@/domain/scoring/schema';

/** Factors that a posting sets, as far as the public may know. */
const setBy = (content: PostingContent): ReadonlySet<Factor> => {
  const { work_mode: mode, must_have_skills: must, nice_to_have_skills: nice, screening } = content;
  const sets: [Factor, boolean][] = [
    ['required_skills', (must ?? []).length > 0],
    ['preferred_skills', (nice ?? []).length > 0],
    ['role_similarity', content.title !== undefined],
    ['relevant_experience', (content.minimum_years ?? 0) > 0],
    ['domain', (content.domains ?? []).length > 0],
    ['hours', content.hours !== undefined],
    ['schedule_overlap', content.core_hours !== undefined],
    ['work_mode_location', mode !== undefined],
    ['duration_start', content.latest_start !== undefined || content.duration !== undefined],
    ['compensation', content.pay !== undefined],
    ['screening_answers', (screening ?? []).length > 0 || asksForSetup(content)],
    ['language', (content.languages ?? []).length > 0],
  ];
  return new Set(sets.flatMap(([factor, set]) => (set ? [factor] : [])));
};

const asksForSetup = ({ setup, focus, meeting_notice: notice }: PostingContent): boolean =>
  (setup ?? []).length > 0 || focus !== undefined || (notice ?? null) !== null;

/** Questions whose answer this job would use; the rest only matter to other jobs. */
export const isAsked = ({ id }: { id: string }, content: PostingContent): boolean => {
  switch (id) {
    case 'meeting_notice':
      return (content.meeting_notice ?? null) !== null;
    case 'setup':
      return (content.setup ?? []).length > 0;
    case 'focus':
      return content.focus !== undefined;
    case 'restart_help':
    case 'other_work':
    case 'commitment':
      return false;
    default:
      return true;
  }
};

export interface Told {
  profile: EditableProfile;
  answers: Readonly<Record<string, unknown>>;
  screening: Readonly<Record<string, string>>;
}

const isTold = (answer: unknown): boolean => answer !== undefined && answer !== null && answer !== UNSAID;

/**
 * How much of this job's ranking rests on facts that are known, 0–100: of the factors the job sets, by weight, each by the
 * share of its questions that are answered. Facts of the résumé answer for skills, roles and time. An estimate for the
 * person who fills in; the engine's own measure is taken when they have sent it.
 */
export const knownShare = (
  told: Told,
  content: PostingContent,
  questions: readonly (FlexifitQuestionMeta & { scored: Factor | null })[],
  weights: Readonly<Record<string, number>>,
): number => {
  const { profile, answers, screening } = told;
  const works = profile.experience.length > 0;
  const facts: Partial<Record<Factor, boolean>> = {
    required_skills: profile.skills.length > 0 || works,
    preferred_skills: profile.skills.length > 0 || works,
    role_similarity: works,
    relevant_experience: works,
    domain: works,
    language: profile.languages.length > 0,
  };
  const shareOf = (factor: Factor): number => {
    if (facts[factor] === true) return 1;
    const asked = questions.filter((question) => question.scored === factor && isAsked(question, content));
    const own = factor === 'screening_answers' ? (content.screening ?? []) : [];
    const answered =
      asked.filter(({ id }) => isTold(answers[id])).length +
      own.filter(({ id }) => (screening[id] ?? '') !== '' && isTold(screening[id])).length;
    const all = asked.length + own.length;
    return all === 0 ? 0 : answered / all;
  };
  let [known, set] = [0, 0];
  for (const factor of setBy(content)) {
    const weight = weights[factor] ?? 0;
    set += weight;
    known += weight * shareOf(factor);
  }
  return set === 0 ? 0 : Math.floor((100 * known) / set);
};
