import { describe, expect, it } from 'vitest';
import { gateQuestion, unknownQuestions } from './askable';

const factors = [
  { factor: 'compensation' as const, contribution: 100, unknown: ['least_pay'] },
  { factor: 'hours' as const, contribution: 700, unknown: ['hours', 'other_work'] },
  { factor: 'work_mode_location' as const, contribution: 300, unknown: ['resume', 'modes'] },
  { factor: 'domain' as const, contribution: 900, unknown: ['resume'] },
];

describe('what may be asked', () => {
  it('is each question once, must-haves first, then by what the factor adds', () => {
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
    const place = [{ factor: 'work_mode_location' as const, contribution: 0, unknown: ['resume'] }];
    expect(gateQuestion({ factors }, skill)).toBeNull();
    expect(
      unknownQuestions({ factors: place, gates: [skill, { key: 'work_mode', state: 'unknown' }] }),
    ).toEqual([]);
  });

  it('is nothing for a must-have that is settled', () => {
    expect(gateQuestion({ factors }, { key: 'licence:Notary', state: 'fail' })).toBeNull();
  });
});
