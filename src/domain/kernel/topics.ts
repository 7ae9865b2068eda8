import { z } from 'zod';

const id = z.uuid();

/**
 * Every queue topic with its payload: ids only, never facts or personal data. A topic is delivered to
 * `/api/queue/<topic>`; consumers take the tenant from the database row, never from the message.
 */
export const topics = {
  'mail-token': z.object({ tokenId: id }),
  'invitation-created': z.object({ invitationId: id }),
  'resume-parse': z.object({ itemId: id }),
  'import-finished': z.object({ importId: id }),
  /** The next rows of an imported table, from `position` on. */
  'import-rows': z.object({ importId: id, position: z.number().int().nonnegative() }),
  /** People whose facts are new are compared with the organisation's others. */
  'people-compare': z.object({}),
  /** `requestId` is the durable key: a repeated delivery of one request makes no second run. */
  'match-request': z.object({
    requestId: id,
    jobId: id,
    trigger: z.enum(['job', 'import', 'candidate', 'manual', 'nightly', 'reparse', 'weights']),
  }),
  'candidate-changed': z.object({ candidateId: id }),
  /** The hourly tick that begins the nights that are due. */
  'match-night': z.object({}),
  'match-batch': z.object({ batchId: id }),
  /** A job group × a shard of people. */
  'match-part': z.object({
    batchId: id,
    group: z.number().int().nonnegative(),
    shard: z.number().int().nonnegative(),
  }),
  /** All rankings of a job group are shown. */
  'batch-ranked': z.object({ batchId: id, group: z.number().int().nonnegative() }),
  /** Some of a job group's rankings are scored by the shadow set; the slices of a group are counted from 0. */
  'batch-shadow': z.object({
    batchId: id,
    group: z.number().int().nonnegative(),
    slice: z.number().int().nonnegative(),
  }),
  'match-chunk': z.object({ runId: id, chunk: z.number().int().nonnegative() }),
  /** `patch` counts the people scored anew within a finished run; 0 is the run itself. */
  'run-finished': z.object({ runId: id, patch: z.number().int().nonnegative().default(0) }),
  'notification-send': z.object({ notificationId: id }),
  /** A résumé that an applicant uploaded is to be read. */
  'application-parse': z.object({ applicationId: id }),
  'application-submitted': z.object({ applicationId: id }),
  /** Files that an application was not sent with are to be deleted. */
  'application-files': z.object({ applicationId: id }),
  'application-received': z.object({ applicationId: id }),
  'application-confirmed': z.object({ applicationId: id }),
  'candidate-token': z.object({ tokenId: id }),
  'fact-requested': z.object({ factRequestId: id }),
  'fact-answered': z.object({ factRequestId: id }),
  'contest-opened': z.object({ contestId: id }),
  'contest-answered': z.object({ contestId: id }),
  'application-withdrawn': z.object({ candidacyId: id }),
  /** Up to one chunk of résumés after `afterId` (null = the first) that an older parser read. */
  reparse: z.object({
    afterId: id.nullable(),
    parserVersion: z.string().max(40),
    /** Names the pass: its runs are asked for once, however many of its messages come twice. */
    pass: z.string().max(40),
  }),
  sweep: z.object({}),
  'dead-letter': z.looseObject({}),
} as const;

export type Topic = keyof typeof topics;
export type TopicPayload<T extends Topic> = z.infer<(typeof topics)[T]>;
