import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AS_OF, jobs, people, SMALL_TAXONOMY, weightSets } from './arbitraries';
import {
  factorsFromBytes,
  factorsToBytes,
  gatesFromBytes,
  gatesToBytes,
  manyGatesToBytes,
} from './breakdown';
import { compileJob } from './compile';
import { scorePair } from './score';

it('gives back the factors and gates of any score, from bytes and from the JSON text of older rows', () => {
  fc.assert(
    fc.property(jobs, people, weightSets, (job, person, weights) => {
      const { factors, gates } = scorePair(compileJob(job, weights, SMALL_TAXONOMY, AS_OF), person);
      expect(factorsFromBytes(factorsToBytes(factors))).toEqual(factors);
      expect(gatesFromBytes(gatesToBytes(gates))).toEqual(gates);
      const asJson = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
      expect(factorsFromBytes(asJson(factors))).toEqual(factors);
      expect(gatesFromBytes(asJson(gates))).toEqual(gates);
    }),
    { numRuns: 500 },
  );
});

it('keeps names that it does not number', () => {
  const factors = [
    { factor: 'screening_answers', weight: 4, low: 0, expected: 1, high: 10_000, contribution: 0 } as const,
  ].map((factor) => ({ ...factor, unknown: ['screening:closed-books', 'resume'] }));
  expect(factorsFromBytes(factorsToBytes(factors))).toEqual(factors);
});

it('still reads factors whose three values were written one by one', () => {
  const stored = Uint8Array.of(1, 1, 5, 7, 2, 20, 251, 0x10, 0x27, 14, 1, 1);
  const hours = { factor: 'hours', weight: 7, low: 2, expected: 20, high: 10_000, contribution: 14 };
  expect(factorsFromBytes(stored)).toEqual([{ ...hours, unknown: ['hours'] }]);
});

it('tells where each of many ends', () => {
  const gates = [
    [{ key: 'skill:gst', state: 'pass' as const }],
    [],
    [{ key: 'on-site', state: 'fail' as const }],
  ];
  const { bytes, ends } = manyGatesToBytes(gates);
  const parts = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
  expect(parts.map(gatesFromBytes)).toEqual(gates);
});

it('refuses bytes of another format', () => {
  expect(() => factorsFromBytes(Uint8Array.of(3, 0))).toThrow(RangeError);
  expect(() => factorsFromBytes(Uint8Array.of(2, 1, 0x3f))).toThrow(RangeError);
  expect(() => gatesFromBytes(new Uint8Array())).toThrow(RangeError);
});
