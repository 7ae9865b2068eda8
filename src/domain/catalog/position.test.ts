import { assert, jsonValue, property } from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPositions } from './position';

const text = `{
  "a": {
    "list": [1, "two", { "deep": null }],
    "text": "a \\"quoted\\" } brace"
  },

  "b": -1.5e3
}
`;

test('finds the line of a value, and of the closest ancestor where it is missing', () => {
  const { lineOf, brokenAt } = jsonPositions(text);
  expect(brokenAt).toBeNull();
  expect(lineOf([])).toBe(1);
  expect(lineOf(['a'])).toBe(2);
  expect(lineOf(['a', 'list', 2, 'deep'])).toBe(3);
  expect(lineOf(['a', 'text'])).toBe(4);
  expect(lineOf(['b'])).toBe(7);
  expect(lineOf(['a', 'missing', 'deeper'])).toBe(2);
});

test.each([
  ['{\n  "a": 1,\n}', 3],
  ['{\n  "a": 1\n  "b": 2\n}', 3],
  ['{\n  "a": tru\n}', 2],
  ['{\n  "a": 01\n}', 2],
  ['[1,\n2', 2],
  ['[1 2 3]', 1],
  ['[1]\n]', 2],
  ['', 1],
])('says where %j stops being JSON', (broken, line) => {
  expect(() => JSON.parse(broken) as unknown).toThrow(SyntaxError);
  expect(jsonPositions(broken).brokenAt).toBe(line);
});

test('reads every JSON text whole, however it is laid out', () => {
  assert(
    property(jsonValue(), (value) => {
      expect(jsonPositions(JSON.stringify(value)).brokenAt).toBeNull();
      expect(jsonPositions(JSON.stringify(value, null, 2)).brokenAt).toBeNull();
    }),
  );
});
