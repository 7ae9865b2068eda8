import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeNotes, type MeasuredNote } from './place-notes';

const note = (at: number, full: number, active = false): MeasuredNote => ({ at, full, folded: 18, active });

it('leaves notes beside their passages when they have room', () => {
  expect(placeNotes([note(0, 50), note(80, 50)])).toEqual([
    { top: 0, height: 50 },
    { top: 80, height: 50 },
  ]);
});

it('cuts a note that reaches into the next one’s place, to its titles at most, and moves down what still collides', () => {
  expect(placeNotes([note(10, 50), note(50, 50), note(60, 50), note(200, 50)])).toEqual([
    { top: 10, height: 34 },
    { top: 50, height: 18 },
    { top: 74, height: 50 },
    { top: 200, height: 50 },
  ]);
});

it('keeps the active note whole and at its passage: those before it make room', () => {
  expect(placeNotes([note(100, 50), note(104, 50), note(110, 60, true)])).toEqual([
    { top: 62, height: 18 },
    { top: 86, height: 18 },
    { top: 110, height: 60 },
  ]);
});

it('never puts one note over another, nor above the top', () => {
  const measured = fc.record({
    at: fc.integer({ min: 0, max: 900 }),
    full: fc.integer({ min: 18, max: 120 }),
    active: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(measured, { maxLength: 20 }), (found) => {
      const notes = found.toSorted((a, b) => a.at - b.at).map((one) => ({ ...one, folded: 18 }));
      const placed = placeNotes(notes);
      expect(placed).toHaveLength(notes.length);
      placed.forEach(({ top, height }, index) => {
        expect(top).toBeGreaterThanOrEqual(0);
        expect(height).toBeGreaterThanOrEqual(18);
        const next = placed[index + 1];
        if (next) expect(next.top).toBeGreaterThanOrEqual(top + height);
      });
    }),
  );
});
