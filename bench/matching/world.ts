import { candidateFacts } from '@/domain/candidates/facts';
import { loadCatalog } from '@/domain/catalog/load';
import { jobFacts } from '@/domain/jobs/facts';
import type { ColumnPerson } from '@/domain/scoring/columns/pack';
import { compileJob, type CompiledJob } from '@/domain/scoring/compile';
import type { JobFacts } from '@/domain/scoring/schema';
import { makeWorld } from '../../demo/world';

export const AS_OF = '2026-11-23';
export const TOP = 200;

const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Invented people and jobs as they come out of parser and forms, with the catalog and the weights in use. */
export function makePeopleAndJobs(
  candidates: number,
  jobCount: number,
): { people: ColumnPerson[]; jobs: JobFacts[] } {
  const catalog = loadCatalog();
  const world = makeWorld({ seed: 7, employers: 50, candidates, jobs: jobCount }, catalog);
  const people: ColumnPerson[] = [];
  for (const { profile, answers } of world.candidates) {
    people.push({ id: idOf(people.length), facts: candidateFacts(profile, answers, {}) });
  }
  return { people, jobs: world.jobs.map(({ answers }) => jobFacts(answers, catalog.roles)) };
}

/** The same people again and again under new ids, `count` of them. */
export function* repeated(people: readonly ColumnPerson[], count: number): Generator<ColumnPerson> {
  for (let n = 0; n < count; n++) {
    const person = people[n % people.length];
    if (person) yield { id: idOf(n), facts: person.facts };
  }
}

export function compileAll(jobs: readonly JobFacts[]): CompiledJob[] {
  const { taxonomy, weightSets } = loadCatalog();
  return jobs.map((job) => compileJob(job, weightSets.current.set, taxonomy, AS_OF));
}
