import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { en } from 'zod/locales';
import { candidateFacts } from '@/domain/candidates/facts';
import { candidateProfileSchema, flexifitAnswersSchema } from '@/domain/candidates/schema';
import { loadCatalog, type Catalog } from '@/domain/catalog/load';
import { jobFacts } from '@/domain/jobs/facts';
import { jobAnswersSchema } from '@/domain/jobs/schema';
import { PARSER_VERSION } from '@/domain/resumes/parse/version';
import { compileJob } from '@/domain/scoring/compile';
import { explain } from '@/domain/scoring/explain';
import { factsHash, makeReceipt, replay } from '@/domain/scoring/receipt';
import {
  candidateFactsSchema,
  daySchema,
  jobFactsSchema,
  type CandidateFacts,
  type JobFacts,
} from '@/domain/scoring/schema';
import { scorePair } from '@/domain/scoring/score';

const USAGE = `npm run -s score -- JOB.json CANDIDATE.json [options]

Scores one pair and prints its receipt as JSON.
  JOB.json         answers to config/employer_question.json, or the engine's job facts
  CANDIDATE.json   {profile?, answers?, screening?} or {facts}; what is left out is not known
  --as-of DAY      the day of the scoring, YYYY-MM-DD (today unless told)
  --weights ID     a set of config/weights.json (the one that ranks people unless told)
  --explain        prints phrases, evidence and what would raise the score instead
  --replay FILE    scores again what a receipt says and compares the bytes
Exit codes: 0 scored, or the same bytes; 1 other bytes; 2 a file or an option is wrong, which is named on standard error`;

/** A file or an option that cannot be used: the message names it and says why. */
class InputError extends Error {
  override readonly name = 'InputError';
}
const because = (error: unknown): string => {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message.replace(/, open .*/, '') : String(error);
};
/** Does `work` on an input; what it throws names the input. */
const about = <T>(input: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw new InputError(`${input}: ${because(error)}`);
  }
};
const inLibraryWords = { error: en().localeError };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const answersFileSchema = z.looseObject({});
const factsFileSchema = z.object({ facts: candidateFactsSchema.partial() });
const personFileSchema = z.strictObject({
  profile: candidateProfileSchema.nullish(),
  answers: flexifitAnswersSchema.optional(),
  screening: z.record(z.string(), z.enum(['yes', 'no'])).optional(),
});

/** Job facts, whole or in part, are told from answers by a key that only they have. */
function readJob(file: string, { roles }: Catalog): JobFacts {
  const content = answersFileSchema.parse(readJson(file), inLibraryWords);
  if (!('requiredSkills' in content || 'roleId' in content))
    return jobFacts(jobAnswersSchema.parse(content, inLibraryWords), roles);
  return { ...jobFacts({}, roles), ...jobFactsSchema.partial().parse(content, inLibraryWords) };
}

function readPerson(file: string): CandidateFacts {
  const content = answersFileSchema.parse(readJson(file), inLibraryWords);
  if ('facts' in content) {
    return { ...candidateFacts(null, {}, {}), ...factsFileSchema.parse(content, inLibraryWords).facts };
  }
  const { profile, answers, screening } = personFileSchema.parse(content, inLibraryWords);
  return candidateFacts(profile ?? null, answers ?? {}, screening ?? {});
}

function main(): number {
  const { values, positionals } = about('options', () =>
    parseArgs({
      allowPositionals: true,
      options: {
        'as-of': { type: 'string', default: new Date().toISOString().slice(0, 10) },
        weights: { type: 'string' },
        explain: { type: 'boolean', default: false },
        replay: { type: 'string' },
      },
    }),
  );
  const [jobFile, personFile] = positionals;
  if (jobFile === undefined || personFile === undefined) {
    console.error(USAGE);
    return 2;
  }
  const catalog = loadCatalog();
  const { taxonomy, hashes, weightSets } = catalog;
  const chosen = values.weights === undefined ? weightSets.current : weightSets.byId.get(values.weights);
  if (!chosen) throw new InputError(`--weights: No set “${values.weights}” in config/weights.json.`);
  const job = about(jobFile, () => readJob(jobFile, catalog));
  const person = about(personFile, () => readPerson(personFile));
  if (values.replay !== undefined) {
    const { replay: file } = values;
    const kept = about(file, () => readFileSync(file, 'utf8').trim());
    const again = about(file, () => replay(kept, job, person, chosen.set, taxonomy, sha256));
    console.log(again === kept ? 'Same bytes.' : again);
    return again === kept ? 0 : 1;
  }
  const asOf = about('--as-of', () => daySchema.parse(values['as-of']));
  const compiled = compileJob(job, chosen.set, taxonomy, asOf);
  if (values.explain) {
    const names = {
      skill: (id: string): string => catalog.skills.byId.get(id)?.name ?? id,
      domain: (id: string): string =>
        catalog.employerQuestions.industries.find((each) => each.id === id)?.name ?? id,
      language: (code: string): string =>
        catalog.employerQuestions.languages.find((each) => each.code === code)?.name ?? code,
    };
    const { overlay, ...why } = explain(compiled, person, names);
    console.log(JSON.stringify({ ...why, overlay: overlay && { ...overlay, cells: undefined } }, null, 2));
    return 0;
  }
  const jobHash = factsHash(job, sha256);
  const candidateHash = factsHash(person, sha256);
  console.log(
    makeReceipt({
      weightSetHash: chosen.hash,
      questionSetHash: hashes.employerQuestions,
      taxonomyHash: taxonomy.hash,
      parserVersion: person.work ? PARSER_VERSION : null,
      jobVersionId: jobHash.slice(0, 12),
      candidateVersionId: candidateHash.slice(0, 12),
      jobHash,
      candidateHash,
      asOf,
      runId: 'command-line',
      score: scorePair(compiled, person),
      sha256,
    }),
  );
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
