import { assert, jsonValue, property } from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, contentHash } from './hash';

test('is the SHA-256 of sorted, dense JSON', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined, A: true })).toBe(
    '{"A":true,"b":[1,{"c":"x","d":null}]}',
  );
  // echo -n '{"a":1}' | sha256sum
  expect(contentHash({ a: 1 })).toBe('015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862');
});

test('is the same for the same content in any key order, and survives a round trip', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, member]) => [key, reversed(member)]),
    );
  };
  assert(
    property(jsonValue({ noUnicodeString: false }), (drawn) => {
      const value: unknown = JSON.parse(JSON.stringify(drawn));
      expect(contentHash(reversed(value))).toBe(contentHash(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(value);
    }),
  );
});

test('differs when anything differs', () => {
  expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: 2 }));
  expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  expect(() => contentHash(() => 1)).toThrow(TypeError);
});
