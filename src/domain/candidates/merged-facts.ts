import { canonicalJson } from '@/domain/scoring/canonical';
import { carryEdits } from './edits';
import type { CandidateProfile, FlexifitAnswers, FlexifitQuestionId } from './schema';
import { ANSWER_FIELD, type MergeField, type Side } from './schema/duplicates';

/** What is known of one of two people who are to be one. */
export interface Facts {
  profile: CandidateProfile;
  answers: FlexifitAnswers;
  resumeId: string | null;
  parserVersion: string | null;
  /** When these facts were written; the newer of two goes first where nobody chose. */
  at: Date;
}
export type MergedFacts = Omit<Facts, 'at'>;
/** The person whose value of a field is kept. */
export type Choices = Partial<Record<MergeField, Side>>;

const SINGLE = ['name', 'email', 'phone', 'place'] as const;
const LISTS = ['experience', 'education'] as const;
type Single = (typeof SINGLE)[number];
type List = (typeof LISTS)[number];

const SIDES: readonly Side[] = ['one', 'other'];
const opposite = (side: Side): Side => (side === 'one' ? 'other' : 'one');
/** Whatever the order of keys: what was kept in the database comes back in another one. */
const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

/** The part of a field that a person reads: where it was read makes no difference. */
const readable = ({ profile, answers }: Facts, field: MergeField): unknown => {
  switch (field) {
    case 'name':
    case 'email':
    case 'phone':
      return profile[field]?.value.trim().toLowerCase();
    case 'place':
      return profile.place === null ? undefined : [profile.place.value.cityId ?? profile.place.value.name];
    case 'experience':
      return profile.experience.map(({ title, company, start, end }) => [title, company, start, end]);
    case 'education':
      return profile.education.map(({ school, degree, end }) => [school, degree, end]);
    default:
      return answers[field.slice(ANSWER_FIELD.length) as FlexifitQuestionId];
  }
};

const isTold = (value: unknown): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

/** Whether a person put the value right or told it, rather than a machine reading it. */
const isPersons = ({ profile }: Facts, field: MergeField): boolean => {
  if (field === 'experience' || field === 'education') return profile.edited?.includes(field) === true;
  const single = SINGLE.find((key) => key === field);
  const provenance = single === undefined ? undefined : profile[single]?.provenance;
  return provenance === 'corrected' || provenance === 'answered';
};

export interface ComparedField {
  field: MergeField;
  /** Both tell it, and not the same. */
  differs: boolean;
  /** Whose value is kept where nobody chooses: the one told, the one that a person put right, the newer one. */
  side: Side;
}

/** Every field that at least one of the two tells, in the order in which people read them. */
export const compareFacts = (one: Facts, other: Facts): ComparedField[] => {
  const sides = { one, other };
  const asked = [...new Set([...Object.keys(one.answers), ...Object.keys(other.answers)])];
  const answers = asked.map((id): MergeField => `${ANSWER_FIELD}${id as FlexifitQuestionId}`);
  return [...SINGLE, ...LISTS, ...answers].flatMap((field): ComparedField[] => {
    const value = { one: readable(one, field), other: readable(other, field) };
    const told = SIDES.filter((side) => isTold(value[side]));
    const [only, second] = told;
    if (only === undefined) return [];
    if (second === undefined) return [{ field, differs: false, side: only }];
    const persons = SIDES.filter((side) => isPersons(sides[side], field));
    const newer: Side = one.at >= other.at ? 'one' : 'other';
    const side = persons.length === 1 ? (persons[0] ?? newer) : newer;
    return [{ field, differs: !same(value.one, value.other), side }];
  });
};

const unread = <T extends { span: unknown } | null>(fact: T): T => fact && { ...fact, span: null };

/** A profile whose passages are in a résumé that is not the one shown. */
const detached = (profile: CandidateProfile): CandidateProfile => ({
  ...profile,
  name: unread(profile.name),
  email: unread(profile.email),
  phone: unread(profile.phone),
  place: unread(profile.place),
  skills: profile.skills.map((skill) => ({ ...skill, spans: [] })),
  experience: profile.experience.map(unread),
  education: profile.education.map(unread),
  languages: profile.languages.map(unread),
  licences: profile.licences.map(unread),
});

/** All of `first` with those of `second` that it has not; what a person put right goes before what was read. */
const union = <T extends { provenance: string }>(
  first: readonly T[],
  second: readonly T[],
  keyOf: (item: T) => string,
): T[] => {
  const others = new Map(second.map((item) => [keyOf(item), item]));
  const held = first.map((item) => {
    const twin = others.get(keyOf(item));
    return twin?.provenance === 'corrected' && item.provenance !== 'corrected' ? twin : item;
  });
  const known = new Set(first.map(keyOf));
  return [...held, ...second.filter((item) => !known.has(keyOf(item)))];
};

/**
 * The facts of two people as those of one: each field as chosen, else as `compareFacts` says; skills, languages and
 * licences of both. The résumé shown is the one that the work history comes from; of what comes from the other one the
 * passages go, and a later reading of the shown one does not take it away.
 */
export const mergeFacts = (one: Facts, other: Facts, choices: Choices): MergedFacts => {
  const sides = { one, other };
  const compared = new Map(compareFacts(one, other).map(({ field, side }) => [field, side]));
  const sideOf = (field: MergeField): Side => {
    const usual = compared.get(field) ?? 'one';
    const chosen = choices[field];
    // Who tells nothing of a field has no value to choose.
    return chosen !== undefined && isTold(readable(sides[chosen], field)) ? chosen : usual;
  };
  const worked = sideOf('experience');
  const base =
    sides[worked].resumeId === null && sides[opposite(worked)].resumeId !== null ? opposite(worked) : worked;
  const far = opposite(base);
  const profiles = { [base]: sides[base].profile, [far]: detached(sides[far].profile) } as Record<
    Side,
    CandidateProfile
  >;
  const single = <K extends Single>(key: K): CandidateProfile[K] => {
    const side = sideOf(key);
    const fact = profiles[side][key];
    if (fact === null || side === base || fact.provenance !== 'parsed') return fact;
    return { ...fact, provenance: 'corrected', confidence: 1 };
  };
  const [near, distant] = [profiles[base], profiles[far]];
  const skills = union(near.skills, distant.skills, ({ skillId }) => skillId);
  const languages = union(near.languages, distant.languages, ({ code }) => code);
  const licences = union(near.licences, distant.licences, ({ name }) => name.toLowerCase());
  const isFar = (list: List): boolean =>
    sideOf(list) === far || profiles[sideOf(list)].edited?.includes(list) === true;
  const edited = [
    ...(['skills', 'languages', 'licences'] as const).filter(
      (list) =>
        near.edited?.includes(list) === true || !same({ skills, languages, licences }[list], near[list]),
    ),
    ...LISTS.filter(isFar),
  ];
  const answers = Object.fromEntries(
    [...compared.keys()]
      .filter((field) => field.startsWith(ANSWER_FIELD))
      .map((field) => {
        const id = field.slice(ANSWER_FIELD.length) as FlexifitQuestionId;
        return [id, sides[sideOf(field)].answers[id]];
      }),
  ) as FlexifitAnswers;
  return {
    profile: {
      name: single('name'),
      email: single('email'),
      phone: single('phone'),
      place: single('place'),
      skills,
      experience: profiles[worked].experience,
      education: profiles[sideOf('education')].education,
      languages,
      licences,
      totalMonths: profiles[worked].totalMonths,
      edited,
    },
    answers,
    resumeId: sides[base].resumeId,
    parserVersion: sides[base].parserVersion,
  };
};

const keysOf = (...records: object[]): string[] => [
  ...new Set(records.flatMap((record) => Object.keys(record))),
];

const reverted = <T extends object>(before: T, after: T, current: T): { value: T; stayed: boolean } => {
  const of = (record: T, key: string): unknown => (record as Record<string, unknown>)[key];
  let stayed = false;
  const entries = keysOf(before, after, current).flatMap((key): [string, unknown][] => {
    const untouched = same(of(current, key), of(after, key));
    // What the merge changed and somebody changed again is theirs.
    if (!untouched && !same(of(before, key), of(after, key))) stayed = true;
    const value = untouched ? of(before, key) : of(current, key);
    return value === undefined ? [] : [[key, value]];
  });
  return { value: Object.fromEntries(entries) as T, stayed };
};

/** A reading of a file that came after the merge. */
export interface LaterReading {
  profile: CandidateProfile;
  /** The file is of the one who goes. */
  goesAway: boolean;
}

/**
 * Takes a merge back from facts that may have changed since: fields that stand as the merge left them become what they
 * were before, changed ones stay. `stayed` says whether one stayed that the merge had changed too. What was only read since
 * (`later`) is no change of anybody's: it goes with its file, or takes the place of what was read of it before.
 */
export const unmergeFacts = (
  before: MergedFacts,
  after: MergedFacts,
  current: MergedFacts,
  later: LaterReading | null,
): { facts: MergedFacts; stayed: boolean } => {
  const remains = later !== null && !later.goesAway;
  const old = remains ? carryEdits(before.profile, later.profile) : before.profile;
  const joined = later === null ? after.profile : carryEdits(after.profile, later.profile);
  const profile = reverted(old, joined, current.profile);
  const answers = reverted(before.answers, after.answers, current.answers);
  const { resumeId, parserVersion } = remains ? current : before;
  return {
    facts: { profile: profile.value, answers: answers.value, resumeId, parserVersion },
    stayed: profile.stayed || answers.stayed,
  };
};
