import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MATCH_GROUPS } from '@/domain/scoring/schema';
import { ConfigError } from './config-error';
import { loadCatalog, readCatalog } from './load';

const directory = mkdtempSync(join(tmpdir(), 'config-'));
beforeAll(() => cpSync('config', directory, { recursive: true }));
afterAll(() => rmSync(directory, { recursive: true }));

/** Reads the config with one passage of one file changed; the file is put back. */
const withChange = (name: string, from: string | RegExp, to: string) => {
  const path = join(directory, name);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
  try {
    return readCatalog(directory);
  } finally {
    writeFileSync(path, text);
  }
};

const issuesAfter = (name: string, from: string | RegExp, to: string): readonly unknown[] => {
  try {
    withChange(name, from, to);
  } catch (error) {
    if (error instanceof ConfigError) return error.issues;
    throw error;
  }
  return [];
};

const lineOf = (name: string, passage: string): number => {
  const text = readFileSync(join('config', name), 'utf8');
  expect(text).toContain(passage);
  return text.slice(0, text.indexOf(passage)).split('\n').length;
};

describe('the files of this repository', () => {
  const catalog = loadCatalog();

  test('load once, with a hash for each', () => {
    expect(loadCatalog()).toBe(catalog);
    const hashes = Object.values(catalog.hashes);
    expect(new Set(hashes).size).toBe(7);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('rank with the weights of the default set, and keep the classic one for comparison', () => {
    const { current, byId, publishMinimum, bands } = catalog.weightSets;
    expect([current.set.id, publishMinimum, bands.strong, MATCH_GROUPS.length]).toEqual(['v1', 40, 7500, 3]);
    expect(byId.get('classic')?.comparisonOnly).toBe(true);
    expect(byId.get('classic')?.hash).not.toBe(current.hash);
    for (const factor of ['education', 'login_recency', 'career_gap'] as const) {
      expect(current.set.factors[factor]).toMatchObject({ weight: 0, locked: true });
    }
  });

  test('give the engine its neighbourhood', () => {
    const { taxonomy, skills, employerQuestions } = catalog;
    expect(taxonomy.roleFamily.size).toBe(employerQuestions.roles.length);
    expect(taxonomy.broader).toBe(skills.broader);
    for (const [id, neighbours] of taxonomy.familyNeighbours) {
      for (const [other, closeness] of neighbours) {
        expect(taxonomy.familyNeighbours.get(other)?.get(id)).toBe(closeness);
      }
    }
  });

  test('find an industry by its own name', () => {
    const { industries, employerQuestions } = catalog;
    for (const { id, name } of employerQuestions.industries)
      expect(industries.findInText(name)).toContain(id);
  });
});

describe('a hash', () => {
  test('stays when only the layout changes, and changes with the content', () => {
    const { hashes } = readCatalog(directory);
    const laidOut = withChange('weights.json', '"version": 1,', '"version":1,\n\n').hashes;
    expect(laidOut).toEqual(hashes);
    const changed = withChange('weights.json', '"prior": 8000', '"prior": 7900').hashes;
    expect(changed.weights).not.toBe(hashes.weights);
    expect({ ...changed, weights: '' }).toEqual({ ...hashes, weights: '' });
  });
});

describe('a bad file is refused with file, line and field:', () => {
  test.each([
    ['weights.json', '"prior": 4000', '"prior": 40000', 'sets.v1.factors.required_skills.prior'],
    ['weights.json', '"weight": 26', '"weight": 25', 'sets.v1.factors'],
    [
      'weights.json',
      '"weight": 0, "prior": 5000, "locked"',
      '"weight": 3, "prior": 5000, "locked"',
      'sets.v1.factors',
    ],
    ['weights.json', '"default": "v1"', '"default": "classic"', 'default'],
    ['weights.json', '"partial": 4500', '"partial": 6500', 'bands'],
    ['flexifit_questions.json', '"kind": "date"', '"kind": "birthday"', 'questions.8.kind'],
    ['flexifit_questions.json', '"id": "focus"', '"id": "focuss"', 'questions.11.id'],
    ['flexifit_questions.json', '"scored": null', '"scored": "charm"', 'questions.12.scored'],
    ['employer_question.json', '"group": "pay"', '"group": "salary"', 'questions.15.group'],
    ['employer_question.json', '"value": "retainer"', '"value": "barter"', 'questions.6.options'],
    ['employer_question.json', '"code": "en"', '"code": "english"', 'languages.0.code'],
    ['employer_question.json', '"code": "as"', '"code": "hi"', 'languages.2.code'],
    ['mask_data.json', '"log": "domain_only"', '"log": "shout"', 'fields.2.rules.log'],
    ['mask_data.json', '"field": "photo"', '"field": "name"', 'fields.1.field'],
    ['country_cities.json', '["AM","Armenia"]', '["ARM","Armenia"]', 'countries.5.0'],
  ])('%s, %s', (name, from, to, field) => {
    const issues = issuesAfter(name, from, to);
    expect(issues[0]).toMatchObject({ file: `config/${name}`, field });
    const told = (issues[0] as { line: number }).line;
    expect(Math.abs(told - lineOf(name, from))).toBeLessThanOrEqual(
      field.endsWith('factors') || field.endsWith('options') ? 20 : 0,
    );
  });

  test('a key that no file has', () => {
    expect(
      issuesAfter('mask_data.json', '"label": "Photo"', '"label": "Photo",\n      "colour": "red"'),
    ).toEqual([
      {
        file: 'config/mask_data.json',
        line: lineOf('mask_data.json', '"label": "Photo"') + 1,
        field: 'fields.1.colour',
        message: 'Is not a field of this file.',
      },
    ]);
  });

  test('a key left out, at the line of what holds it', () => {
    const passage = '"id": "classic",';
    const line = lineOf('weights.json', '"classic": {');
    expect(issuesAfter('weights.json', passage, '')).toMatchObject([{ line, field: 'sets.classic.id' }]);
  });

  test('text that stops being JSON', () => {
    const line = lineOf('weights.json', '"publishMinimum"');
    expect(issuesAfter('weights.json', '"default": "v1",', '"default": "v1"')).toMatchObject([
      { file: 'config/weights.json', line, field: 'file' },
    ]);
  });

  test('a skill row', () => {
    const line =
      readFileSync('config/skills.csv', 'utf8')
        .split('\n')
        .findIndex((row) => row.startsWith('java,')) + 1;
    const issues = issuesAfter('skills.csv', '\njava,', '\nJAVA!,');
    expect(issues[0]).toMatchObject({ file: 'config/skills.csv', line, field: 'id' });
  });

  test('a role whose usual skill is gone', () => {
    const issues = issuesAfter(
      'employer_question.json',
      /"usualSkills": \[\s*"[^"]+"/,
      '"usualSkills": ["juggling"',
    );
    expect(issues).toMatchObject([{ field: 'roles.0.usualSkills.0', message: 'No skill “juggling”.' }]);
  });

  test('a file that is not there', () => {
    expect(() => readCatalog(join(directory, 'nowhere'))).toThrow(/config\/skills\.csv:1 file: ENOENT/);
  });

  test('the message holds one line a problem', () => {
    expect(() => withChange('weights.json', '"weight": 26', '"weight": 25')).toThrow(
      /^The configuration cannot be used:\n {2}config\/weights\.json:\d+ sets\.v1\.factors: Weights sum to 99 instead of 100\.$/,
    );
  });
});
