import { createHash } from 'node:crypto';
import type { CandidateProfile } from './schema';
import type { Evidence, PairStrength } from './schema/duplicates';

/** What tells a person from another one, in comparable form; null or empty where nothing was told. */
export interface Identity {
  email: string | null;
  /** Digits only, without leading zeros. */
  phone: string | null;
  /** Words of the name without titles and initials, sorted. */
  name: string[];
  city: string | null;
  /** `employer|title|start|end` of each dated job that names both. */
  jobs: string[];
  /** Hash of the letters and digits of the résumé. */
  resume: string | null;
}

export interface IdentityKey {
  kind: Evidence;
  key: string;
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'shri', 'smt', 'er', 'ca']);
/** Mail providers that read an address without its dots (https://support.google.com/mail/answer/7436150). */
const DOTLESS = new Set(['gmail.com', 'googlemail.com']);
/** Digits that stand before a national number: a country's code has at most three. */
const COUNTRY_CODE_DIGITS = 3;
const LEAST_PHONE_DIGITS = 7;
const PHONE_KEY_DIGITS = 8;
const LEAST_RESUME_LETTERS = 200;

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const hashed = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** An address as its mailbox reads it: no case, nothing after a plus, at Google no dots. */
const mailboxOf = (address: string): string | null => {
  const [local = '', domain = ''] = address.trim().toLowerCase().split('@');
  const [box = ''] = local.split('+');
  if (box === '' || domain === '') return null;
  return DOTLESS.has(domain) ? `${box.replaceAll('.', '')}@gmail.com` : `${box}@${domain}`;
};

const digitsOf = (phone: string): string | null => {
  const digits = phone.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length < LEAST_PHONE_DIGITS ? null : digits;
};

const nameOf = (name: string): string[] =>
  plain(name)
    .split(' ')
    .filter((word) => word.length > 1 && !TITLES.has(word))
    .toSorted();

const cityOf = (place: NonNullable<CandidateProfile['place']>['value']): string | null => {
  if (place.cityId !== null) return place.cityId;
  const name = plain(place.name);
  return name === '' ? null : `${place.country.toLowerCase()} ${name}`;
};

const jobsOf = (experience: CandidateProfile['experience']): string[] =>
  experience.flatMap(({ title, company, start, end }) => {
    if (title === null || company === null || start === null) return [];
    const [role, employer] = [plain(title), plain(company)];
    return role === '' || employer === '' ? [] : [`${employer}|${role}|${start}|${end ?? ''}`];
  });

/** What identifies the person of a profile; `resumeText` is the text of the résumé it was read from, null without one. */
export const identityOf = (profile: CandidateProfile, resumeText: string | null): Identity => {
  const letters = resumeText === null ? '' : plain(resumeText).replaceAll(' ', '');
  return {
    email: profile.email === null ? null : mailboxOf(profile.email.value),
    phone: profile.phone === null ? null : digitsOf(profile.phone.value),
    name: profile.name === null ? [] : nameOf(profile.name.value),
    city: profile.place === null ? null : cityOf(profile.place.value),
    jobs: [...new Set(jobsOf(profile.experience))],
    resume: letters.length < LEAST_RESUME_LETTERS ? null : hashed(letters),
  };
};

/** A city says something only beside a whole name. */
const nameAndCity = ({ name, city }: Identity): string | null =>
  name.length < 2 || city === null ? null : `${name.join(' ')}|${city}`;

/**
 * Hashed keys by which others with the same are found. Two identities that `compareIdentities` pairs share a key; sharing
 * one does not make a pair.
 */
export const identityKeys = (identity: Identity): IdentityKey[] => {
  const { email, phone, jobs, resume } = identity;
  const named = nameAndCity(identity);
  return [
    ...(email === null ? [] : [{ kind: 'email' as const, key: hashed(email) }]),
    ...(phone === null ? [] : [{ kind: 'phone' as const, key: hashed(phone.slice(-PHONE_KEY_DIGITS)) }]),
    ...(resume === null ? [] : [{ kind: 'resume' as const, key: resume }]),
    ...(named === null ? [] : [{ kind: 'name_city' as const, key: hashed(named) }]),
    ...jobs.map((job) => ({ kind: 'work' as const, key: hashed(job) })),
  ];
};

/** Equal, or equal but for a country's code before one of them. */
const samePhone = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short === long) return true;
  return (
    short.length >= PHONE_KEY_DIGITS &&
    long.endsWith(short) &&
    long.length - short.length <= COUNTRY_CODE_DIGITS
  );
};

const shareAny = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((item) => other.includes(item));

/** Colleagues hold the same post at the same time; their names tell them apart. */
const sameWork = (one: Identity, other: Identity): boolean =>
  shareAny(one.jobs, other.jobs) &&
  (one.name.length === 0 || other.name.length === 0 || shareAny(one.name, other.name));

type Compared = 'same' | 'different' | 'untold';

const compared = (
  one: string | null,
  other: string | null,
  same: (one: string, other: string) => boolean,
): Compared => {
  if (one === null || other === null) return 'untold';
  return same(one, other) ? 'same' : 'different';
};

/**
 * Whether two identities may be one person, and what says so; the order of the two makes no difference. The same mailbox or
 * phone is strong. Without one of these, people whose mailboxes or phones differ are two, whatever else they share.
 */
export const compareIdentities = (
  one: Identity,
  other: Identity,
): { strength: PairStrength; evidence: Evidence[] } | null => {
  const email = compared(one.email, other.email, (a, b) => a === b);
  const phone = compared(one.phone, other.phone, samePhone);
  const named = nameAndCity(one);
  const evidence: Evidence[] = [
    ...(email === 'same' ? ['email' as const] : []),
    ...(phone === 'same' ? ['phone' as const] : []),
    ...(one.resume !== null && one.resume === other.resume ? ['resume' as const] : []),
    ...(sameWork(one, other) ? ['work' as const] : []),
    ...(named !== null && named === nameAndCity(other) ? ['name_city' as const] : []),
  ];
  if (email === 'same' || phone === 'same') return { strength: 'strong', evidence };
  if (email === 'different' || phone === 'different' || evidence.length === 0) return null;
  return { strength: 'likely', evidence };
};
