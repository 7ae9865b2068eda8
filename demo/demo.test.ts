import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadCatalog } from '@/domain/catalog/load';
import { publishable } from '@/domain/jobs/publishable';
import { loadJobs, loadPeople, resumeFile } from './load';
import { renderResume } from './render/render';
import { LAYOUTS, type Layout } from './schema';

const resumes = new URL('./resumes/', import.meta.url);
const people = loadPeople();
/** Layouts that need no fonts, so that every machine can render them again. */
const FONTLESS: readonly Layout[] = [
  'plain-text',
  'word-classic',
  'word-table',
  'ruled-table-docx',
  'indian-docx',
];

describe('the people of the demo', () => {
  test('are at least fifty, each once, in every layout', () => {
    expect(people.length).toBeGreaterThanOrEqual(50);
    for (const key of ['slug', 'name', 'email', 'phone'] as const)
      expect(new Set(people.map((person) => person[key])).size).toBe(people.length);
    for (const layout of LAYOUTS) expect(people.some((person) => person.layout === layout)).toBe(true);
  });

  test('have one rendered file each, six megabytes at most together', () => {
    const files = readdirSync(resumes);
    expect(files.toSorted()).toEqual(people.map(resumeFile).toSorted());
    const bytes = files.reduce((sum, file) => sum + statSync(new URL(file, resumes)).size, 0);
    expect(bytes).toBeLessThan(6 * 1024 * 1024);
  });

  test.each(people.filter(({ layout }) => FONTLESS.includes(layout)))(
    'the committed résumé of $slug is what the renderer gives',
    async (person) => {
      const committed = readFileSync(new URL(resumeFile(person), resumes));
      expect(committed.equals(await renderResume(person, ''))).toBe(true);
    },
  );
});

describe('the jobs of the demo', () => {
  const catalog = loadCatalog();
  test.each(loadJobs())('$key may be published and names what the catalog has', ({ answers }) => {
    expect(publishable(answers, catalog, catalog.weightSets.current.set).ok).toBe(true);
    expect(catalog.roles.byId.has(answers.role ?? '')).toBe(true);
    const skills = [...(answers.must_have_skills ?? []), ...(answers.nice_to_have_skills ?? [])];
    expect(skills.map(({ skillId }) => skillId).filter((id) => !catalog.skills.byId.has(id))).toEqual([]);
    const industries = new Set(catalog.employerQuestions.industries.map(({ id }) => id));
    expect((answers.domains ?? []).filter((id) => !industries.has(id))).toEqual([]);
    const place = answers.work_mode?.place;
    if (place) expect(catalog.geography.cityById(place.cityId ?? '')?.name).toBe(place.name);
  });
});
