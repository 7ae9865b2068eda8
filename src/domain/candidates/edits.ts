import type { Catalog } from '@/domain/catalog/load';
import { canonicalJson } from '@/domain/scoring/canonical';
import { workedMonths } from './entry-months';
import { EDITED_LISTS, type CandidateProfile } from './schema';
import type { EditableProfile } from './schema/editable';

/** The editable form of a profile; what nobody told is empty. */
export const editableOf = (profile: CandidateProfile | null): EditableProfile => ({
  name: profile?.name?.value ?? '',
  email: profile?.email?.value ?? '',
  phone: profile?.phone?.value ?? null,
  place: profile?.place?.value ?? null,
  skills: (profile?.skills ?? []).map(({ skillId, level }, index) => ({ from: index, skillId, level })),
  experience: (profile?.experience ?? []).map(({ title, company, start, end }, index) => ({
    from: index,
    title,
    company,
    start,
    end,
  })),
  education: (profile?.education ?? []).map(({ school, degree, end }, index) => ({
    from: index,
    school,
    degree,
    end,
  })),
  languages: (profile?.languages ?? []).map(({ code, level }, index) => ({ from: index, code, level })),
  licences: (profile?.licences ?? []).map(({ name }, index) => ({ from: index, name })),
});

const EMPTY: CandidateProfile = {
  name: null,
  email: null,
  phone: null,
  place: null,
  skills: [],
  experience: [],
  education: [],
  languages: [],
  licences: [],
  totalMonths: null,
};

const NOTHING_READ = {
  skills: { skillId: '', level: null },
  experience: { title: null, company: null, start: null, end: null },
  education: { school: null, degree: null, end: null },
  languages: { code: '', level: null },
  licences: { name: '' },
} as const;

/** The same profile as the résumé told it, position for position: empty where a person changed or added the fact. */
export const readOf = (profile: CandidateProfile): EditableProfile => {
  const shown = editableOf(profile);
  const own = (fact: { provenance: string } | null | undefined): boolean => fact?.provenance === 'corrected';
  const list = <K extends (typeof EDITED_LISTS)[number]>(key: K): EditableProfile[K] =>
    shown[key].map((item, index) =>
      own(profile[key][index]) ? { from: index, ...NOTHING_READ[key] } : item,
    ) as EditableProfile[K];
  return {
    name: own(profile.name) ? '' : shown.name,
    email: own(profile.email) ? '' : shown.email,
    phone: own(profile.phone) ? null : shown.phone,
    place: own(profile.place) ? null : shown.place,
    skills: list('skills'),
    experience: list('experience'),
    education: list('education'),
    languages: list('languages'),
    licences: list('licences'),
  };
};

/** Whether two facts are the same, whatever the order of their fields: the database keeps them in its own. */
export const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);
const CORRECTED = { provenance: 'corrected', confidence: 1 } as const;
/** Read, and found right by the person whom it is about. */
const CONFIRMED = { provenance: 'answered', confidence: 1 } as const;

/** A single fact: as it was while its value is unchanged, surer once it is confirmed; else the person's own. */
const fact = <T>(
  before: {
    value: T;
    provenance: 'parsed' | 'corrected' | 'answered' | 'imported';
    confidence: number;
    span: null | { start: number; end: number };
  } | null,
  value: T | null,
  sure: boolean,
) => {
  if (value === null) return null;
  if (before === null || !same(before.value, value)) return { value, ...CORRECTED, span: null };
  return sure && before.provenance === 'parsed' ? { ...before, ...CONFIRMED } : before;
};

/**
 * The profile after a person's edits. Facts left as they were keep their provenance, confidence and passage; those they
 * confirmed become `answered`, and changed ones `corrected`; both are certain and keep the passage they were read from. Lists that changed are named in `edited`, so that a later
 * reading of the same résumé does not bring back what was removed. `base` is the profile that was shown, null when none was;
 * `asOf` (`YYYY-MM`) is up to when a job that goes on counts.
 */
export const applyEdits = (
  base: CandidateProfile | null,
  edits: EditableProfile,
  catalog: Pick<Catalog, 'roles'>,
  asOf: string,
): CandidateProfile => {
  const before = base ?? EMPTY;
  const shown = editableOf(before);
  const sure = new Set(edits.confirmed);
  const edited = EDITED_LISTS.filter((list) => !same(shown[list], edits[list]));
  const was = <T>(list: readonly T[], index: number | null): T | undefined =>
    index === null ? undefined : list[index];
  return {
    name: fact(before.name, edits.name, sure.has('name')),
    email: fact(before.email, edits.email, sure.has('email')),
    phone: fact(before.phone, edits.phone, sure.has('phone')),
    place: fact(before.place, edits.place, sure.has('place')),
    skills: edits.skills.map(({ from: index, skillId, level }) => {
      const held = was(before.skills, index);
      if (held?.skillId === skillId && held.level === level) return held;
      const known = held?.skillId === skillId ? held : undefined;
      return {
        skillId,
        source: known?.source ?? ('listed' as const),
        level,
        lastUsed: known?.lastUsed ?? null,
        months: known?.months ?? null,
        provenance: CORRECTED.provenance,
        spans: known?.spans ?? [],
      };
    }),
    experience: edits.experience.map(({ from: index, title, company, start, end }) => {
      const held = was(before.experience, index);
      if (
        held !== undefined &&
        same([held.title, held.company, held.start, held.end], [title, company, start, end])
      )
        return held.provenance === 'parsed' && sure.has(`experience.${index}`)
          ? { ...held, ...CONFIRMED }
          : held;
      const roleId =
        held?.title === title
          ? held.roleId
          : title === null
            ? null
            : (catalog.roles.resolve(title)?.roleId ?? null);
      return {
        title,
        company,
        roleId,
        domains: held?.domains ?? [],
        start,
        end,
        ...CORRECTED,
        span: held?.span ?? null,
      };
    }),
    education: edits.education.map(({ from: index, school, degree, end }) => {
      const held = was(before.education, index);
      if (held !== undefined && same([held.school, held.degree, held.end], [school, degree, end]))
        return held;
      return { school, degree, end, provenance: CORRECTED.provenance, span: held?.span ?? null };
    }),
    languages: edits.languages.map(({ from: index, code, level }) => {
      const held = was(before.languages, index);
      if (held?.code === code && held.level === level) return held;
      return { code, level, provenance: CORRECTED.provenance, span: held?.span ?? null };
    }),
    licences: edits.licences.map(({ from: index, name }) => {
      const held = was(before.licences, index);
      return held?.name === name ? held : { name, provenance: CORRECTED.provenance, span: null };
    }),
    totalMonths: edited.includes('experience') ? workedMonths(edits.experience, asOf) : before.totalMonths,
    edited: [...new Set([...(before.edited ?? []), ...edited])],
  };
};

/**
 * What a newer reading of the same résumé gives a person who may have edited the older one: facts they corrected stay, and
 * so do the lists they edited, with passages of the new reading where the same fact is found in it.
 */
export const carryEdits = (before: CandidateProfile, fresh: CandidateProfile): CandidateProfile => {
  const kept = new Set(before.edited ?? []);
  const single = <K extends 'name' | 'email' | 'phone' | 'place'>(key: K): CandidateProfile[K] => {
    const held = before[key];
    // One that was read elsewhere, in another file of the person's, has no passage in this one.
    if (held === null || (held.provenance === 'parsed' && held.span !== null)) return fresh[key];
    return { ...held, span: null };
  };
  return {
    name: single('name'),
    email: single('email'),
    phone: single('phone'),
    place: single('place'),
    skills: kept.has('skills')
      ? before.skills.map((held) => {
          const found = fresh.skills.find((one) => one.skillId === held.skillId);
          return held.provenance === 'parsed' && found !== undefined
            ? found
            : { ...held, spans: found?.spans ?? [] };
        })
      : fresh.skills,
    experience: kept.has('experience')
      ? before.experience.map((held) => {
          const found = fresh.experience.find(
            (one) => one.company === held.company && one.start === held.start,
          );
          return held.provenance === 'parsed' && found !== undefined
            ? found
            : { ...held, span: found?.span ?? null };
        })
      : fresh.experience.map((one) => {
          const held = before.experience.find(
            ({ title, company, start }) =>
              title === one.title && company === one.company && start === one.start,
          );
          return held?.provenance === 'answered' ? { ...one, ...CONFIRMED } : one;
        }),
    education: kept.has('education')
      ? before.education.map((held) => ({
          ...held,
          span: fresh.education.find((one) => one.school === held.school)?.span ?? null,
        }))
      : fresh.education,
    languages: kept.has('languages')
      ? before.languages.map((held) => ({
          ...held,
          span: fresh.languages.find((one) => one.code === held.code)?.span ?? null,
        }))
      : fresh.languages,
    licences: kept.has('licences')
      ? before.licences.map((held) => ({
          ...held,
          span: fresh.licences.find((one) => one.name === held.name)?.span ?? null,
        }))
      : fresh.licences,
    totalMonths: kept.has('experience') ? before.totalMonths : fresh.totalMonths,
    edited: before.edited,
  };
};
