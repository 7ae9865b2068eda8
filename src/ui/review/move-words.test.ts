import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MoveView } from '@/domain/pipeline/schema/history';
import { moveWords } from './move-words';

const at = new Date('2026-11-12T09:00:00Z');
const weights = (points: number) => ({ cause: 'weights' as const, fact: null, points });

describe('the words of a move', () => {
  it('name what moved it, each with its share', () => {
    const move: MoveView = {
      at,
      from: 7_124,
      to: 7_804,
      parts: [
        weights(310),
        { cause: 'parser', fact: { key: 'skills', change: 'changed' }, points: 152 },
        { cause: 'facts', fact: { key: 'leastPay', change: 'told' }, points: 240 },
        { cause: 'calendar', fact: null, points: -22 },
      ],
    };
    const { from, to, parts } = moveWords(move);
    expect([from, to]).toEqual(['71.2', '78.0']);
    expect(parts.map(({ words, signed }) => `${words} ${signed}`)).toEqual([
      'the weights changed +3.1',
      'skills read anew +1.5',
      'pay told +2.4',
      'time passed −0.2',
    ]);
  });

  it('have shares that sum to what the two scores shown differ by', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.array(fc.integer({ min: -2_000, max: 2_000 }), { minLength: 1, maxLength: 12 }),
        (from, shares) => {
          const to = from + shares.reduce((sum, share) => sum + share, 0);
          fc.pre(to >= 0);
          const shown = moveWords({ at, from, to, parts: shares.map(weights) });
          const sum = shown.parts.reduce((total, { tenths }) => total + tenths, 0);
          expect(sum).toBe(Math.round(10 * Number(shown.to)) - Math.round(10 * Number(shown.from)));
        },
      ),
    );
    const parts = moveWords({ at, from: 5_000, to: 4_960, parts: [weights(-21), weights(-19)] }).parts;
    expect(parts.map(({ signed }) => signed)).toEqual(['−0.2', '−0.2']);
  });
});
