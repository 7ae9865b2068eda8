import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kilometres } from './distance';

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const haversine = (a: { latitude: number; longitude: number }, b: typeof a): number => {
  const half = (x: number, y: number): number => Math.sin(radians(x - y) / 2) ** 2;
  const across =
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * 6371 * Math.asin(Math.sqrt(half(a.latitude, b.latitude) + across));
};

it('is within one per cent or one kilometre of the great circle up to 500 km', () => {
  const point = fc.record({
    latitude: fc.double({ min: -65, max: 65, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    north: fc.double({ min: -3, max: 3, noNaN: true }),
    east: fc.double({ min: -4, max: 4, noNaN: true }),
  });
  fc.assert(
    fc.property(point, ({ latitude, longitude, north, east }) => {
      const there = { latitude: latitude + north, longitude: ((longitude + east + 540) % 360) - 180 };
      const truth = haversine({ latitude, longitude }, there);
      fc.pre(truth <= 500);
      expect(Math.abs(kilometres({ latitude, longitude }, there) - truth)).toBeLessThanOrEqual(
        Math.max(1, truth / 100),
      );
    }),
    { numRuns: 2_000 },
  );
});
