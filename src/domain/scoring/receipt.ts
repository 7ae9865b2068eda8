import { z } from 'zod';
import { canonicalJson } from './canonical';
import { compileJob } from './compile';
import { scorePair } from './score';
import {
  bandCutsSchema,
  BANDS,
  daySchema,
  FACTORS,
  factorSchema,
  GATE_STATES,
  MATCH_GROUPS,
  type BandCuts,
  type CandidateFacts,
  type JobFacts,
  type PairScore,
  type Taxonomy,
  type WeightSet,
} from './schema';

/** Changes with anything that can change a score. */
export const ENGINE_VERSION = '1.1.0';

const hundredths = z.number().int().min(0).max(10_000);
const tripleShape = { low: hundredths, expected: hundredths, high: hundredths };

/** A stored receipt. Scores are hundredths of a point, factor values and coverage 1/10000. */
export const receiptSchema = z.object({
  engineVersion: z.string(),
  parserVersion: z.string().nullable(),
  weightSetHash: z.string(),
  questionSetHash: z.string(),
  taxonomyHash: z.string(),
  jobVersionId: z.string(),
  jobHash: z.string(),
  candidateVersionId: z.string(),
  candidateHash: z.string(),
  asOf: daySchema,
  runId: z.string(),
  /** SHA-256 of the canonical JSON of engine and parser versions, the hashes above and `asOf`. */
  inputHash: z.string(),
  ...tripleShape,
  coverage: hundredths,
  band: z.enum(BANDS),
  /** Where the bands were cut, when it was elsewhere than by default. */
  bands: bandCutsSchema.optional(),
  group: z.enum(MATCH_GROUPS),
  /** Sum of the weights counted: what the score was divided by. */
  weightSet: z.number().int(),
  factors: z.array(
    z.object({
      factor: factorSchema,
      weight: z.number().int(),
      ...tripleShape,
      contribution: hundredths,
      unknown: z.array(z.string()),
    }),
  ),
  /** Factors that did not count: left unset by the job, or of weight zero. */
  notCounted: z.array(factorSchema),
  gates: z.array(z.object({ key: z.string(), state: z.enum(GATE_STATES) })),
});
/** @public */
export type Receipt = z.infer<typeof receiptSchema>;

export type Sha256 = (text: string) => string;

export interface ReceiptInput {
  weightSetHash: string;
  questionSetHash: string;
  taxonomyHash: string;
  /** Null when no résumé was read. */
  parserVersion: string | null;
  jobVersionId: string;
  candidateVersionId: string;
  /** Content hashes of what was scored; `factsHash` gives one of bare facts. */
  jobHash: string;
  candidateHash: string;
  asOf: string;
  /** Null = the default ones. */
  bands?: BandCuts | null;
  runId: string;
  score: Omit<PairScore, 'factors' | 'gates'> & {
    factors: readonly PairScore['factors'][number][];
    gates: readonly PairScore['gates'][number][];
  };
  /** Hex digest of a text as UTF-8. */
  sha256: Sha256;
}

/** Content hash of facts, whatever the order of their lists. */
export function factsHash(facts: JobFacts | CandidateFacts, sha256: Sha256): string {
  return sha256(canonicalJson(facts, true));
}

/** The receipt of a scored pair as canonical JSON: the same input gives the same bytes. */
export function makeReceipt({ score, sha256, ...input }: ReceiptInput): string {
  const { weightSetHash, questionSetHash, taxonomyHash, parserVersion, jobHash, candidateHash, asOf } = input;
  const identity = {
    engineVersion: ENGINE_VERSION,
    parserVersion,
    weightSetHash,
    questionSetHash,
    taxonomyHash,
    jobHash,
    candidateHash,
    asOf,
    bands: input.bands ?? undefined,
  };
  const counted = new Set(score.factors.map(({ factor }) => factor));
  const receipt: Receipt = {
    ...identity,
    jobVersionId: input.jobVersionId,
    candidateVersionId: input.candidateVersionId,
    runId: input.runId,
    inputHash: sha256(canonicalJson(identity)),
    expected: score.expected,
    low: score.low,
    high: score.high,
    coverage: score.coverage,
    band: score.band,
    group: score.group,
    weightSet: score.factors.reduce((sum, { weight }) => sum + weight, 0),
    factors: score.factors.map(({ factor, weight, low, expected, high, contribution, unknown }) => ({
      factor,
      weight,
      low,
      expected,
      high,
      contribution,
      unknown: [...unknown].sort(),
    })),
    notCounted: FACTORS.filter((factor) => !counted.has(factor)),
    gates: score.gates.map(({ key, state }) => ({ key, state })),
  };
  return canonicalJson(receipt);
}

/**
 * Scores the stored input again and writes the receipt anew; equal to the stored text when nothing was altered and the engine is
 * the one that wrote it. Throws ZodError when `text` is not a receipt, RangeError as `compileJob` does.
 */
export function replay(
  text: string,
  job: JobFacts,
  candidate: CandidateFacts,
  weights: WeightSet,
  taxonomy: Taxonomy,
  sha256: Sha256,
): string {
  const receipt = receiptSchema.parse(JSON.parse(text));
  const score = scorePair(
    compileJob(job, weights, taxonomy, receipt.asOf, { bands: receipt.bands }),
    candidate,
  );
  return makeReceipt({ ...receipt, score, sha256 });
}
