import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AS_OF, SMALL_TAXONOMY, weightsWith } from './arbitraries';
import { canonicalJson } from './canonical';
import { compileJob } from './compile';
import { ENGINE_VERSION, factsHash, makeReceipt, receiptSchema, replay } from './receipt';
import { SAMPLE_JOB, SAMPLE_PERSON } from './samples';
import { scorePair } from './score';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const weights = weightsWith(4_000);
const job = { ...SAMPLE_JOB, pay: null };
const receipt = makeReceipt({
  weightSetHash: 'w',
  questionSetHash: 'q',
  taxonomyHash: 't',
  parserVersion: '1.0.0',
  jobVersionId: 'j',
  candidateVersionId: 'c',
  jobHash: factsHash(job, sha256),
  candidateHash: factsHash(SAMPLE_PERSON, sha256),
  asOf: AS_OF,
  runId: 'r',
  score: scorePair(compileJob(job, weights, SMALL_TAXONOMY, AS_OF), SAMPLE_PERSON),
  sha256,
});

describe('canonical JSON', () => {
  it('sorts keys, drops what is undefined, and sorts sets when asked', () => {
    expect(canonicalJson({ b: [3, 1], a: { d: null, c: undefined } })).toBe('{"a":{"d":null},"b":[3,1]}');
    expect(canonicalJson({ b: [3, 1] }, true)).toBe('{"b":[1,3]}');
    expect(JSON.parse(canonicalJson({ text: '“é”\n' }))).toEqual({ text: '“é”\n' });
  });
});

describe('a receipt', () => {
  it('names its versions, what counted and what did not', () => {
    const read = receiptSchema.parse(JSON.parse(receipt));
    expect(read).toMatchObject({ engineVersion: ENGINE_VERSION, asOf: AS_OF, runId: 'r', weightSet: 95 });
    expect(read.notCounted).toEqual(['compensation', 'education', 'login_recency', 'career_gap']);
    expect(read.inputHash).toMatch(/^[0-9a-f]{64}$/);
    expect(canonicalJson(read)).toBe(receipt);
  });

  it('replays to other bytes when a fact, a weight or the receipt was altered', () => {
    const again = (person = SAMPLE_PERSON, set = weights, text = receipt): string =>
      replay(text, job, person, set, SMALL_TAXONOMY, sha256);
    expect(again()).toBe(receipt);
    expect(again({ ...SAMPLE_PERSON, focus: 'strategy' })).not.toBe(receipt);
    const heavier = { ...weights.factors, hours: { weight: 50, prior: 0 } };
    expect(again(SAMPLE_PERSON, { ...weights, factors: heavier })).not.toBe(receipt);
    const altered = receipt.replace('"expected":10000', '"expected":9000');
    expect(again(SAMPLE_PERSON, weights, altered)).not.toBe(altered);
    const moved = receipt.replace('"candidateHash":"', '"candidateHash":"0');
    expect(again(SAMPLE_PERSON, weights, moved)).not.toBe(moved);
  });

  it('replays with the bands that it was cut by, and differs when they were altered', () => {
    const bands = { strong: 9_950, good: 9_900, partial: 9_850 };
    const cut = makeReceipt({
      ...receiptSchema.parse(JSON.parse(receipt)),
      bands,
      score: scorePair(compileJob(job, weights, SMALL_TAXONOMY, AS_OF, { bands }), SAMPLE_PERSON),
      sha256,
    });
    expect(receiptSchema.parse(JSON.parse(cut)).bands).toEqual(bands);
    const again = (text: string) => replay(text, job, SAMPLE_PERSON, weights, SMALL_TAXONOMY, sha256);
    expect(again(cut)).toBe(cut);
    const altered = cut.replace('"strong":9950', '"strong":9951');
    expect(altered).not.toBe(cut);
    expect(again(altered)).not.toBe(altered);
    expect(receipt).not.toContain('"bands"');
  });

  it('refuses what is not a receipt', () => {
    expect(() => replay('{}', job, SAMPLE_PERSON, weights, SMALL_TAXONOMY, sha256)).toThrow('engineVersion');
  });
});
