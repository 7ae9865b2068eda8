import { describe, expect, it } from 'vitest';
import { loadCatalog } from '@/domain/catalog/load';
import { applyEdits, carryEdits, editableOf } from './edits';
import { withNewerFile } from './newer-file';
import type { CandidateProfile } from './schema';

const span = { start: 3, end: 9 };
const elsewhere = { start: 40, end: 52 };
const read = <T>(value: T, at = span) => ({
  value,
  provenance: 'parsed' as const,
  confidence: 0.8,
  span: at,
});
const skill = (skillId: string, at = span): CandidateProfile['skills'][number] => ({
  skillId,
  source: 'job',
  level: null,
  lastUsed: '2026-10',
  months: 60,
  provenance: 'parsed',
  spans: [at],
});
const post = (
  title: string,
  company: string | null,
  start: string | null,
  end: string | null,
  at = span,
): CandidateProfile['experience'][number] => ({
  title,
  company,
  roleId: null,
  domains: [],
  start,
  end,
  provenance: 'parsed',
  confidence: 0.9,
  span: at,
});

const earlier: CandidateProfile = {
  name: read('Asha Pillai'),
  email: read('asha@example.com'),
  phone: read('+919876500001'),
  place: null,
  skills: [skill('tally'), skill('gst')],
  experience: [post('Accountant', 'Nandi Stationers', '2019-01', 'present')],
  education: [{ school: 'Calicut University', degree: 'B.Com', end: '2015', provenance: 'parsed', span }],
  languages: [],
  licences: [],
  totalMonths: 95,
};
const fresh: CandidateProfile = {
  ...earlier,
  name: read('Asha Pillai', elsewhere),
  phone: null,
  skills: [skill('tally', elsewhere), skill('gst', elsewhere), skill('excel', elsewhere)],
  experience: [
    post('Controller', 'Kaveri Traders', '2026-01', 'present', elsewhere),
    post('Accountant', 'Nandi Stationers', '2019-01', '2025-12', elsewhere),
  ],
  totalMonths: 95,
};
const edit = (change: (form: ReturnType<typeof editableOf>) => void): CandidateProfile => {
  const form = editableOf(earlier);
  change(form);
  return applyEdits(earlier, { ...form, confirmed: [] }, loadCatalog(), '2026-11');
};
const after = (before: CandidateProfile, owned = false) =>
  withNewerFile({ before, earlier, fresh, owned, asOf: '2026-11' });
const skillsOf = ({ skills }: CandidateProfile) => skills.map(({ skillId }) => skillId);

describe('a newer file of a known person', () => {
  it('is read as it is where nobody changed anything; what it does not tell of the person stays', () => {
    const profile = after(earlier);
    expect(profile).toEqual({ ...fresh, phone: { ...earlier.phone, span: null }, edited: [] });
  });

  it('changes nothing that a person put right, and brings back nothing they removed', () => {
    const profile = after(
      edit((form) => {
        form.name = 'Asha R Pillai';
        form.skills = form.skills.slice(1);
        form.experience[0]!.title = 'Chief accountant';
        form.education = [];
      }),
    );
    expect(profile.name).toEqual({
      value: 'Asha R Pillai',
      provenance: 'corrected',
      confidence: 1,
      span: null,
    });
    expect(skillsOf(profile)).toEqual(['gst', 'excel']);
    expect(profile.skills[0]?.spans).toEqual([elsewhere]);
    expect(profile.experience.map(({ title, provenance }) => [title, provenance])).toEqual([
      ['Controller', 'parsed'],
      ['Chief accountant', 'corrected'],
    ]);
    expect(profile.education).toEqual([]);
    expect(profile.totalMonths).toBe(95);
  });

  it('keeps what a recruiter typed beside what the file tells', () => {
    const typed = { provenance: 'imported' as const, span: null };
    const before: CandidateProfile = {
      ...earlier,
      phone: { value: '+919876500009', confidence: 1, ...typed },
      skills: [
        { ...skill('tally'), ...typed, spans: [] },
        { ...skill('sap'), ...typed, spans: [] },
      ],
      experience: [{ ...post('Accountant', null, null, null), ...typed }],
    };
    const profile = after(before);
    expect(profile.phone).toMatchObject({ value: '+919876500009', provenance: 'imported' });
    expect(skillsOf(profile)).toEqual(['tally', 'gst', 'excel', 'sap']);
    // The file tells the same job with its dates.
    expect(profile.experience).toEqual(fresh.experience);
    // A later reading of that file keeps what it never held.
    expect(skillsOf(carryEdits(profile, fresh))).toContain('sap');
  });

  it('replaces nothing of somebody who looks after their facts, and adds what they never saw', () => {
    const told = { ...earlier, name: read('Asha P') };
    const profile = after(told, true);
    expect(profile.name?.value).toBe('Asha P');
    expect(profile.phone).toEqual({ ...earlier.phone, span: null });
    expect(skillsOf(profile)).toEqual(['tally', 'gst', 'excel']);
    expect(profile.experience[0]?.company).toBe('Kaveri Traders');
    // Another reading of the newer file leaves what came from the earlier one.
    expect(carryEdits(profile, fresh).phone?.value).toBe('+919876500001');
  });
});
