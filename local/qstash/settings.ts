import { z } from 'zod';

const probability = z.number().min(0).max(1);

const faultsSchema = z.object({
  /** The same seed and the same messages give the same faults, whatever the order of arrival. */
  seed: z.number().int(),
  /** Share of deliveries that reach the destination twice. */
  duplicate: probability,
  /** Share of successful deliveries whose answer is lost, so that they are tried again. */
  dropAck: probability,
  /** Share of deliveries held back by up to `delayMs`. */
  delay: probability,
  delayMs: z.number().min(0),
  /** Share of deliveries that later messages overtake. */
  reorder: probability,
  /** Share of publishes refused with a 500. */
  failPublish: probability,
  /** Share of publishes that are stored, but whose answer is cut off. */
  dropReply: probability,
});

export const settingsSchema = z.object({
  faults: faultsSchema,
  /** Factor on every wait (delays, retries, periods, schedules): 0.01 makes a minute last 0.6 s. */
  timeScale: z.number().positive(),
  /** Deliveries under way at once. */
  concurrency: z.number().int().positive(),
});

export type Settings = z.infer<typeof settingsSchema>;
export type Faults = Settings['faults'];

/** Any part of the settings; what is left out stays. */
export const settingsPatchSchema = settingsSchema
  .partial()
  .extend({ faults: faultsSchema.partial().optional() })
  .strict();

export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

export const DEFAULT_SETTINGS: Settings = {
  faults: {
    seed: 1,
    duplicate: 0,
    dropAck: 0,
    delay: 0,
    delayMs: 1000,
    reorder: 0,
    failPublish: 0,
    dropReply: 0,
  },
  timeScale: 1,
  concurrency: 20,
};

/** @returns new settings: `patch` laid over `settings` */
export function patchSettings(settings: Settings, { faults, ...rest }: SettingsPatch): Settings {
  return { ...settings, ...rest, faults: { ...settings.faults, ...faults } };
}
