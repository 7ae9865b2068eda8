import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readSkillRows } from './csv';
import type { Skill } from './schema';
import { checkSkills } from './skill-check';

const skill = (id: string, more: Partial<Skill> = {}): Skill => ({
  id,
  name: id,
  category: 'Any',
  aliases: [],
  broader: null,
  related: [],
  ...more,
});

it('finds two skills with one spelling, however it is written', () => {
  const report = checkSkills([
    skill('power-bi', { name: 'Power BI' }),
    skill('other', { aliases: ['PowerBI', 'visualisation'] }),
    skill('third', { aliases: ['Visualization'] }),
  ]);
  expect(report.collisions).toEqual(['PowerBI: power-bi, other', 'Visualization: other, third']);
});

it('finds ids that no skill has, and circles', () => {
  const report = checkSkills([
    skill('a', { broader: 'b' }),
    skill('b', { broader: 'c', related: ['nowhere'] }),
    skill('c', { broader: 'a' }),
    skill('alone'),
  ]);
  expect(report.unknown).toEqual(['b → nowhere']);
  expect(report.cycles).toEqual(['a → b → c → a']);
  expect(report.orphans).toEqual(['alone']);
});

it('finds nothing wrong in config/skills.csv, which holds 3,000 skills and more', () => {
  const rows = readSkillRows(readFileSync('config/skills.csv', 'utf8'), 'config/skills.csv');
  const report = checkSkills(rows.map((row) => row.skill));
  expect({ collisions: report.collisions, unknown: report.unknown, cycles: report.cycles }).toEqual({
    collisions: [],
    unknown: [],
    cycles: [],
  });
  expect(report.total).toBeGreaterThanOrEqual(3_000);
  expect(report.categories.length).toBeGreaterThanOrEqual(30);
});
