import { describe, expect, it } from 'vitest';
import type { ExperimentView } from '@/domain/matching/schema/experiments';
import {
  acceptanceWords,
  impactWords,
  leftOutWords,
  overtakenWords,
  resultWords,
  signedPoints,
  stopWords,
} from './words';

const none = { control: null, treatment: null };
const view: ExperimentView = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Hours first',
  state: 'running',
  unit: 'interleaving',
  metric: 'credit',
  control: { hash: 'a', name: 'v1' },
  treatment: { hash: 'b', name: 'v2' },
  minimumEffect: 2_000,
  spread: 6_500,
  windowDays: 14,
  createdAt: new Date(0),
  startedAt: new Date(0),
  endedAt: null,
  reasons: [],
  jobs: { planned: 120, counted: 38, waiting: 4, uncounted: 1 },
  finding: { verdict: 'not_enough', decidedAt: null, mean: 0.4, interval: { low: -0.1, high: 0.9 } },
  measures: {
    precision: none,
    ndcg: none,
    acceptance: none,
    overrides: none,
    hoursToShortlist: none,
    churn: null,
  },
  guardrails: {
    acceptance: { verdict: 'too_few', mean: 0.2, n: 3 },
    impactRatio: { verdict: 'not_measured', ratio: null, n: 0 },
  },
  cautions: [],
};

describe('the words of a result', () => {
  it('say nothing of a difference before there is one, whatever the mean', () => {
    expect(resultWords(view)).toBe('Not enough yet: 38 of 120 jobs.');
    expect(resultWords({ ...view, state: 'stopped' })).toBe('Stopped at 38 of 120 jobs, without a result.');
    expect(resultWords({ ...view, state: 'draft' })).toBe('Not started. It takes 120 jobs.');
  });

  it('name the set that does better, or how small a difference could not be found', () => {
    const found = (verdict: ExperimentView['finding']['verdict']) =>
      resultWords({ ...view, finding: { ...view.finding, verdict } });
    expect(found('better')).toMatch(/^v2 does better/);
    expect(found('worse')).toMatch(/^v1 does better/);
    expect(found('no_difference')).toContain('No difference of 20 of 100 was found in 120 jobs');
  });
});

describe('the words of a guardrail', () => {
  it('never sound like a pass where nothing was measured', () => {
    expect(impactWords({ verdict: 'not_measured', ratio: null, n: 0 })).toContain('This is not a pass');
    expect(impactWords({ verdict: 'too_few', ratio: null, n: 12 })).toContain('This is not a pass');
    expect(acceptanceWords({ verdict: 'too_few', mean: 0.5, n: 1 })).toBe(
      'Not enough yet: 1 comparison of 20.',
    );
  });

  it('tell the change with its sign', () => {
    expect(acceptanceWords({ verdict: 'falls', mean: -0.062, n: 25 })).toBe(
      'Falls. −6.2 of 100 in 25 comparisons.',
    );
    expect([0.042, 0, -0.0004].map(signedPoints)).toEqual(['+4.2', '0.0', '0.0']);
  });
});

it('stopping tells of lists only when there are some that no longer count', () => {
  expect(stopWords('interleaving', 0)).toBe(
    'Lists are ordered by their scores again. It cannot be started again.',
  );
  expect(stopWords('job', 1)).toBe(
    'Jobs that drew other weights than those in use are ranked anew by these. 1 list that was shown and whose days are not over will not count. It cannot be started again.',
  );
});

describe('other weights in use than an experiment compares', () => {
  it('reach no list that takes turns, and no job that drew a set', () => {
    expect(leftOutWords(view, 'v3')).toBe(
      'Scores go by v3. But until it ends, lists go on taking turns between v1 and v2, unless a job has weights of its own.',
    );
    expect(leftOutWords({ ...view, unit: 'job' }, 'v3')).toMatch(
      /^Until it ends, jobs first published since it began are ranked by v1 or v2, .* All others go by v3/,
    );
  });

  it('are told on the card until it is decided: promoting replaces them', () => {
    const v3 = { hash: 'c', name: 'v3' };
    for (const state of ['draft', 'running', 'stopped'] as const) {
      expect(overtakenWords({ ...view, state }, v3)).toContain('Promoting v2 puts it in the place of v3.');
    }
    expect(overtakenWords({ ...view, state: 'promoted' }, v3)).toBeNull();
    expect(overtakenWords({ ...view, state: 'rolled_back' }, v3)).toBeNull();
    expect(overtakenWords(view, view.control)).toBeNull();
    expect(overtakenWords(view, view.treatment)).toBeNull();
  });
});
