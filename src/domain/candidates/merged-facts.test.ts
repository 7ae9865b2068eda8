import { describe, expect, it } from 'vitest';
import { fullAnswers, profileOf } from '@/testing/people';
import { compareFacts, mergeFacts, unmergeFacts, type Facts, type MergedFacts } from './merged-facts';
import type { CandidateProfile } from './schema';

const read = <T>(value: T, at: number) => ({
  value,
  provenance: 'parsed' as const,
  confidence: 0.9,
  span: { start: at, end: at + 5 },
});
const [OLD, NEW] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-06-01T00:00:00Z')];

const facts = (over: Partial<CandidateProfile> = {}, rest: Partial<Facts> = {}): Facts => ({
  profile: { ...profileOf('Asha Pillai', 'asha@example.com', ['tally']), ...over },
  answers: {},
  resumeId: null,
  parserVersion: null,
  at: OLD,
  ...rest,
});

const fieldOf = (one: Facts, other: Facts, field: string) =>
  compareFacts(one, other).find((compared) => compared.field === field);

describe('comparing the facts of two people', () => {
  it('takes the value that one of them tells, whichever is newer', () => {
    const other = facts({ phone: read('+91 98765 43210', 0) });
    expect(fieldOf(facts({}, { at: NEW }), other, 'phone')).toEqual({
      field: 'phone',
      differs: false,
      side: 'other',
    });
    expect(fieldOf(facts(), facts(), 'place')).toBeUndefined();
  });

  it('takes the newer of two that differ, and what a person put right before both', () => {
    const older = facts({ name: read('Asha P', 0) });
    const newer = facts({ name: read('Asha Pillai', 0) }, { at: NEW });
    expect(fieldOf(older, newer, 'name')).toEqual({ field: 'name', differs: true, side: 'other' });
    expect(fieldOf(newer, older, 'name')).toMatchObject({ side: 'one' });
    const corrected = facts({ name: { ...read('Asha Menon', 0), provenance: 'corrected' } });
    expect(fieldOf(corrected, newer, 'name')).toMatchObject({ side: 'one' });
    expect(fieldOf(newer, corrected, 'name')).toMatchObject({ side: 'other' });
  });

  it('sees no difference in letter case nor in where a fact was read', () => {
    const one = facts({ name: read('ASHA PILLAI', 3) });
    expect(fieldOf(one, facts({ name: read('Asha Pillai', 90) }), 'name')).toMatchObject({ differs: false });
  });

  it('compares answers one by one', () => {
    const one = facts({}, { answers: { hours: { min: 10, max: 20 }, focus: 'both' } });
    const other = facts({}, { answers: { hours: { min: 15, max: 20 } }, at: NEW });
    expect(compareFacts(one, other).filter(({ field }) => field.startsWith('answers.'))).toEqual([
      { field: 'answers.hours', differs: true, side: 'other' },
      { field: 'answers.focus', differs: false, side: 'one' },
    ]);
  });
});

describe('merging the facts of two people', () => {
  const phone = read('+91 98765 43210', 40);
  const one = facts(
    { phone, skills: profileOf('', null, ['tally', 'gst']).skills },
    { resumeId: 'r1', parserVersion: '9' },
  );
  const other = facts(
    { name: read('Asha Menon', 7), skills: profileOf('', null, ['excel', 'gst']).skills },
    { resumeId: 'r2', parserVersion: '9', at: NEW, answers: fullAnswers },
  );

  it('keeps what is chosen, and the usual value of the rest', () => {
    const joined = mergeFacts(one, other, { name: 'one' });
    expect(joined.profile.name?.value).toBe('Asha Pillai');
    expect(joined.profile.phone?.value).toBe(phone.value);
    expect(joined.answers).toEqual(fullAnswers);
    expect(joined.resumeId).toBe('r2');
  });

  it('loses no skill, and marks the list so that the next reading takes none away', () => {
    const { profile } = mergeFacts(one, other, {});
    expect(profile.skills.map(({ skillId }) => skillId).toSorted()).toEqual(['excel', 'gst', 'tally']);
    expect(profile.edited).toContain('skills');
    expect(mergeFacts(one, one, {}).profile.edited).toEqual([]);
  });

  it('keeps passages of the résumé that is shown only, which is the one of the work history', () => {
    const joined = mergeFacts(one, other, { experience: 'one', name: 'other' });
    expect(joined.resumeId).toBe('r1');
    expect(joined.profile.phone).toEqual(phone);
    expect(joined.profile.name).toEqual({
      value: 'Asha Menon',
      provenance: 'corrected',
      confidence: 1,
      span: null,
    });
  });

  it('does not choose a value that is not there', () => {
    expect(mergeFacts(one, other, { phone: 'other' }).profile.phone?.value).toBe(phone.value);
  });

  it('is the same whichever comes first', () => {
    const mirrored = mergeFacts(other, one, { name: 'one' });
    expect({ ...mirrored, profile: { ...mirrored.profile, edited: [] } }).toEqual({
      ...mergeFacts(one, other, { name: 'other' }),
      profile: { ...mergeFacts(one, other, { name: 'other' }).profile, edited: [] },
    });
  });
});

describe('taking a merge back', () => {
  const before: MergedFacts = { ...facts({}, { answers: { focus: 'both' } }), resumeId: 'r1' };
  const after: MergedFacts = {
    ...before,
    profile: { ...before.profile, phone: read('+91 98765 43210', 0), totalMonths: 12 },
    answers: { focus: 'both', flexibility: 'fixed' },
    resumeId: 'r2',
  };

  it('gives the facts of before, when nobody changed any', () => {
    const { facts: parted, stayed } = unmergeFacts(before, after, after, null);
    expect(parted.profile).toEqual(before.profile);
    expect(parted.answers).toEqual(before.answers);
    expect(parted.resumeId).toBe('r1');
    expect(stayed).toBe(false);
  });

  it('leaves what somebody changed since, and says so where the merge had changed it too', () => {
    const since = { ...after, answers: { ...after.answers, focus: 'strategy' as const } };
    expect(unmergeFacts(before, after, since, null)).toMatchObject({
      facts: { answers: { focus: 'strategy' }, profile: { phone: null } },
      stayed: false,
    });
    const again = { ...after, answers: { ...after.answers, flexibility: 'full' as const } };
    const parted = unmergeFacts(before, after, again, null);
    expect(parted.facts.answers).toEqual({ focus: 'both', flexibility: 'full' });
    expect(parted.stayed).toBe(true);
  });

  describe('when a résumé was read since', () => {
    const fresh = { ...after.profile, phone: read('+91 80000 00000', 0), totalMonths: 24 };
    const current = { ...after, profile: fresh, resumeId: 'r3' };

    it('leaves what it tells of the one who stays', () => {
      const { facts: parted, stayed } = unmergeFacts(before, after, current, {
        profile: fresh,
        goesAway: false,
      });
      expect(parted).toMatchObject({ resumeId: 'r3', profile: { phone: fresh.phone, totalMonths: 24 } });
      expect(stayed).toBe(false);
    });

    it('takes it away where it is of the one who goes', () => {
      const { facts: parted, stayed } = unmergeFacts(before, after, current, {
        profile: fresh,
        goesAway: true,
      });
      expect(parted).toMatchObject({ resumeId: 'r1', profile: { phone: null, totalMonths: 94 } });
      expect(stayed).toBe(false);
    });
  });
});
