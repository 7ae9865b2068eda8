import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeNotes, type MeasuredNote } from './place-notes';

const note = (at: number, full: number, active = false): MeasuredNote => ({ at, full, folded: 18, active });

it('leaves notes beside their passages when they have room', () => {
  expect(placeNotes([note(0, 50), note(80, 50)])).toEqual([
    { top: 0, folded: false },
    { top: 80, folded: false },
  ]);
});

it('folds a note that reaches into the next one’s place, and moves down what still collides', () => {
  expect(placeNotes([note(10, 50), note(20, 50), note(200, 50)])).toEqual([
    { top: 10, folded: true },
    { top: 34, folded: false },
    { top: 200, folded: false },
  ]);
});

it('keeps the active note whole and at its passage: those before it make room', () => {
  const [first, second, third] = placeNotes([note(100, 50), note(104, 50), note(110, 60, true)]);
  expect(third).toEqual({ top: 110, folded: false });
  expect(second).toEqual({ top: 86, folded: true });
  expect(first).toEqual({ top: 62, folded: true });
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
      placed.forEach(({ top, folded }, index) => {
        expect(top).toBeGreaterThanOrEqual(0);
        const height = folded ? 18 : notes[index]!.full;
        const next = placed[index + 1];
        if (next) expect(next.top).toBeGreaterThanOrEqual(top + height);
      });
    }),
  );
});
