import { z } from 'zod';
import type { Block, Span } from '@/domain/resumes/schema';
import {
  BANDS,
  MATCH_GROUPS,
  type Band,
  type Factor,
  type Gate,
  type MatchGroup,
} from '@/domain/scoring/schema';

export const CANDIDACY_SOURCES = ['applied', 'matched', 'imported'] as const;
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

/** A move to a stage; `rejected` needs a reason, which a person chose. */
export const moveCandidacySchema = pairSchema
  .extend({
    to: stageSchema,
    reason: rejectReasonSchema.nullable().default(null),
    note: z.string().trim().max(2000, 'Keep the note under 2,000 letters.').nullable().default(null),
  })
  .refine((move) => move.to !== 'rejected' || move.reason !== null, {
    message: 'Choose a reason.',
    path: ['reason'],
  });
export const undoMoveSchema = z.object({ eventId: z.uuid() });

export const listMatchesSchema = z.object({
  jobId: z.uuid(),
  group: z.enum(MATCH_GROUPS),
  bands: z.array(z.enum(BANDS)).default([]),
  /** Whole points, 0–100. */
  minimumScore: z.number().int().min(0).max(100).default(0),
  stage: z.enum(['open', 'shortlisted', 'rejected', 'all']).default('open'),
});

/** Scores and bounds in hundredths of a point, coverage in 1/10000. */
export interface ScoreView {
  expected: number;
  low: number;
  high: number;
  coverage: number;
  band: Band;
  group: MatchGroup;
}

/** Minutes a day, Monday first: what the job needs and what both have. */
export interface WeekView {
  needed: number[];
  both: number[];
  /** Minutes of overlap that the job asks for, of those it marks, and how many of them there are. */
  asked: number;
  reached: number;
}

export interface RankedRow {
  candidateId: string;
  rank: number;
  /** null while the person is masked; `code` stands for it. */
  name: string | null;
  code: string;
  headline: string | null;
  city: string | null;
  score: ScoreView;
  stage: Stage;
  source: (typeof CANDIDACY_SOURCES)[number];
  isNew: boolean;
  week: WeekView | null;
  hours: { min: number; max: number } | null;
  pay: 'fits' | 'above' | 'unknown' | 'unset';
}

export interface RankingView {
  /** The pointer's run; null before the first one is finished. */
  runId: string | null;
  finishedAt: Date | null;
  /** A run is queued or running, or the published version is not ranked yet. */
  computing: { chunksDone: number; chunks: number; since: Date } | null;
  /** The newest run ended without a ranking. */
  failed: boolean;
  counts: Record<MatchGroup, number>;
  rows: RankedRow[];
}

/** A passage that a factor rests on: where in the résumé's text, and what it shows. */
export interface EvidenceView {
  label: string;
  detail: string;
  spans: Span[];
}

export interface FactorView {
  factor: Factor;
  label: string;
  weight: number;
  /** Hundredths of a point; these sum exactly to the number shown. */
  contribution: number;
  low: number;
  expected: number;
  high: number;
  phrase: string;
  /** Questions that would settle what is unknown. */
  unknown: { id: string; label: string }[];
  evidence: EvidenceView[];
}

export interface MatchView {
  person: {
    candidateId: string;
    name: string | null;
    code: string;
    headline: string | null;
    city: string | null;
    timeZone: string | null;
    email: string | null;
    phone: string | null;
    hours: { min: number; max: number } | null;
    source: (typeof CANDIDACY_SOURCES)[number];
    stage: Stage;
    stageSince: Date;
    rejectReason: RejectReason | null;
    /** The last move, for undo; null before the first. */
    lastEventId: string | null;
    /** Own people can be opened under People; pool people cannot. */
    own: boolean;
  };
  /** The reader's text; masked while the person is, and then without the file. */
  resume: { id: string | null; fileName: string | null; text: string; blocks: Block[] } | null;
  answers: { id: string; label: string; answer: string }[];
  /** The job's own questions with what the person answered; null = not asked yet. */
  screening: { questionId: string; text: string; kind: 'text' | 'yes_no'; answer: string | null }[];
  score: ScoreView;
  factors: FactorView[];
  gates: { key: string; label: string; state: Gate['state'] }[];
  /** The person's week over the core hours, in half-hour cells of the job's zone; null when either is not told. */
  overlay: OverlayView | null;
  raises: { label: string; gain: number }[];
  receipt: {
    weights: string;
    parser: string | null;
    asOf: string;
    hash: string;
    changedSince: boolean;
  } | null;
}

export interface OverlayView {
  jobZone: string;
  personZone: string;
  /** Minutes the person's clock is ahead of the job's, in the pair of offsets shown. */
  offsetMinutes: number;
  /** First and last half hour of the day shown, 0–48. */
  from: number;
  to: number;
  /** Seven rows of half hours from `from` to `to`. */
  cells: ('none' | 'theirs' | 'both' | 'missing')[][];
  overlapMinutes: number;
  neededMinutes: number;
}

export interface TodayView {
  /** Open jobs with strong matches that nobody has decided on. */
  decisions: { jobId: string; title: string; strong: number; oldest: Date }[];
  fresh: {
    jobId: string;
    jobTitle: string;
    candidateId: string;
    name: string | null;
    code: string;
    headline: string | null;
    expected: number;
    low: number;
    high: number;
    band: Band;
  }[];
  running: { jobId: string; title: string; chunks: number; chunksDone: number }[];
  receiving: { id: string; total: number; createdAt: Date }[];
}
