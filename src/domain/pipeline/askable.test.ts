import { describe, expect, it } from 'vitest';
import { factorMoves, gateQuestion, unknownQuestions } from './askable';

const factors = [
  { factor: 'compensation' as const, weight: 5, low: 0, high: 10_000, unknown: ['least_pay'] },
  { factor: 'hours' as const, weight: 7, low: 0, high: 10_000, unknown: ['hours', 'other_work'] },
  { factor: 'work_mode_location' as const, weight: 6, low: 2000, high: 4000, unknown: ['resume', 'modes'] },
  { factor: 'domain' as const, weight: 20, low: 0, high: 10_000, unknown: ['resume'] },
];

describe('what may be asked', () => {
  it('is each question once, must-haves first, then by how far the answer could move the score', () => {
    const gates = [
      { key: 'hours', state: 'pass' as const },
      { key: 'licence:Chartered Accountant', state: 'unknown' as const },
      { key: 'licence:Notary', state: 'unknown' as const },
      { key: 'work_mode', state: 'unknown' as const },
    ];
    expect(unknownQuestions({ factors, gates })).toEqual([
      'licences',
      'modes',
      'hours',
      'other_work',
      'least_pay',
    ]);
  });

  it('is never what only a résumé tells', () => {
    const skill = { key: 'skill:tally', state: 'unknown' as const };
    const place = [
      { factor: 'work_mode_location' as const, weight: 6, low: 0, high: 10_000, unknown: ['resume'] },
    ];
    expect(gateQuestion({ factors }, skill)).toBeNull();
    expect(
      unknownQuestions({ factors: place, gates: [skill, { key: 'work_mode', state: 'unknown' }] }),
    ).toEqual([]);
  });

  it('moves the score by the width of its factor’s bounds, in hundredths of a point', () => {
    expect(factorMoves({ factors }, 'hours')).toBe(Math.round((7 * 10_000) / 38));
    expect(factorMoves({ factors }, 'work_mode_location')).toBe(Math.round((6 * 2000) / 38));
    expect(factorMoves({ factors }, 'language')).toBe(0);
  });

  it('is nothing for a must-have that is settled', () => {
    expect(gateQuestion({ factors }, { key: 'licence:Notary', state: 'fail' })).toBeNull();
  });
});
