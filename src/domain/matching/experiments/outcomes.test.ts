import { describe, expect, it } from 'vitest';
import { creditOf, differencesOf, LIST_MEASURES, type SettledJob, type Shown } from './outcomes';

const person = (position: number, over: Partial<Shown> = {}): Shown => ({
  arm: 'control',
  position,
  grade: 0,
  rejected: false,
  band: 'good',
  shortlistedAfter: null,
  ...over,
});
const HOUR = 3_600_000;

describe('credit', () => {
  it('is the lead of the treatment’s picks among those shortlisted', () => {
    const chosen = (arm: Shown['arm'], position: number) => person(position, { arm, grade: 1 });
    expect(
      creditOf([chosen('treatment', 1), chosen('treatment', 2), chosen('control', 3), person(4)]),
    ).toBeCloseTo(1 / 3);
    expect(creditOf([chosen('control', 1)])).toBe(-1);
    expect(creditOf([person(1), person(2, { rejected: true })])).toBeNull();
  });
});

describe('measures of a list', () => {
  const list = [
    person(2, { grade: 8, shortlistedAfter: 6 * HOUR }),
    person(1, { rejected: true }),
    person(3),
  ];

  it('go by the order shown', () => {
    expect(LIST_MEASURES.precision(list)).toBeCloseTo(1 / 3);
    expect(LIST_MEASURES.ndcg(list)).toBeCloseTo(1 / Math.log2(3));
    expect(LIST_MEASURES.acceptance(list)).toBe(0.5);
  });

  it('speed is what is left of the window at the first shortlist', () => {
    expect(LIST_MEASURES.speed(list, 24 * HOUR)).toBe(0.75);
    expect(LIST_MEASURES.speed([person(1)], 24 * HOUR)).toBe(0);
  });
});

describe('differences', () => {
  const job = (arm: SettledJob['arm'], shortlisted: number, id = arm): SettledJob => ({
    jobId: id,
    arm,
    people: [1, 2].map((position) => person(position, { grade: position <= shortlisted ? 1 : 0 })),
  });

  it('pair the jobs of both arms as they settled; who has no partner waits', () => {
    const jobs = [
      job('control', 1),
      job('control', 0),
      job('treatment', 2),
      job('control', 2),
      job('treatment', 0),
    ];
    expect(differencesOf(jobs, 'precision', HOUR)).toEqual([0.5, 0]);
  });

  it('leave out jobs that have no value', () => {
    const jobs = [job('control', 0), job('control', 1), job('treatment', 2)];
    expect(differencesOf(jobs, 'acceptance', HOUR)).toEqual([0]);
    expect(differencesOf([job('both', 0), job('both', 2)], 'credit', HOUR)).toEqual([-1]);
  });
});
