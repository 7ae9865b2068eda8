import { z } from 'zod';
import { bandCutsSchema, MATCH_GROUPS } from '@/domain/scoring/schema';

/** For members: the first six. For candidates: the others. */
export const NOTIFICATION_EVENTS = [
  'strong_matches',
  'import_finished',
  'application_received',
  'application_withdrawn',
  'fact_answered',
  'contest_opened',
  'application_confirmed',
  'fact_requested',
  'contest_answered',
] as const;
export const notificationEventSchema = z.enum(NOTIFICATION_EVENTS);
export type NotificationEvent = z.infer<typeof notificationEventSchema>;

/** What a candidate may turn off; a mail with a link that they asked for always comes. */
export const MUTABLE_MAILS = ['fact_requested', 'contest_answered'] as const;
export const mutableMailSchema = z.enum(MUTABLE_MAILS);

/** What a notice is about: ids and counts, never names. */
export const notificationDataSchema = z.object({
  jobId: z.uuid().optional(),
  runId: z.uuid().optional(),
  patch: z.number().int().nonnegative().optional(),
  importId: z.uuid().optional(),
  candidateId: z.uuid().optional(),
  applicationId: z.uuid().optional(),
  factRequestId: z.uuid().optional(),
  contestId: z.uuid().optional(),
  count: z.number().int().nonnegative(),
});
export type NotificationData = z.infer<typeof notificationDataSchema>;

export const CHANNELS = ['in_app', 'email'] as const;

export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'delivered', 'failed', 'dead'] as const;

export const notificationItemSchema = z.object({
  id: z.uuid(),
  event: notificationEventSchema,
  /** People or résumés it is about. */
  count: z.number().int(),
  jobId: z.uuid().nullable(),
  jobTitle: z.string().nullable(),
  importId: z.uuid().nullable(),
  candidateId: z.uuid().nullable(),
  /** Where the job's ranking lists that person now; null = nowhere. */
  group: z.enum(MATCH_GROUPS).nullable(),
  /** For an answer: who gave it, as the employer may know them now, and the score before and after in hundredths. */
  answer: z
    .object({
      person: z.string(),
      before: z.number().int().nullable(),
      after: z.number().int().nullable(),
      /** Where bands are cut now; left out where they are the default ones. */
      bands: bandCutsSchema.optional(),
    })
    .nullable(),
  createdAt: z.date(),
  read: z.boolean(),
});
export const notificationListSchema = z.object({
  unread: z.number().int(),
  items: z.array(notificationItemSchema),
});
export type NotificationList = z.infer<typeof notificationListSchema>;
export const markedReadSchema = z.object({ read: z.number().int() });
