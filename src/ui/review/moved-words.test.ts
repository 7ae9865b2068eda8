import { describe, expect, it } from 'vitest';
import type { MovedPerson } from '@/domain/pipeline/schema/moved';
import { bannerWords, lastVisitWords, placesUp, wasWords } from '@/ui/review/moved-words';

const zone = 'Asia/Kolkata';
const now = new Date('2026-11-23T20:00:00Z'); // Tuesday 01:30 there.

describe('since when', () => {
  it.each([
    ['2026-11-23T19:10:00Z', 'since 00:40'],
    ['2026-11-23T18:00:00Z', 'since yesterday'],
    ['2026-11-20T09:00:00Z', 'since Friday'],
    ['2026-11-17T20:00:00Z', 'since Wednesday'],
    ['2026-11-17T09:00:00Z', 'since 17 Nov'],
    ['2026-11-23T21:00:00Z', 'since 02:30'],
  ])('%s is told as "%s"', (at, words) => {
    expect(lastVisitWords(new Date(at), now, zone)).toBe(words);
  });
});

describe('who moved', () => {
  const after = { group: 'ranked', rank: 3, points: 78, band: 'strong' } as const;
  const person = (before: MovedPerson['before']): MovedPerson => ({ candidateId: 'x', before, after });
  const risen = person({ group: 'ranked', rank: 7, points: 71, band: 'good' });

  it('is told with where they stood', () => {
    expect(wasWords(risen, 'since Friday')).toBe('Was Good 71, rank 7');
    expect(wasWords(person(null), 'since Friday')).toBe('New since Friday');
    const found = person({ group: 'needs_information', rank: 1, points: 60, band: 'good' });
    expect(wasWords(found, 'since Friday')).toBe('Was Good 60 in Needs information');
    expect([risen, found, person(null)].map(placesUp)).toEqual([4, 0, 0]);
  });

  it('is counted with the reason that holds for all', () => {
    const view = { since: now, weights: null, jobChanged: false, people: [risen] };
    expect(bannerWords(view, 'since Friday')).toBe('1 moved since Friday');
    expect(bannerWords({ ...view, jobChanged: true }, 'since Friday')).toBe(
      '1 moved since Friday: the job changed',
    );
    expect(bannerWords({ ...view, jobChanged: true, weights: 'v4' }, 'since Friday')).toBe(
      '1 moved since Friday: weights v4',
    );
  });
});
