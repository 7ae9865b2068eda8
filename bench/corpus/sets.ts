import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseIsolated } from '@/domain/resumes/adapter';
import { toSummary } from '@/domain/resumes/parse/summary';
import { loadPeople, resumeFile } from '../../demo/load';
import { count, newTally, scoresOf, type Scores, type Tally } from './evaluate';
import { truthOfDemo, type Truth } from './truth';

/** A document with its truth. */
export interface Judged {
  path: string;
  truth: Truth;
}

/** The documents of a folder with `files/` and `truth/<file>.json`; throws where a truth has no file. */
export function folderSet(folder: string): Judged[] {
  return readdirSync(join(folder, 'truth'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const truth = JSON.parse(readFileSync(join(folder, 'truth', name), 'utf8')) as Truth;
      const path = join(folder, 'files', truth.file);
      if (!existsSync(path)) throw new Error(`${name} speaks of a file that is not there: ${path}`);
      return { path, truth };
    });
}

/** The committed résumés of the demo's people. */
export const demoSet = (): Judged[] =>
  loadPeople().map((person) => {
    const file = resumeFile(person);
    return { path: join('demo/resumes', file), truth: truthOfDemo(person, file) };
  });

export interface SetResult extends Scores {
  documents: number;
  failures: Record<string, string>;
  medianMs: number;
  p95Ms: number;
}

interface Group {
  tally: Tally;
  times: number[];
  failures: Record<string, string>;
}

function resultOf({ tally, times, failures }: Group): SetResult {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  return { documents: times.length, ...scoresOf(tally), medianMs: at(0.5), p95Ms: at(0.95), failures };
}

export interface Judgement {
  /** By `all` and by file ending. */
  results: Record<string, SetResult>;
  misses: Tally['misses'];
}

/** Reads every document of a set through the child process, one after the other, and holds it against its truth. */
export async function judge(set: readonly Judged[]): Promise<Judgement> {
  const groups = new Map<string, Group>();
  const groupOf = (name: string): Group => {
    const group = groups.get(name) ?? { tally: newTally(), times: [], failures: {} };
    groups.set(name, group);
    return group;
  };
  for (const { path, truth } of set) {
    const mine = [groupOf('all'), groupOf(extname(truth.file).slice(1).toLowerCase())];
    const bytes = readFileSync(path);
    const from = performance.now();
    const outcome = await parseIsolated(bytes, { filename: truth.file, asOf: truth.asOf });
    const took = performance.now() - from;
    for (const group of mine) {
      group.times.push(took);
      if (!outcome.ok) group.failures[truth.file] = outcome.reason;
    }
    count(
      mine.map((group) => group.tally),
      truth,
      outcome.ok ? toSummary(truth.file, outcome.resume) : null,
    );
  }
  return {
    results: Object.fromEntries([...groups].map(([name, group]) => [name, resultOf(group)])),
    misses: groups.get('all')?.tally.misses ?? [],
  };
}
