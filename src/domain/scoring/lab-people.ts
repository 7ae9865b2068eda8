import { z } from 'zod';
import { bandCutsSchema, factorSchema, type BandCuts, type Factor } from './schema';

/**
 * People as the weight lab sees them: what each factor is worth for each person, and nothing they told. Values are 1/10000, one
 * entry a person.
 */
export interface LabPeople {
  /** Codes that stand for the people, such as `K-307`. */
  codes: readonly string[];
  /** How many people may be ranked for the job; more than there are codes when it is too many to look at. */
  total: number;
  factors: readonly LabFactor[];
  /** Where the bands begin. */
  bands: BandCuts;
  /** 1 = misses a must-have. */
  fails: Uint8Array;
  /** Order among equal scores, lowest first. */
  ties: Int32Array;
}

/** A factor that the job sets. What is not known makes `low` < `high`; what is expected of it goes by the set's prior. */
export interface LabFactor {
  factor: Factor;
  low: Uint16Array;
  high: Uint16Array;
  expected: { inUse: Uint16Array; draft: Uint16Array };
}

const headerSchema = z.object({
  codes: z.array(z.string()),
  total: z.number().int().nonnegative(),
  /** `draft`: the draft expects something else of what is not known, so its values stand beside. */
  factors: z.array(z.object({ factor: factorSchema, draft: z.boolean() })),
  bands: bandCutsSchema,
});

const LENGTH_BYTES = 4;

/** The people in one buffer: length of the header (4 bytes, little-endian), the header as JSON, ties, values, fails. */
export function encodeLabPeople({
  codes,
  total,
  factors,
  bands,
  fails,
  ties,
}: LabPeople): Uint8Array<ArrayBuffer> {
  const told = factors.map(({ factor, expected }) => ({ factor, draft: expected.draft !== expected.inUse }));
  const json = JSON.stringify({ codes, total, factors: told, bands });
  const text = new TextEncoder().encode(json);
  // Whole words, so that the arrays behind it can be read in place.
  const header = new Uint8Array(Math.ceil(text.length / 4) * 4).fill(0x20);
  header.set(text);
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, header.length, true);
  const arrays = [
    ties,
    ...factors.flatMap(({ low, high, expected }) => [
      low,
      high,
      expected.inUse,
      ...(expected.draft === expected.inUse ? [] : [expected.draft]),
    ]),
    fails,
  ].map((array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  const parts = [length, header, ...arrays];
  const buffer = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    buffer.set(part, at);
    at += part.length;
  }
  return buffer;
}

/** Reads what `encodeLabPeople` wrote, in place. Throws when the buffer is something else. */
export function decodeLabPeople(buffer: ArrayBuffer): LabPeople {
  const headerLength = new DataView(buffer).getUint32(0, true);
  const json = new TextDecoder().decode(new Uint8Array(buffer, LENGTH_BYTES, headerLength));
  const header = headerSchema.parse(JSON.parse(json));
  const count = header.codes.length;
  let at = LENGTH_BYTES + headerLength;
  const ties = new Int32Array(buffer, at, count);
  at += ties.byteLength;
  const values = (): Uint16Array => {
    const array = new Uint16Array(buffer, at, count);
    at += array.byteLength;
    return array;
  };
  const factors = header.factors.map(({ factor, draft }): LabFactor => {
    const [low, high, inUse] = [values(), values(), values()];
    return { factor, low, high, expected: { inUse, draft: draft ? values() : inUse } };
  });
  return {
    codes: header.codes,
    total: header.total,
    factors,
    bands: header.bands,
    fails: new Uint8Array(buffer, at, count),
    ties,
  };
}
