import { z } from 'zod';

export const EXPERIMENT_STATES = ['draft', 'running', 'stopped', 'promoted', 'rolled_back'] as const;
/** `job`: each job has one of the two rankings · `interleaving`: each job's list is drafted in turns from both. */
export const EXPERIMENT_UNITS = ['job', 'interleaving'] as const;
export const EXPERIMENT_METRICS = ['credit', 'precision', 'ndcg', 'acceptance', 'speed'] as const;
export const EXPERIMENT_ARMS = ['control', 'treatment', 'both'] as const;
export type ExperimentUnit = (typeof EXPERIMENT_UNITS)[number];
export type ExperimentMetric = (typeof EXPERIMENT_METRICS)[number];

/** What may decide each kind; the first is suggested. */
export const METRICS_OF = {
  interleaving: ['credit'],
  job: ['precision', 'ndcg', 'acceptance', 'speed'],
} as const satisfies Record<ExperimentUnit, readonly ExperimentMetric[]>;

const reasonSchema = z
  .string()
  .trim()
  .min(5, 'Say why in a few words: it stands in the history.')
  .max(300, 'Keep the reason under 300 letters.');
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'Choose a set of weights.');
/** In 1/10000 of the metric's range. */
const effectSchema = z
  .number({ error: 'Say which difference would be worth finding.' })
  .int()
  .min(100, 'Below 1 of 100 no experiment would ever end.')
  .max(5_000, 'At most 50 of 100.');

const planShape = {
  unit: z.enum(EXPERIMENT_UNITS),
  metric: z.enum(EXPERIMENT_METRICS),
  minimumEffect: effectSchema,
};
const fits = ({ unit, metric }: { unit: ExperimentUnit; metric: ExperimentMetric }): boolean =>
  METRICS_OF[unit].some((own) => own === metric);
const MISFIT = { message: 'This measure does not go with this kind of experiment.', path: ['metric'] };

export const planExperimentSchema = z.object(planShape).refine(fits, MISFIT);
export const plannedSchema = z.object({
  /** Jobs that must settle, two for each comparison when jobs are compared with one another. */
  jobs: z.number().int(),
  /** Standard deviation of one difference, in 1/10000. */
  spread: z.number().int(),
  /** Differences of earlier experiments that it was measured on; 0 = assumed. */
  measuredOn: z.number().int(),
});
export type Planned = z.infer<typeof plannedSchema>;

export const createExperimentSchema = z
  .object({
    ...planShape,
    name: z.string().trim().min(3, 'Give it a name.').max(80, 'Keep the name under 80 letters.'),
    controlHash: hashSchema,
    /** `draft` = the weights that are being edited, kept as they are now. */
    treatmentHash: z.union([z.literal('draft'), hashSchema]),
    /** Days after a list was first shown during which its decisions count. */
    windowDays: z.number().int().min(1, 'At least one day.').max(60, 'At most 60 days.'),
  })
  .refine(fits, MISFIT)
  .refine(({ controlHash, treatmentHash }) => controlHash !== treatmentHash, {
    message: 'Choose two different sets.',
    path: ['treatmentHash'],
  });

export const experimentIdSchema = z.object({ experimentId: z.uuid() });
export const endExperimentSchema = experimentIdSchema.extend({ reason: reasonSchema });

/** What does not speak for the treatment and must be said to be known before it is promoted. */
export const CAUTIONS = ['verdict', 'acceptance', 'impact_ratio'] as const;
export type Caution = (typeof CAUTIONS)[number];
export const promoteExperimentSchema = endExperimentSchema.extend({
  acknowledged: z.array(z.enum(CAUTIONS)),
  /** The publication that was seen in use; 0 = none yet. */
  expected: z.number().int().nonnegative(),
});

const setSchema = z.object({ hash: z.string(), name: z.string() });
/** A value of each arm; null = nothing to measure it by. */
const bothSchema = z.object({ control: z.number().nullable(), treatment: z.number().nullable() });

export const experimentViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(EXPERIMENT_STATES),
  unit: z.enum(EXPERIMENT_UNITS),
  metric: z.enum(EXPERIMENT_METRICS),
  control: setSchema,
  treatment: setSchema,
  minimumEffect: z.number().int(),
  spread: z.number().int(),
  windowDays: z.number().int(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  /** Why it was stopped, then why it was promoted or rolled back. */
  reasons: z.array(z.string()),
  jobs: z.object({
    planned: z.number().int(),
    /** Settled and counted, of those planned. */
    counted: z.number().int(),
    /** Shown, their time not over. */
    waiting: z.number().int(),
    /** Settled without anything to measure, or without a partner yet. */
    uncounted: z.number().int(),
  }),
  finding: z.object({
    verdict: z.enum(['better', 'worse', 'no_difference', 'not_enough']),
    /** Differences after which it was decided. */
    decidedAt: z.number().int().nullable(),
    mean: z.number().nullable(),
    /** Holds the true mean difference in 95 of 100 experiments, at every look. */
    interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  }),
  measures: z.object({
    precision: bothSchema,
    ndcg: bothSchema,
    acceptance: bothSchema,
    overrides: bothSchema,
    /** Median hours from first shown to the first shortlist. */
    hoursToShortlist: bothSchema,
    /** Mean rank churn between both rankings of a job; 0 = the same order. */
    churn: z.number().nullable(),
  }),
  guardrails: z.object({
    acceptance: z.object({
      verdict: z.enum(['holds', 'falls', 'too_few']),
      mean: z.number().nullable(),
      n: z.number().int(),
    }),
    impactRatio: z.object({
      verdict: z.enum(['not_measured', 'too_few', 'passes', 'flagged']),
      ratio: z.number().nullable(),
      n: z.number().int(),
    }),
  }),
  /** What must be acknowledged before promoting. */
  cautions: z.array(z.enum(CAUTIONS)),
});
export type ExperimentView = z.infer<typeof experimentViewSchema>;

/** What is to be told of the experiment that runs where weights are put in use. */
export const experimentUnderWaySchema = experimentViewSchema.pick({
  id: true,
  name: true,
  unit: true,
  control: true,
  treatment: true,
});
export type ExperimentUnderWay = z.infer<typeof experimentUnderWaySchema>;

export const experimentsOverviewSchema = z.object({
  /** Newest first. */
  experiments: z.array(experimentViewSchema),
  sets: z.array(setSchema.extend({ inUse: z.boolean() })),
  /** Whether there is a draft of weights that could be tried. */
  draft: z.enum(['none', 'ready', 'unfinished']),
  /** Number of the publication in use; 0 = none yet. */
  publication: z.number().int(),
});
export type ExperimentsOverview = z.infer<typeof experimentsOverviewSchema>;
