import { expect, it } from 'vitest';
import { capBuffers } from './buffer-cap';

it('refuses buffers that no honest file needs, and leaves the others as they are', () => {
  const refused = capBuffers();
  const small = new Uint8Array([1, 2, 3]);
  expect(small).toBeInstanceOf(Uint8Array);
  expect(small.subarray(1)).toEqual(new Uint8Array([2, 3]));
  expect(new Uint8Array(new ArrayBuffer(32 * 2 ** 20)).length).toBe(32 * 2 ** 20);
  expect(refused()).toBe(0);
  expect(() => new Uint8Array(32 * 2 ** 20 + 1)).toThrow(RangeError);
  expect(() => new Float64Array(5 * 2 ** 20)).toThrow(RangeError);
  expect(() => new ArrayBuffer(2 ** 30)).toThrow(RangeError);
  expect(refused()).toBe(3);
});
