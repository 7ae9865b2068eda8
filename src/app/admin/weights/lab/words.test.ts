import { describe, expect, it } from 'vitest';
import type { Shadow } from '@/domain/matching/schema/shadow';
import type { PublicationView, WeightDraftView } from '@/domain/matching/schema/weights';
import { FACTORS, type WeightSet } from '@/domain/scoring/schema';
import { withWeight } from '@/domain/scoring/weights';
import { publishWords, shadowHindrance, shadowStanding, shareChange } from './words';

it('a change is the difference of the two numbers that stand beside it', () => {
  expect(shareChange(0.886, 0.894)).toBe('0');
  expect(shareChange(0.884, 0.886)).toBe('+.01');
  expect(shareChange(0.9, 0.42)).toBe('−.48');
  expect(shareChange(null, 0.4)).toBe('–');
});

it('speaks of places: somebody may stand in many lists', () => {
  const effect = { jobs: 14, looked: 14, moved: 496, intoStrong: 1, outOfStrong: 0 };
  expect(publishWords(effect)).toBe(
    '14 open jobs re-rank: 496 places change, 1 comes into Strong, 0 leave it.',
  );
  expect(publishWords({ jobs: 1, looked: 0, moved: 1, intoStrong: 2, outOfStrong: 1 })).toBe(
    '1 open job re-ranks: 1 place changes, 2 come into Strong, 1 leaves it, counted in the newest 0.',
  );
});

describe('a shadow', () => {
  const inUse = Object.fromEntries(
    FACTORS.map((factor) => [factor, { weight: factor === 'hours' ? 100 : 0, prior: 5_000 }]),
  ) as WeightSet['factors'];
  const drafted = withWeight(inUse, 'language', 10);
  const shadow: NonNullable<Shadow> = {
    shadowId: '00000000-0000-4000-8000-000000000001',
    name: 'v2 draft',
    factors: drafted,
    startedBy: 'Noor Qazi',
    startedAt: new Date(0),
    runs: 0,
    people: 0,
    moved: 0,
    intoStrong: 0,
    outOfStrong: 0,
    displaced: null,
  };
  const draft = (factors: WeightSet['factors']): WeightDraftView => ({
    revision: 3,
    name: 'v2',
    factors,
    overNumber: 1,
    updatedBy: 'Noor Qazi',
    updatedAt: new Date(0),
    issues: [],
  });
  const publication = (number: number, factors: WeightSet['factors']): PublicationView => ({
    number,
    hash: String(number),
    name: `v${number}`,
    reason: 'for a test',
    publishedBy: null,
    publishedAt: new Date(0),
    jobs: 0,
    factors,
  });
  const v1 = publication(1, inUse);
  const v2 = publication(2, drafted);
  const before = { inUse: v1, publications: [v1] };
  const other = draft(withWeight(inUse, 'language', 11));

  it('says whether the draft that it was started from is still the same, changed, published or gone', () => {
    expect(shadowStanding(shadow, { ...before, draft: draft(drafted) })).toEqual({
      words: 'the draft is still the same',
      another: false,
    });
    expect(shadowStanding(shadow, { ...before, draft: other })).toEqual({
      words: 'the draft has changed since',
      another: true,
    });
    expect(shadowStanding(shadow, { ...before, draft: null })).toEqual({
      words: 'that draft is gone',
      another: false,
    });
    const after = { inUse: v2, publications: [v2, v1] };
    expect(shadowStanding(shadow, { ...after, draft: null }).words).toBe(
      'these weights were published as v2, and are in use',
    );
    const back = publication(3, inUse);
    const rolledBack = { inUse: back, publications: [back, v2, v1], draft: other };
    expect(shadowStanding(shadow, rolledBack)).toEqual({
      words: 'these weights were published as v2; the draft is another one now',
      another: true,
    });
  });

  it('is started from a draft that is saved, may rank people and is not in use already', () => {
    expect(shadowHindrance({ inUse: v1, draft: draft(drafted) }, false)).toBeNull();
    expect(shadowHindrance({ inUse: v1, draft: draft(drafted) }, true)).toBe('Save the draft first.');
    expect(shadowHindrance({ inUse: v1, draft: null }, false)).toBe('Save the draft first.');
    expect(shadowHindrance({ inUse: v1, draft: draft(inUse) }, false)).toContain('in use');
    const issues = [{ path: 'factors', message: 'The weights must sum to 100.' }];
    expect(shadowHindrance({ inUse: v1, draft: { ...draft(drafted), issues } }, false)).toBe(
      'The weights must sum to 100.',
    );
  });
});
