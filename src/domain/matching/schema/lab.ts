import { z } from 'zod';

/** Most people of one job that are looked at in the browser. */
export const LAB_PEOPLE = 10_000;

export const labJobSchema = z.object({
  jobId: z.uuid(),
  title: z.string(),
  employer: z.string(),
  /** Whether it has weights of its own, which the lab leaves aside. */
  ownWeights: z.boolean(),
});
export type LabJob = z.infer<typeof labJobSchema>;
