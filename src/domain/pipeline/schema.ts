import { z } from 'zod';
import { blockSchema, spanSchema } from '@/domain/resumes/schema';
import { provenanceSchema } from '@/domain/candidates/schema';
import { BANDS, factorSchema, GATE_STATES, MATCH_GROUPS, skillLevelSchema } from '@/domain/scoring/schema';
import { asksSchema } from './schema/fact-request';

export const CANDIDACY_SOURCES = ['applied', 'matched', 'imported'] as const;
const sourceSchema = z.enum(CANDIDACY_SOURCES);
export const STAGES = ['new', 'shortlisted', 'interview', 'offer', 'hired', 'rejected', 'withdrawn'] as const;
export const stageSchema = z.enum(STAGES);
export type Stage = z.infer<typeof stageSchema>;

/** `taken_in`: a person and a candidacy were made of it. */
export const APPLICATION_STATES = ['draft', 'submitted', 'taken_in'] as const;
export const APPLICATION_FILE_STATES = ['none', 'waiting', 'received', 'parsed', 'failed'] as const;
/** How a contested score ended: something was corrected, or a person explained why it stands. */
export const CONTEST_OUTCOMES = ['corrected', 'upheld'] as const;

/** What an applicant typed so far, right or wrong; checked at their field when it is submitted. */
export const applicationDraftSchema = z.object({
  /** The step of the form, to come back to. */
  step: z.string().max(40).optional(),
  profile: z.unknown().optional(),
  answers: z.record(z.string().max(40), z.unknown()).optional(),
  screening: z.record(z.string().max(40), z.string().max(2000)).optional(),
  consents: z.object({ application: z.boolean(), pool: z.boolean() }).partial().optional(),
});
export type ApplicationDraft = z.infer<typeof applicationDraftSchema>;

/** Why a person was rejected; a person chooses one, a score never does. */
export const REJECT_REASONS = [
  'missing_must_have',
  'hours_do_not_fit',
  'pay_does_not_fit',
  'place_does_not_fit',
  'experience_elsewhere',
  'position_filled',
  'other',
] as const;
export const rejectReasonSchema = z.enum(REJECT_REASONS);
export type RejectReason = z.infer<typeof rejectReasonSchema>;

export const pairSchema = z.object({ jobId: z.uuid(), candidateId: z.uuid() });

/** Where a recruiter may move a person; withdrawing is the person's own. */
const decisionSchema = stageSchema.exclude(['withdrawn']);
export type Decision = z.infer<typeof decisionSchema>;

/** A move to a stage; `rejected` needs a reason, which a person chose. */
export const moveCandidacySchema = pairSchema
  .extend({
    to: decisionSchema,
    reason: rejectReasonSchema.nullable().default(null),
    note: z.string().trim().max(2000, 'Keep the note under 2,000 letters.').nullable().default(null),
  })
  .refine((move) => move.to !== 'rejected' || move.reason !== null, {
    message: 'Choose a reason.',
    path: ['reason'],
  });
export const undoMoveSchema = z.object({ eventId: z.uuid() });
export const movedSchema = z.object({
  /** Names the move for undo. */
  eventId: z.uuid(),
  candidateId: z.uuid(),
  from: stageSchema,
  to: stageSchema,
});
export type Moved = z.infer<typeof movedSchema>;

const bandSchema = z.enum(BANDS);
const groupSchema = z.enum(MATCH_GROUPS);

export const listMatchesSchema = z.object({
  jobId: z.uuid(),
  group: groupSchema,
  bands: z.array(bandSchema).max(BANDS.length).default([]),
  /** Whole points, 0–100. */
  minimumScore: z.number().int().min(0).max(100).default(0),
  stage: z.enum(['open', 'shortlisted', 'rejected', 'all']).default('open'),
});

const hoursSchema = z.object({ min: z.number(), max: z.number() }).nullable();
/** Hundredths of a point; a factor's own values are in 1/10000. */
const points = z.number().int();

/** Scores and bounds in hundredths of a point, coverage in 1/10000. */
const scoreViewSchema = z.object({
  expected: points,
  low: points,
  high: points,
  coverage: z.number().int(),
  band: bandSchema,
});
export type ScoreView = z.infer<typeof scoreViewSchema>;

/** Minutes a day, Monday first: what the job needs and what both have. */
const weekViewSchema = z.object({
  needed: z.array(z.number().int()),
  both: z.array(z.number().int()),
  /** Minutes of overlap that the job asks for, of those it marks, and how many of them there are. */
  asked: z.number().int(),
  reached: z.number().int(),
});
export type WeekView = z.infer<typeof weekViewSchema>;

const rankedRowSchema = z.object({
  candidateId: z.uuid(),
  rank: z.number().int(),
  /** null while the person is masked; `code` stands for it. */
  name: z.string().nullable(),
  code: z.string(),
  headline: z.string().nullable(),
  city: z.string().nullable(),
  score: scoreViewSchema,
  stage: stageSchema,
  isNew: z.boolean(),
  week: weekViewSchema.nullable(),
  hours: hoursSchema,
  pay: z.enum(['fits', 'above', 'unknown', 'unset']),
});
export type RankedRow = z.infer<typeof rankedRowSchema>;

export const rankingViewSchema = z.object({
  /** The pointer's run; null before the first one is finished. */
  runId: z.uuid().nullable(),
  /** How often single people were scored anew within that run. */
  patches: z.number().int(),
  /** A run is queued or running, or the published version is not ranked yet. */
  computing: z.object({ chunksDone: z.number().int(), chunks: z.number().int() }).nullable(),
  /** The newest run ended without a ranking. */
  failed: z.boolean(),
  /** People of each group whom the filters leave. */
  counts: z.record(groupSchema, z.number().int()),
  /** People of the group shown whom the list holds without filters. */
  unfiltered: z.number().int(),
  rows: z.array(rankedRowSchema),
});
export type RankingView = z.infer<typeof rankingViewSchema>;

export const rankingPulseSchema = z.object({
  /** The run whose rows are the ranking. */
  runId: z.uuid().nullable(),
  /** How often single people were scored anew within it. */
  patches: z.number().int(),
  /** A newer one is under way. */
  active: z.boolean(),
});
export type RankingPulse = z.infer<typeof rankingPulseSchema>;

/** A passage that a factor rests on: where in the résumé's text, and what it shows. */
const evidenceViewSchema = z.object({ label: z.string(), detail: z.string(), spans: z.array(spanSchema) });
export type EvidenceView = z.infer<typeof evidenceViewSchema>;

const factorViewSchema = z.object({
  factor: factorSchema,
  label: z.string(),
  weight: z.number().int(),
  /** Hundredths of a point; these sum exactly to the number shown. */
  contribution: points,
  low: points,
  expected: points,
  high: points,
  phrase: z.string(),
  /** Questions that would settle what is unknown. */
  unknown: z.array(z.object({ id: z.string(), label: z.string() })),
  evidence: z.array(evidenceViewSchema),
});
export type FactorView = z.infer<typeof factorViewSchema>;

const overlayViewSchema = z.object({
  jobZone: z.string(),
  personZone: z.string(),
  /** Minutes the person's clock is ahead of the job's, in the pair of offsets shown. */
  offsetMinutes: z.number().int(),
  /** First and last half hour of the day shown, 0–48. */
  from: z.number().int(),
  to: z.number().int(),
  /** Seven rows of half hours from `from` to `to`. Core hours without the person are `missing` while the job asks for more than
   * both have, `spare` once it does not. */
  cells: z.array(z.array(z.enum(['none', 'theirs', 'both', 'missing', 'spare']))),
  /** Minutes of core hours that both have, of those the job asks for; it may mark more than it asks. */
  overlapMinutes: z.number().int(),
  neededMinutes: z.number().int(),
});
export type OverlayView = z.infer<typeof overlayViewSchema>;

/** Why a pair has its score; the same for the employer and for the person. */
const explanationShape = {
  score: scoreViewSchema,
  factors: z.array(factorViewSchema),
  gates: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      state: z.enum(GATE_STATES),
      /** The question that would settle it; null when settled, or only a résumé would. */
      questionId: z.string().nullable(),
    }),
  ),
  /** The person's week over the core hours, in half-hour cells of the job's zone; null when either is not told. */
  overlay: overlayViewSchema.nullable(),
  /** `questionId` is what telling would settle; null where something would have to change. */
  raises: z.array(z.object({ label: z.string(), gain: points, questionId: z.string().nullable() })),
};
const explanationSchema = z.object(explanationShape);
export type ExplanationView = z.infer<typeof explanationSchema>;

const receiptSchema = z.object({
  weights: z.string(),
  parser: z.string().nullable(),
  asOf: z.string(),
  hash: z.string(),
  changedSince: z.boolean(),
});
const answerViewSchema = z.object({ id: z.string(), label: z.string(), answer: z.string() });

/** A score that its person contested, and what a person of the employer's answered. */
const contestViewSchema = z.object({
  contestId: z.uuid(),
  /** The factor in question; null = the whole. */
  factor: factorSchema.nullable(),
  message: z.string(),
  openedAt: z.date(),
  outcome: z.enum(CONTEST_OUTCOMES).nullable(),
  answer: z.string().nullable(),
  answeredAt: z.date().nullable(),
});
export type ContestView = z.infer<typeof contestViewSchema>;

export const matchViewSchema = z.object({
  person: z.object({
    candidateId: z.uuid(),
    name: z.string().nullable(),
    code: z.string(),
    headline: z.string().nullable(),
    city: z.string().nullable(),
    timeZone: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    hours: hoursSchema,
    source: sourceSchema,
    stage: stageSchema,
    stageSince: z.date(),
    rejectReason: rejectReasonSchema.nullable(),
    /** The last move, for undo; null before the first. */
    lastEventId: z.uuid().nullable(),
    /** Own people can be opened under People; pool people cannot. */
    own: z.boolean(),
  }),
  /** The reader's text, masked while the person is; never the file. */
  resume: z.object({ text: z.string(), blocks: z.array(blockSchema) }).nullable(),
  answers: z.array(answerViewSchema),
  /** The job's own questions with what the person answered; null = not asked yet. */
  screening: z.array(
    z.object({
      questionId: z.string(),
      text: z.string(),
      kind: z.enum(['text', 'yes_no']),
      answer: z.string().nullable(),
    }),
  ),
  ...explanationShape,
  asks: asksSchema,
  receipt: receiptSchema.nullable(),
  /** What the person contested, the newest first; the one without an answer waits for a person. */
  contests: z.array(contestViewSchema),
});
export type MatchView = z.infer<typeof matchViewSchema>;

export const todayViewSchema = z.object({
  /** Answers to what was asked, of people whom nobody has moved since; by open job, the newest first. */
  answers: z.array(
    z.object({
      jobId: z.uuid(),
      jobTitle: z.string(),
      count: z.number().int(),
      newest: z.date(),
      /** Of the newest. */
      candidateId: z.uuid(),
    }),
  ),
  /** Scores that their people contested and nobody has answered. */
  contests: z.array(
    z.object({
      contest: contestViewSchema,
      jobId: z.uuid(),
      jobTitle: z.string(),
      candidateId: z.uuid(),
      name: z.string().nullable(),
      code: z.string(),
      /** Where the ranking lists the person now; null = nowhere, such as after withdrawing. */
      group: groupSchema.nullable(),
    }),
  ),
  /** How many open jobs have strong matches that nobody has decided on. */
  decisionsInAll: z.number().int(),
  /** Those with the most. */
  decisions: z.array(
    z.object({ jobId: z.uuid(), title: z.string(), strong: z.number().int(), oldest: z.date() }),
  ),
  fresh: z.array(
    z.object({
      jobId: z.uuid(),
      jobTitle: z.string(),
      candidateId: z.uuid(),
      name: z.string().nullable(),
      code: z.string(),
      expected: points,
      low: points,
      high: points,
      band: bandSchema,
    }),
  ),
  running: z.array(
    z.object({
      jobId: z.uuid(),
      title: z.string(),
      chunks: z.number().int(),
      chunksDone: z.number().int(),
    }),
  ),
  receiving: z.array(z.object({ id: z.uuid(), total: z.number().int(), createdAt: z.date() })),
});
export type TodayView = z.infer<typeof todayViewSchema>;

/** One application as its person sees it: never the employer's notes or reasons. */
export const ownCandidacySchema = z.object({
  candidacyId: z.uuid(),
  jobId: z.uuid(),
  jobTitle: z.string(),
  organizationName: z.string(),
  /** On the public board now. */
  posted: z.boolean(),
  jobOpen: z.boolean(),
  source: sourceSchema,
  stage: stageSchema,
  stageSince: z.date(),
  since: z.date(),
});
export type OwnCandidacy = z.infer<typeof ownCandidacySchema>;

export const candidacyIdSchema = z.object({ candidacyId: z.uuid() });

export const answerOwnScreeningSchema = candidacyIdSchema.extend({
  questionId: z.string().max(40),
  answer: z.string().trim().max(2000, 'Keep this under 2,000 letters.').nullable(),
});

/** How long a withdrawal may be taken back: nobody is told before that. */
export const WITHDRAWAL_UNDO_MS = 10_000;

const said = (what: string) => z.string().trim().min(1, what).max(4000, 'Keep it under 4,000 letters.');
export const openContestSchema = candidacyIdSchema.extend({
  factor: factorSchema.nullable(),
  message: said('Say what is wrong; a person reads it.'),
});
export const contestIdSchema = z.object({ contestId: z.uuid() });
export const answerContestSchema = contestIdSchema.extend({
  outcome: z.enum(CONTEST_OUTCOMES),
  answer: said('Give an answer in words; they read it.'),
});

/** A skill that the job asks for, as the machine understood it of the person. */
const askedSkillSchema = z.object({
  skillId: z.string(),
  name: z.string(),
  asked: skillLevelSchema,
  mustHave: z.boolean(),
  /** null = not found in the profile. */
  held: z
    .object({
      level: skillLevelSchema.nullable(),
      provenance: provenanceSchema,
      /** The first passage of the résumé it was read from. */
      quote: z.string().nullable(),
    })
    .nullable(),
});
export type AskedSkill = z.infer<typeof askedSkillSchema>;

/** What the employer's ranking says of a person, for that person: the numbers and words that the employer has. */
export const mirrorViewSchema = z.object({
  application: ownCandidacySchema,
  /** The employer may see the name since then; null while the person is masked. */
  seenSince: z.date().nullable(),
  /** null while it is not ranked. */
  explanation: explanationSchema.nullable(),
  receipt: receiptSchema.nullable(),
  /** `computing`: facts have changed, or the first ranking is under way · `resting`: this job ranks nobody now. */
  state: z.enum(['scored', 'computing', 'resting']),
  /** Labels of what never counts. */
  neverCounts: z.array(z.string()),
  answers: z.array(answerViewSchema),
  skills: z.array(askedSkillSchema),
  /** The job's own questions with the person's answer; null = not answered. */
  questions: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      kind: z.enum(['text', 'yes_no']),
      answer: z.string().nullable(),
    }),
  ),
  /** The text that passages of the explanation point into; the person's own, nothing is masked. */
  resumeText: z.string().nullable(),
  /** The newest first. */
  contests: z.array(contestViewSchema),
});
export type MirrorView = z.infer<typeof mirrorViewSchema>;
