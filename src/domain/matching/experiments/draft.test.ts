import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { armOf, teamDraft } from './draft';

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,2}$/), { maxLength: 30 });

describe('an arm', () => {
  it('is the same whenever it is asked, and about half of the jobs have each', () => {
    const arms = Array.from({ length: 4000 }, (_, job) => armOf('experiment', `job-${job}`));
    expect(arms).toEqual(Array.from({ length: 4000 }, (_, job) => armOf('experiment', `job-${job}`)));
    const treated = arms.filter((arm) => arm === 'treatment').length;
    // Four standard errors.
    expect(Math.abs(treated - 2000)).toBeLessThan(4 * Math.sqrt(1000));
    const other = Array.from({ length: 4000 }, (_, job) => armOf('another', `job-${job}`));
    const agree = arms.filter((arm, job) => arm === other[job]).length;
    expect(Math.abs(agree - 2000)).toBeLessThan(4 * Math.sqrt(1000));
  });
});

describe('a team draft', () => {
  it('lists everybody of either ranking once, and the same again from the same seed', () => {
    fc.assert(
      fc.property(ids, ids, fc.string(), (control, treatment, seed) => {
        const picks = teamDraft({ control, treatment }, 100, seed);
        expect(new Set(picks.map(({ candidateId }) => candidateId))).toEqual(
          new Set([...control, ...treatment]),
        );
        expect(picks).toHaveLength(new Set([...control, ...treatment]).size);
        expect(picks.map(({ position }) => position)).toEqual(picks.map((_, index) => index + 1));
        expect(teamDraft({ control, treatment }, 100, seed)).toEqual(picks);
      }),
    );
  });

  it('keeps each ranking’s own order, and no team is ever more than one ahead', () => {
    fc.assert(
      fc.property(ids, fc.string(), fc.integer({ min: 0, max: 40 }), (control, seed, depth) => {
        const treatment = control.toReversed();
        const picks = teamDraft({ control, treatment }, depth, seed);
        expect(picks).toHaveLength(Math.min(depth, control.length));
        let lead = 0;
        for (const { arm } of picks) {
          lead += arm === 'treatment' ? 1 : -1;
          expect(Math.abs(lead)).toBeLessThanOrEqual(1);
        }
        const ofControl = picks.filter(({ arm }) => arm === 'control').map(({ candidateId }) => candidateId);
        expect(ofControl).toEqual(control.filter((id) => ofControl.includes(id)));
      }),
    );
  });

  it('of equal rankings is that ranking, its picks dealt by a fair coin', () => {
    const ranking = Array.from({ length: 10 }, (_, index) => `person-${index}`);
    const firsts = Array.from({ length: 2000 }, (_, seed) => {
      const picks = teamDraft({ control: ranking, treatment: ranking }, 10, `seed-${seed}`);
      expect(picks.map(({ candidateId }) => candidateId)).toEqual(ranking);
      return picks[0]!.arm;
    });
    const treated = firsts.filter((arm) => arm === 'treatment').length;
    expect(Math.abs(treated - 1000)).toBeLessThan(4 * Math.sqrt(500));
  });
});
