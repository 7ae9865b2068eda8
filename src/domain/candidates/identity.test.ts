import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileOf } from '@/testing/people';
import { compareIdentities, identityKeys, identityOf, type Identity } from './identity';
import type { CandidateProfile } from './schema';

const fact = <T>(value: T) => ({ value, provenance: 'parsed' as const, confidence: 1, span: null });
const PUNE = { cityId: 'in-pune', name: 'Pune', country: 'IN', latitude: null, longitude: null };

const identity = (
  facts: {
    name?: string;
    email?: string;
    phone?: string;
    city?: boolean;
    experience?: CandidateProfile['experience'];
  },
  text: string | null = null,
): Identity => {
  const { name, email, phone, city, experience = [] } = facts;
  return identityOf(
    {
      ...profileOf('', null, []),
      experience,
      name: name === undefined ? null : fact(name),
      email: email === undefined ? null : fact(email),
      phone: phone === undefined ? null : fact(phone),
      place: city === true ? fact(PUNE) : null,
    },
    text,
  );
};

const job = (title: string, company: string) =>
  ({
    ...profileOf('', null, []).experience[0]!,
    title,
    company,
  }) satisfies CandidateProfile['experience'][number];

describe('two people', () => {
  it('are one by their mailbox, however the address is written', () => {
    const one = identity({ email: 'Meera.Joshi+jobs@gmail.com' });
    for (const email of ['meerajoshi@gmail.com', 'meera.joshi@googlemail.com', 'MEERAJOSHI+x@gmail.com']) {
      expect(compareIdentities(one, identity({ email }))).toEqual({
        strength: 'strong',
        evidence: ['email'],
      });
    }
    const elsewhere = identity({ email: 'meera.joshi@example.com' });
    expect(compareIdentities(elsewhere, identity({ email: 'meerajoshi@example.com' }))).toBeNull();
  });

  it('are one by their phone, with the country or without', () => {
    const one = identity({ phone: '+91 98765 43210' });
    for (const phone of ['098765-43210', '9876543210', '0091 98765 43210']) {
      expect(compareIdentities(one, identity({ phone }))).toMatchObject({ strength: 'strong' });
    }
    expect(compareIdentities(one, identity({ phone: '+91 98765 43211' }))).toBeNull();
    expect(compareIdentities(one, identity({ phone: '65 43210' }))).toBeNull();
  });

  it('are likely one by the name and the city, whatever the order, accents and initials', () => {
    const one = identity({ name: 'Asha R. Pillai', city: true });
    expect(compareIdentities(one, identity({ name: 'PILLAI, Ashá', city: true }))).toEqual({
      strength: 'likely',
      evidence: ['name_city'],
    });
    expect(compareIdentities(one, identity({ name: 'Asha Pillai' }))).toBeNull();
    const mononym = identity({ name: 'Asha', city: true });
    expect(compareIdentities(mononym, mononym)).toBeNull();
  });

  it('are likely one by the same post at the same time, unless their names have no word in common', () => {
    const experience = [job('Accountant', 'Nandi Stationers')];
    const one = identity({ name: 'Asha Pillai', experience });
    expect(compareIdentities(one, identity({ name: 'Asha P. Menon', experience }))).toEqual({
      strength: 'likely',
      evidence: ['work'],
    });
    expect(compareIdentities(one, identity({ name: 'Ravi Menon', experience }))).toBeNull();
    const later = [{ ...experience[0]!, start: '2020-01' }];
    expect(compareIdentities(one, identity({ name: 'Asha Pillai', experience: later }))).toBeNull();
  });

  it('are likely one by the text of their résumés, whatever the file', () => {
    const text = 'Asha Pillai keeps the books of small shops. '.repeat(10);
    const one = identity({}, text);
    expect(compareIdentities(one, identity({}, text.replaceAll(' ', '\n')))).toEqual({
      strength: 'likely',
      evidence: ['resume'],
    });
    expect(compareIdentities(one, identity({}, `${text} And more.`))).toBeNull();
    expect(compareIdentities(identity({}, 'Short.'), identity({}, 'Short.'))).toBeNull();
  });

  it('are two when mailboxes or phones differ and no other is the same', () => {
    const same = { name: 'Asha Pillai', city: true };
    const one = identity({ ...same, email: 'asha@example.com', phone: '+91 98765 43210' });
    expect(compareIdentities(one, identity({ ...same, email: 'pillai@example.com' }))).toBeNull();
    expect(compareIdentities(one, identity({ ...same, phone: '+91 98765 00000' }))).toBeNull();
    expect(
      compareIdentities(one, identity({ ...same, email: 'pillai@example.com', phone: '9876543210' })),
    ).toEqual({ strength: 'strong', evidence: ['phone', 'name_city'] });
  });
});

const maybe = (...values: string[]) => fc.constantFrom(null, ...values);
const identities: fc.Arbitrary<Identity> = fc.record({
  email: maybe('a@example.com', 'b@example.com', 'c@example.com'),
  phone: maybe('9876543210', '919876543210', '99876543210', '919876500000', '76543210', '6543210'),
  name: fc.subarray(['asha', 'menon', 'pillai', 'ravi']),
  city: maybe('in-pune', 'in-nashik'),
  jobs: fc.subarray(['nandi|accountant|2019-01|present', 'kapila|clerk|2015-01|2018-12']),
  resume: maybe('one', 'other'),
});

describe('comparing', () => {
  it('gives the same answer whichever comes first', () => {
    fc.assert(
      fc.property(identities, identities, (one, other) => {
        expect(compareIdentities(one, other)).toEqual(compareIdentities(other, one));
      }),
      { numRuns: 3000 },
    );
  });

  it('never pairs people whose mailbox or phone differs, unless the other of these is the same', () => {
    fc.assert(
      fc.property(identities, identities, (one, other) => {
        const differs = (key: 'email' | 'phone') =>
          one[key] !== null && other[key] !== null && !one[key].endsWith(other[key].slice(-8));
        const pair = compareIdentities(one, other);
        if (pair === null || !(differs('email') || differs('phone'))) return;
        expect(pair.strength).toBe('strong');
        expect(pair.evidence.some((found) => found === 'email' || found === 'phone')).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('pairs nobody whom no key would find', () => {
    fc.assert(
      fc.property(identities, identities, (one, other) => {
        if (compareIdentities(one, other) === null) return;
        const keys = new Set(identityKeys(other).map(({ kind, key }) => `${kind}:${key}`));
        expect(identityKeys(one).some(({ kind, key }) => keys.has(`${kind}:${key}`))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('holds everybody who tells something strong to be themselves', () => {
    fc.assert(
      fc.property(identities, (one) => {
        const pair = compareIdentities(one, one);
        if (one.email !== null || one.phone !== null) expect(pair?.strength).toBe('strong');
      }),
    );
  });
});
