import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { loadCatalog } from '@/domain/catalog/load';
import { readAd } from '@/domain/jobs/ad/read';
import { jobFacts } from '@/domain/jobs/facts';
import { jobAnswersSchema } from '@/domain/jobs/schema';
import { passMemory } from '@/domain/scoring/columns/memory';
import { packPeople } from '@/domain/scoring/columns/pack';
import { bestPeople } from '@/domain/scoring/columns/pass';
import { compileJob } from '@/domain/scoring/compile';
import { tieBreaker } from '@/domain/scoring/rank';
import type { CandidateFacts, JobFacts } from '@/domain/scoring/schema';
import { TOP } from './figures';
import type { QueryLine, ResumeLine } from './formats';

/** The day of every ranking: recency must not change from one run to the next. */
export const AS_OF = '2026-11-01';
const BATCH = 20;

/** Facts of each résumé by the production path (text → parsed → profile → facts), over one thread a core; null = refused. */
export async function factsOf(resumes: readonly ResumeLine[]): Promise<(CandidateFacts | null)[]> {
  const facts: (CandidateFacts | null)[] = Array.from({ length: resumes.length }, () => null);
  let next = 0;
  const threads = Math.max(1, Math.min(availableParallelism(), Math.ceil(resumes.length / BATCH)));
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
      workerData: { asOf: AS_OF },
    });
    while (next < resumes.length) {
      const from = next;
      next += BATCH;
      worker.postMessage(
        resumes.slice(from, from + BATCH).map(({ text }) => text),
        [],
      );
      const [read] = (await once(worker, 'message')) as [(CandidateFacts | null)[]];
      read.forEach((one, index) => {
        facts[from + index] = one;
      });
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: threads }, work));
  return facts;
}

/** A UUID of an id, as the columns want one. */
const uuidOf = (id: string): string => {
  const hex = createHash('sha256').update(id).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
};

/** The job that the importer makes of an ad: its title on the first line, as ads are pasted. */
export function jobOf({ title, text }: Pick<QueryLine, 'title' | 'text'>): JobFacts {
  const catalog = loadCatalog();
  const { answers } = readAd(`${title}\n\n${text}`, { catalog, today: AS_OF, timeZone: 'Asia/Kolkata' });
  return jobFacts(jobAnswersSchema.parse(answers), catalog.roles);
}

/**
 * Places in `facts` of the ten best people for each query, best first, by the columnar pass with the weights that rank
 * people. Whoever needs information stands where their expected score puts them; a missed must-have goes last.
 */
export function engineRankings(
  queries: readonly QueryLine[],
  resumes: readonly ResumeLine[],
  facts: readonly (CandidateFacts | null)[],
): number[][] {
  const { taxonomy, weightSets } = loadCatalog();
  // A file that cannot be read makes no person.
  const people = facts.flatMap((one, place) =>
    one === null ? [] : [{ id: uuidOf(`${place}:${resumes[place]?.id}`), place, facts: one }],
  );
  const columns = packPeople(people, AS_OF);
  const memory = passMemory(columns);
  return queries.map((query, index) => {
    const jobId = `${index}:${query.id}`;
    const compiled = compileJob(jobOf(query), weightSets.current.set, taxonomy, AS_OF);
    const tieOf = tieBreaker(jobId);
    const {
      ranked,
      needs_information: open,
      misses_must_have: missed,
    } = bestPeople(compiled, columns, memory, {
      jobId,
      n: TOP,
    }).best;
    const idAt = (index: number): string => people[index]?.id ?? '';
    const first = [...ranked, ...open].sort(
      (a, b) => b.expected - a.expected || tieOf(idAt(a.index)) - tieOf(idAt(b.index)),
    );
    return [...first, ...missed].slice(0, TOP).flatMap(({ index }) => people[index]?.place ?? []);
  });
}
