import { describe, expect, it } from 'vitest';
import { loadCatalog } from '@/domain/catalog/load';
import { applyEdits, carryEdits, editableOf, readOf } from './edits';
import { confirmedOf, unsureOf } from './unsure';
import type { CandidateProfile } from './schema';
import { editableProfileSchema } from './schema/editable';

const catalog = loadCatalog();
const span = { start: 3, end: 9 };
const read = <T>(value: T) => ({ value, provenance: 'parsed' as const, confidence: 0.8, span });

const parsed: CandidateProfile = {
  name: read('Asha Pillai'),
  email: read('asha@example.com'),
  phone: read('+919876500001'),
  place: null,
  skills: ['tally', 'gst'].map((skillId) => ({
    skillId,
    source: 'job' as const,
    level: null,
    lastUsed: '2026-10',
    months: 60,
    provenance: 'parsed' as const,
    spans: [span],
  })),
  experience: [
    {
      title: 'Accountant',
      company: 'Nandi Stationers',
      roleId: 'accountant',
      domains: ['retail'],
      start: '2019-01',
      end: 'present',
      provenance: 'parsed',
      confidence: 0.9,
      span,
    },
  ],
  education: [{ school: 'Calicut University', degree: 'B.Com', end: '2015', provenance: 'parsed', span }],
  languages: [{ code: 'en', level: null, provenance: 'parsed', span }],
  licences: [],
  totalMonths: 94,
};

const edit = (
  change: (form: ReturnType<typeof editableOf>) => void,
  base: CandidateProfile | null = parsed,
) => {
  const form = structuredClone(editableOf(base));
  change(form);
  return applyEdits(base, editableProfileSchema.parse(form), catalog, '2026-11');
};

describe('applyEdits', () => {
  it('leaves a profile that nobody changed as it was', () => {
    expect(edit(() => undefined)).toEqual({ ...parsed, edited: [] });
  });

  it('leaves a city that nobody changed as it was, in whatever order the database has its fields', () => {
    const place = read({
      name: 'Pune',
      cityId: '1259229',
      country: 'IN',
      latitude: 18.5196,
      longitude: 73.8554,
    });
    expect(edit(() => undefined, { ...parsed, place }).place).toEqual(place);
  });

  it('marks what a person changed as theirs and keeps the passage it was read from', () => {
    const profile = edit((form) => {
      form.phone = '+91 98765 00002';
      form.experience[0]!.start = '2018-01';
      form.skills[0]!.level = 4;
    });
    expect(profile.phone).toEqual({
      value: '+91 98765 00002',
      provenance: 'corrected',
      confidence: 1,
      span: null,
    });
    expect(profile.name).toBe(parsed.name);
    expect(profile.experience[0]).toMatchObject({ start: '2018-01', provenance: 'corrected', span });
    expect(profile.totalMonths).toBe(107);
    expect(profile.skills[0]).toMatchObject({ level: 4, months: 60, source: 'job', provenance: 'corrected' });
    expect(profile.skills[1]).toBe(parsed.skills[1]);
    expect(profile.edited).toEqual(['skills', 'experience']);
  });

  it('recognises the role of a title the person wrote, and makes a profile of nothing but the form', () => {
    const profile = edit((form) => {
      form.name = 'Ravi';
      form.email = 'ravi@example.com';
      form.experience.push({
        from: null,
        title: 'Senior Accountant',
        company: null,
        start: '2020-01',
        end: '2021-12',
      });
    }, null);
    expect(profile.experience[0]?.roleId).toBe(catalog.roles.resolve('Senior Accountant')?.roleId);
    expect(profile.totalMonths).toBe(24);
  });

  it('names the field of what cannot be right', () => {
    const form = editableOf(parsed);
    form.experience[0]!.end = '2017-05';
    form.email = 'not an address';
    const paths = editableProfileSchema.safeParse(form).error?.issues.map(({ path }) => path.join('.'));
    expect(paths).toEqual(['email', 'experience.0.end']);
  });
});

describe('carryEdits', () => {
  it('keeps corrections and removals when a newer parser reads the résumé, and takes its other facts', () => {
    const corrected = edit((form) => {
      form.name = 'Asha R Pillai';
      form.skills = form.skills.slice(1);
    });
    const elsewhere = { start: 20, end: 26 };
    const fresh: CandidateProfile = {
      ...parsed,
      phone: read('+919876500009'),
      skills: [...parsed.skills, { ...parsed.skills[0]!, skillId: 'excel' }].map((skill) => ({
        ...skill,
        spans: [elsewhere],
      })),
      education: [],
    };
    const carried = carryEdits(corrected, fresh);
    expect(carried.name).toMatchObject({ value: 'Asha R Pillai', provenance: 'corrected', span: null });
    expect(carried.phone?.value).toBe('+919876500009');
    expect(carried.skills.map(({ skillId }) => skillId)).toEqual(['gst']);
    expect(carried.skills[0]?.spans).toEqual([elsewhere]);
    expect(carried.education).toEqual([]);
    expect(carried.edited).toEqual(['skills']);
  });
});

describe('a fact that its person confirmed', () => {
  const doubted: CandidateProfile = {
    ...parsed,
    name: { ...read('Asha Pillai'), confidence: 0.4 },
    experience: parsed.experience.map((entry) => ({ ...entry, confidence: 0.4 })),
  };
  const confirm = (...confirmed: string[]) => edit((form) => void (form.confirmed = confirmed), doubted);

  it('is certain, keeps its passage, and is asked about no more', () => {
    expect(unsureOf(doubted)).toEqual(['name', 'place', 'experience.0']);
    const profile = confirm('name', 'experience.0');
    expect(profile.name).toEqual({ value: 'Asha Pillai', provenance: 'answered', confidence: 1, span });
    expect(profile.experience[0]).toMatchObject({ provenance: 'answered', confidence: 1, span });
    expect(unsureOf(profile)).toEqual(['place']);
    expect(confirmedOf(profile)).toEqual(['name', 'experience.0']);
    expect(profile.edited).toEqual([]);
  });

  it('stays so in a newer reading of the same file that finds it again', () => {
    const profile = carryEdits(confirm('name', 'experience.0'), doubted);
    expect(confirmedOf(profile)).toEqual(['name', 'experience.0']);
    const elsewhere = doubted.experience.map((entry) => ({ ...entry, company: 'Kaveri Traders' }));
    expect(unsureOf(carryEdits(profile, { ...doubted, experience: elsewhere }))).toContain('experience.0');
  });

  it('is the person’s own word once they change it, whatever they confirmed before', () => {
    const form = { ...editableOf(doubted), name: 'Asha P. Pillai', confirmed: ['name'] };
    expect(applyEdits(doubted, form, catalog, '2026-11').name).toMatchObject({ provenance: 'corrected' });
  });
});

it('what the résumé told is empty where the person put a fact right, and stands at the same place', () => {
  const profile = edit((form) => {
    form.phone = '+91 98765 00002';
    form.skills[1]!.level = 4;
    form.experience.push({ from: null, title: 'Clerk', company: null, start: null, end: null });
  });
  expect(readOf(profile)).toMatchObject({
    name: 'Asha Pillai',
    phone: null,
    skills: [
      { from: 0, skillId: 'tally' },
      { from: 1, skillId: '' },
    ],
    experience: [{ title: 'Accountant' }, { from: 1, title: null }],
  });
});
