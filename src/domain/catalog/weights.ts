import { z } from 'zod';
import { FACTORS, factorSchema, weightSetSchema, type Factor, type WeightSet } from '@/domain/scoring/schema';

const fileSetSchema = z.strictObject({
  ...weightSetSchema.shape,
  /** Kept beside the others to compare with offline; never ranks anybody. */
  comparisonOnly: z.boolean(),
  note: z.string().optional(),
  /** Parts of a comparison set that nothing here measures, by name. */
  unmapped: z.record(z.string(), z.number().int().positive()).optional(),
});
const hundredths = z.number().int().min(0).max(10_000);

/** Content of `config/weights.json`. Bands are the least expected score of each, in hundredths of a point. */
export const weightsFileSchema = z.strictObject({
  version: z.number().int().positive(),
  default: z.string(),
  publishMinimum: z.number().int().min(0).max(100),
  bands: z.strictObject({ strong: hundredths, good: hundredths, partial: hundredths, limited: hundredths }),
  factors: z.record(factorSchema, z.strictObject({ label: z.string().min(1), about: z.string().min(1) })),
  sets: z.record(z.string(), fileSetSchema),
});
export type WeightsFile = z.infer<typeof weightsFileSchema>;

const sumOf = (set: Pick<WeightSet, 'factors'>): number =>
  FACTORS.reduce((sum, factor) => sum + set.factors[factor].weight, 0);

/** What the file's schema cannot see: sums, ids, the default set, bands in order, locked factors at zero. */
export function weightsFileIssues(file: WeightsFile): { path: string[]; message: string }[] {
  const issues: { path: string[]; message: string }[] = [];
  const standard = file.sets[file.default];
  if (!standard || standard.comparisonOnly) {
    issues.push({ path: ['default'], message: `No set “${file.default}” that may rank people.` });
  }
  const { strong, good, partial, limited } = file.bands;
  if (!(strong > good && good > partial && partial > limited && limited === 0)) {
    issues.push({ path: ['bands'], message: 'Bands must fall from strong to limited, which is 0.' });
  }
  for (const [id, set] of Object.entries(file.sets)) {
    const path = ['sets', id];
    if (set.id !== id) issues.push({ path: [...path, 'id'], message: `Must be “${id}” like its key.` });
    if (!set.comparisonOnly && sumOf(set) !== 100) {
      issues.push({ path: [...path, 'factors'], message: `Weights sum to ${sumOf(set)} instead of 100.` });
    }
    for (const factor of FACTORS) {
      const { weight, locked } = set.factors[factor];
      if (locked === true && weight !== 0) {
        issues.push({ path: [...path, 'factors', factor, 'weight'], message: 'A locked factor weighs 0.' });
      }
    }
  }
  return issues;
}

/** A weight set with the hash of its content, which names it in runs and receipts. */
interface LoadedWeightSet {
  set: WeightSet;
  hash: string;
}

export interface WeightSets {
  /** The set that ranks people. */
  current: LoadedWeightSet;
  byId: ReadonlyMap<string, LoadedWeightSet & { comparisonOnly: boolean }>;
  /** The least weight that a published job must set, of 100. */
  publishMinimum: number;
  bands: WeightsFile['bands'];
  /** Names of the factors for people, and what each measures. */
  factors: Record<Factor, { label: string; about: string }>;
}

/** Indexes a checked file. Throws when the default set is missing, which `weightsFileIssues` reports. */
export function buildWeightSets(file: WeightsFile, hashOf: (content: unknown) => string): WeightSets {
  const byId = new Map(
    Object.values(file.sets).map(({ id, label, factors, comparisonOnly }) => {
      const set: WeightSet = { id, label, factors };
      return [id, { set, hash: hashOf(set), comparisonOnly }] as const;
    }),
  );
  const current = byId.get(file.default);
  if (!current) throw new RangeError(`No weight set “${file.default}”.`);
  return {
    current: { set: current.set, hash: current.hash },
    byId,
    publishMinimum: file.publishMinimum,
    bands: file.bands,
    factors: file.factors,
  };
}
