import { z } from 'zod';
import { contestViewSchema } from './contest';
import { bandSchema, bandsInForce, groupSchema, points } from './score-view';

export const todayViewSchema = z.object({
  /** Answers to what was asked, of people whom nobody has moved since; by open job, the newest first. */
  answers: z.array(
    z.object({
      jobId: z.uuid(),
      jobTitle: z.string(),
      count: z.number().int(),
      newest: z.date(),
      /** Of the newest, with where the ranking lists them now; null = nowhere. */
      candidateId: z.uuid(),
      group: groupSchema.nullable(),
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
    z.object({
      jobId: z.uuid(),
      title: z.string(),
      strong: z.number().int(),
      oldest: z.date(),
      /** The highest of them; `name` is null while the person is masked. */
      best: z.object({
        name: z.string().nullable(),
        code: z.string(),
        expected: points,
        bands: bandsInForce,
      }),
    }),
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
      bands: bandsInForce,
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
