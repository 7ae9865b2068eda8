import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { loadParseCatalog } from './load-catalog';
import { parseResume } from './resume';
import { toSummary } from './summary';

const CORPUS = 'bench/skills';
const truthSchema = z.record(z.string(), z.array(z.string()));

/** Skills of one résumé: found and true, found and not true, true and not found, as written. */
interface SkillComparison {
  name: string;
  right: string[];
  wrong: string[];
  missing: string[];
}

/** Spellings count as the same when letters, digits, "+" and "#" agree. */
const key = (skill: string) =>
  skill
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]/gu, '');

/**
 * Reads one half of the corpus of invented résumés in `bench/skills` the way the command line does, and holds the printed
 * skills against what each résumé lists. Rules were written with `seen` in view; `unseen` tells what they are worth.
 */
export async function compareSkills(half: 'seen' | 'unseen'): Promise<SkillComparison[]> {
  const catalog = loadParseCatalog('config');
  const truths = truthSchema.parse(JSON.parse(readFileSync(`${CORPUS}/${half}.json`, 'utf8')));
  return Promise.all(
    Object.entries(truths).map(async ([name, truth]) => {
      const filename = `${name}.txt`;
      const outcome = await parseResume(readFileSync(`${CORPUS}/${half}/${filename}`), {
        filename,
        asOf: '2026-09',
        catalog,
      });
      const found = outcome.ok ? toSummary(filename, outcome.resume).skills : [];
      const [expected, printed] = [new Set(truth.map(key)), new Set(found.map(key))];
      return {
        name,
        right: found.filter((skill) => expected.has(key(skill))),
        wrong: found.filter((skill) => !expected.has(key(skill))),
        missing: truth.filter((skill) => !printed.has(key(skill))),
      };
    }),
  );
}

/** Precision, recall and F1 over all skills of all résumés, each between 0 and 1. */
export function skillScore(comparisons: readonly SkillComparison[]) {
  const count = (part: 'right' | 'wrong' | 'missing') =>
    comparisons.reduce((sum, comparison) => sum + comparison[part].length, 0);
  const right = count('right');
  const precision = right / Math.max(1, right + count('wrong'));
  const recall = right / Math.max(1, right + count('missing'));
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}
