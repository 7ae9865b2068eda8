import type {
  Caution,
  ExperimentMetric,
  ExperimentUnderWay,
  ExperimentUnit,
  ExperimentView,
} from '@/domain/matching/schema/experiments';
import { counted } from '@/ui/score-words';

export const UNIT_WORDS: Record<ExperimentUnit, { label: string; about: string }> = {
  interleaving: {
    label: 'Within each job',
    about:
      'Every open job’s list takes turns between both rankings; what counts is whose picks are shortlisted. Needs the fewest jobs.',
  },
  job: {
    label: 'Job against job',
    about: 'Each newly published job gets one of the two rankings, by lot; what counts is how its list did.',
  },
};

export const METRIC_WORDS: Record<ExperimentMetric, { label: string; about: string }> = {
  credit: {
    label: 'Whose picks are shortlisted',
    about: 'the lead of one ranking’s picks, of all who were shortlisted',
  },
  precision: {
    label: 'Precision, first 10',
    about: 'the share of the first ten who were shortlisted or better',
  },
  ndcg: { label: 'nDCG, first 10', about: 'how far up those who got furthest stand' },
  acceptance: { label: 'Acceptance', about: 'shortlisted, of all who were decided on' },
  speed: {
    label: 'Time to the first shortlist',
    about: 'the share of the days left when the first person was shortlisted',
  },
};

export const STATE_WORDS: Record<ExperimentView['state'], string> = {
  draft: 'Draft',
  running: 'Running',
  stopped: 'Stopped',
  promoted: 'Promoted',
  rolled_back: 'Rolled back',
};

/** A share of 1 in points of a hundred, signed: `+4.2`. */
export const signedPoints = (value: number): string => {
  const rounded = Math.round(value * 1000) / 10;
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${Math.abs(rounded).toFixed(1)}`;
};

/** What an experiment says, in one plain sentence; nothing is said of a difference before it may be. */
export const resultWords = ({
  state,
  finding,
  jobs,
  control,
  treatment,
  minimumEffect,
}: ExperimentView): string => {
  const names = { better: treatment.name, worse: control.name };
  switch (finding.verdict) {
    case 'better':
    case 'worse':
      return `${names[finding.verdict]} does better. This is right in at least 95 of 100 experiments, however often one looks.`;
    case 'no_difference':
      return `No difference of ${minimumEffect / 100} of 100 was found in ${counted(jobs.planned, 'job')}. A smaller one may be there.`;
    case 'not_enough':
      if (state === 'draft') return `Not started. It takes ${counted(jobs.planned, 'job')}.`;
      return state === 'running'
        ? `Not enough yet: ${jobs.counted} of ${jobs.planned} jobs.`
        : `Stopped at ${jobs.counted} of ${jobs.planned} jobs, without a result.`;
  }
};

/** What stopping does; `waiting` lists were shown and could still count. */
export const stopWords = (unit: ExperimentUnit, waiting: number): string =>
  `${
    unit === 'job'
      ? 'Jobs that drew other weights than those in use are ranked anew by these.'
      : 'Lists are ordered by their scores again.'
  } ${
    waiting === 0
      ? ''
      : `${counted(waiting, 'list that was', 'lists that were')} shown and whose days are not over will not count. `
  }It cannot be started again.`;

/** What an experiment that runs leaves out when `name` is put in use; follows “… is running.”. */
export const leftOutWords = ({ unit, control, treatment }: ExperimentUnderWay, name: string): string =>
  unit === 'job'
    ? `Until it ends, jobs first published since it began are ranked by ${control.name} or ${treatment.name}, whichever they drew. All others go by ${name}, unless they have weights of their own.`
    : `Scores go by ${name}. But until it ends, lists go on taking turns between ${control.name} and ${treatment.name}, unless a job has weights of its own.`;

/** What it means that neither set of an experiment is in use any more; null when one is, or when it is decided. */
export const overtakenWords = (
  { state, control, treatment }: ExperimentView,
  inUse: { hash: string; name: string },
): string | null => {
  if (state === 'promoted' || state === 'rolled_back') return null;
  if (inUse.hash === control.hash || inUse.hash === treatment.hash) return null;
  return `${inUse.name} is in use now, neither ${control.name} nor ${treatment.name}. What is found here says nothing about ${inUse.name}. Promoting ${treatment.name} puts it in the place of ${inUse.name}.`;
};

/** What must be said to be known before promoting, as the admin ticks it. */
export const CAUTION_WORDS: Record<Caution, string> = {
  verdict: 'The experiment did not find these weights to be better.',
  acceptance: 'It is not shown that acceptance holds.',
  impact_ratio: 'The impact ratio is not measured: candidates are not asked who they are.',
};

export const acceptanceWords = ({ verdict, mean, n }: ExperimentView['guardrails']['acceptance']): string => {
  if (verdict === 'too_few') return `Not enough yet: ${counted(n, 'comparison')} of 20.`;
  const change = mean === null ? '' : ` ${signedPoints(mean)} of 100 in ${counted(n, 'comparison')}.`;
  return verdict === 'holds' ? `Holds.${change}` : `Falls.${change}`;
};

export const impactWords = ({ verdict, ratio, n }: ExperimentView['guardrails']['impactRatio']): string => {
  const measured =
    ratio === null
      ? ''
      : ` ${ratio.toFixed(2)} of ${counted(n, 'person', 'people')}; four fifths is the line.`;
  switch (verdict) {
    case 'not_measured':
      return 'Not measured: candidates are not asked who they are. This is not a pass.';
    case 'too_few':
      return 'Too few people in a group to say. This is not a pass.';
    case 'passes':
      return `Passes.${measured}`;
    case 'flagged':
      return `Below four fifths.${measured}`;
  }
};
