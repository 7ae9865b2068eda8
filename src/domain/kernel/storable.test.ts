import { expect, it } from 'vitest';
import { madeStorable, unstorablePath } from './storable';

const nested = (depth: number): unknown => {
  let value: unknown = 'x';
  for (let i = 0; i < depth; i += 1) value = [value];
  return value;
};

it.each([
  [{ name: 'Asha 🌱', list: [1, null, true, undefined, new Date(0)] }, null],
  ['plain', null],
  [undefined, null],
  [{ answers: { title: 'a\0b' } }, 'answers.title'],
  [{ list: ['fine', 'half \ud83c'] }, 'list.1'],
  [{ answers: { 'a\0': 1 } }, 'answers'],
  ['\udf31 half', ''],
])('%j is kept but for %j', (value, path) => {
  expect(unstorablePath(value)).toBe(path);
});

it('ends on what is nested without an end', () => {
  const round: Record<string, unknown> = {};
  round['self'] = round;
  expect(unstorablePath(round)).not.toBeNull();
  expect(unstorablePath(nested(64))).toBeNull();
  expect(unstorablePath(nested(66))).not.toBeNull();
});

it('replaces what cannot be kept by as much, and leaves the rest', () => {
  const value = { text: 'a\0b \ud83c end 🌱', spans: [{ start: 0, end: 3 }], none: null };
  const kept = madeStorable(value);
  expect(unstorablePath(kept)).toBeNull();
  expect(kept).toEqual({ ...value, text: 'a\uFFFDb \uFFFD end 🌱' });
  expect(kept.text).toHaveLength(value.text.length);
});
