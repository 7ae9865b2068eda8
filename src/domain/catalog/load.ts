import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { en } from 'zod/locales';
import { flexifitAnswersShape } from '@/domain/candidates/schema';
import { jobAnswersShape } from '@/domain/jobs/schema';
import type { Taxonomy } from '@/domain/scoring/schema';
import { ConfigError, type ConfigIssue } from './config-error';
import { readSkillRows } from './csv';
import { buildGeography, citiesFileIssues, citiesFileSchema, type Geography } from './geography';
import { contentHash } from './hash';
import { buildIndustryIndex, type IndustryIndex } from './industries';
import { buildMaskTable, maskFileIssues, maskFileSchema, type MaskTable } from './masks';
import { buildOccupationReader, type OccupationReader } from './occupations';
import { jsonPositions } from './position';
import {
  employerQuestionsSchema,
  flexifitQuestionsSchema,
  questionIssues,
  type EmployerQuestions,
  type FlexifitQuestions,
} from './questions';
import { buildRoleIndex, type RoleIndex } from './roles';
import { buildSkillIndex, type SkillIndex } from './skills';
import { buildTaxonomy } from './taxonomy';
import { vocabularyIssues } from './vocabulary';
import { buildWeightSets, weightsFileIssues, weightsFileSchema, type WeightSets } from './weights';

/** Everything that `config/` says, checked and indexed. Immutable: one instance serves a whole process. */
export interface Catalog {
  skills: SkillIndex;
  roles: RoleIndex;
  /** The kind of work that a text without a telling title speaks of. */
  occupationOf: OccupationReader;
  industries: IndustryIndex;
  geography: Geography;
  employerQuestions: EmployerQuestions;
  flexifitQuestions: FlexifitQuestions;
  weightSets: WeightSets;
  masks: MaskTable;
  taxonomy: Taxonomy;
  /** SHA-256 of each file's content (layout and key order aside), and of the neighbourhood the engine uses. */
  hashes: {
    skills: string;
    cities: string;
    employerQuestions: string;
    flexifitQuestions: string;
    weights: string;
    masks: string;
    taxonomy: string;
  };
}

interface Issue {
  path: PropertyKey[];
  message: string;
}

interface JsonFile<T> {
  content: T;
  hash: string;
  /** Throws ConfigError with the lines of these issues, if there are any. */
  refuse: (issues: readonly Issue[]) => void;
}

const readText = (directory: string, name: string): string => {
  try {
    return readFileSync(join(directory, name), 'utf8');
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.replace(/, open .*/, '') : 'cannot be read';
    throw new ConfigError([{ file: `config/${name}`, line: 1, field: 'file', message }]);
  }
};

/** An unknown key is reported by zod at its parent; its own place is more use to whoever mistyped it. */
const issuesOf = (error: z.ZodError): Issue[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], message: 'Is not a field of this file.' }))
      : [{ path: issue.path, message: issue.message }],
  );

const readJson = <Schema extends z.ZodType>(
  directory: string,
  name: string,
  schema: Schema,
): JsonFile<z.infer<Schema>> => {
  const file = `config/${name}`;
  const text = readText(directory, name);
  const refuse = (issues: readonly Issue[]): void => {
    if (issues.length === 0) return;
    const { lineOf } = jsonPositions(text);
    const told = issues.map(({ path, message }): ConfigIssue => {
      const field = path.map(String).join('.') || 'file';
      return { file, line: lineOf(path), field, message };
    });
    throw new ConfigError(told);
  };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    const line = jsonPositions(text).brokenAt ?? 1;
    const message = cause instanceof Error ? cause.message : 'is not JSON';
    throw new ConfigError([{ file, line, field: 'file', message }]);
  }
  const result = schema.safeParse(raw, { error: en().localeError });
  if (!result.success) {
    refuse(issuesOf(result.error));
    throw result.error;
  }
  return { content: result.data, hash: contentHash(raw), refuse };
};

/**
 * Reads and checks the six files of a `config/` directory. Throws ConfigError for the first file that cannot be used, with
 * file, line and field of each problem.
 */
export function readCatalog(directory: string): Catalog {
  const rows = readSkillRows(readText(directory, 'skills.csv'), 'config/skills.csv').map(
    ({ skill }) => skill,
  );
  const employer = readJson(directory, 'employer_question.json', employerQuestionsSchema);
  const flexifit = readJson(directory, 'flexifit_questions.json', flexifitQuestionsSchema);
  const weights = readJson(directory, 'weights.json', weightsFileSchema);
  const masks = readJson(directory, 'mask_data.json', maskFileSchema);
  const cities = readJson(directory, 'country_cities.json', citiesFileSchema);
  const skills = buildSkillIndex(rows);
  const { families, roles, industries } = employer.content;
  employer.refuse(questionIssues(employer.content, jobAnswersShape));
  employer.refuse(vocabularyIssues(employer.content, skills.byId));
  flexifit.refuse(questionIssues(flexifit.content, flexifitAnswersShape));
  weights.refuse(weightsFileIssues(weights.content));
  masks.refuse(maskFileIssues(masks.content));
  cities.refuse(citiesFileIssues(cities.content));
  const taxonomy = buildTaxonomy(skills, families, roles);
  return {
    skills,
    roles: buildRoleIndex(roles),
    occupationOf: buildOccupationReader(families, roles, (id) => skills.byId.get(id)?.name),
    industries: buildIndustryIndex(industries),
    geography: buildGeography(cities.content),
    employerQuestions: employer.content,
    flexifitQuestions: flexifit.content,
    weightSets: buildWeightSets(weights.content, contentHash),
    masks: buildMaskTable(masks.content),
    taxonomy,
    hashes: {
      skills: contentHash(rows),
      cities: cities.hash,
      employerQuestions: employer.hash,
      flexifitQuestions: flexifit.hash,
      weights: weights.hash,
      masks: masks.hash,
      taxonomy: taxonomy.hash,
    },
  };
}

let loaded: Catalog | null = null;

/** The catalog of this deployment's `config/`, read once per process. Throws ConfigError as `readCatalog` does. */
export function loadCatalog(): Catalog {
  loaded ??= readCatalog(join(process.cwd(), 'config'));
  return loaded;
}
