import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { candidateProfileSchema, flexifitAnswersSchema } from '@/domain/candidates/schema';
import { loadCatalog } from '@/domain/catalog/load';
import { publishable } from '@/domain/jobs/publishable';
import { jobAnswersSchema } from '@/domain/jobs/schema';
import { placeSchema } from '@/domain/scoring/schema';
import { makeWorld, type World, type WorldSize } from './world';

const SIZE: WorldSize = { seed: 7, employers: 12, candidates: 400, jobs: 60 };
const bytes = ({ employers, jobs, candidates }: World): string =>
  JSON.stringify([employers, jobs, [...candidates]]);

const candidateSchema = z.strictObject({
  name: z.string().min(3),
  email: z.email(),
  phone: z.string().regex(/^\+\d{10,14}$/),
  place: placeSchema,
  profile: candidateProfileSchema,
  answers: flexifitAnswersSchema.strict(),
});

describe('the made world', () => {
  const world = makeWorld(SIZE);
  const people = [...world.candidates];

  test('is the same, byte for byte, for the same seed, and another for another', () => {
    expect(bytes(makeWorld(SIZE))).toBe(bytes(world));
    expect(bytes(makeWorld({ ...SIZE, seed: 8 }))).not.toBe(bytes(world));
  });

  test('keeps the people it had when more are asked for', () => {
    const more = [...makeWorld({ ...SIZE, candidates: 450 }).candidates];
    expect(more.slice(0, 400)).toEqual(people);
  });

  test('holds what was asked for, in the shapes that the product stores', () => {
    expect(world.employers).toHaveLength(12);
    expect(world.jobs).toHaveLength(60);
    expect(people).toHaveLength(400);
    for (const { employer, answers } of world.jobs) {
      expect(world.employers[employer]).toBeDefined();
      expect(jobAnswersSchema.strict().parse(answers)).toEqual(answers);
    }
    for (const person of people) expect(candidateSchema.parse(person)).toEqual(person);
  });

  test('names employers and mail addresses once each', () => {
    const mails = [
      ...people.map(({ email }) => email),
      ...world.employers.flatMap(({ users }) => users.map(({ email }) => email)),
    ];
    expect(new Set(mails).size).toBe(mails.length);
    expect(new Set(world.employers.map(({ name }) => name)).size).toBe(12);
  });

  test('has jobs that may be published and name skills and roles of the catalog', () => {
    const catalog = loadCatalog();
    for (const { answers } of world.jobs) {
      expect(publishable(answers, catalog, catalog.weightSets.current.set).ok).toBe(true);
      expect(catalog.roles.byId.has(answers.role ?? '')).toBe(true);
      for (const { skillId } of answers.must_have_skills ?? [])
        expect(catalog.skills.byId.has(skillId)).toBe(true);
    }
  });

  test('leaves about two people in five unasked', () => {
    const silent = people.filter(({ answers }) => Object.keys(answers).length === 0).length;
    expect(silent / people.length).toBeGreaterThan(0.33);
    expect(silent / people.length).toBeLessThan(0.47);
  });

  test('has careers in which no entry ends before it starts', () => {
    for (const { profile } of people)
      for (const { start, end } of profile.experience)
        expect(end === 'present' || (start ?? '') <= (end ?? '')).toBe(true);
  });
});
