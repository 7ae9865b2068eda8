import { parseArgs } from 'node:util';
import { loadCatalog } from '@/domain/catalog/load';
import { preparePerson } from '@/domain/scoring/person';
import type { JobFacts } from '@/domain/scoring/schema';
import { crowdOf, type Crowd } from '@/domain/scoring/relax/crowd';
import { countInPlay, relaxPlan } from '@/domain/scoring/relax/meter';
import { AS_OF, makePeopleAndJobs } from './matching/world';

/**
 * The relaxation meter of one job over invented people. `firstMs`: people prepared and the first job measured, nothing remembered.
 * `ms`, `p95Ms`: every further job, of which nothing is remembered but what other jobs asked alike. `draftMs`: one answer
 * changed in a job just measured. `cpuMs` is the processor's time of `ms`, for a machine that does other work. Last line with
 * `--json`: the figures.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    people: { type: 'string', default: '10000' },
    jobs: { type: 'string', default: '60' },
  },
});
const { taxonomy, weightSets } = loadCatalog();
const NAMES = { skill: (id: string) => id };

const milliseconds = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
const round = (value: number): number => Number(value.toFixed(1));

const { people, jobs } = makePeopleAndJobs(Number(values.people), Number(values.jobs));
const facts = people.map((person) => person.facts);
let relaxations = 0;
let moreFound = 0;
const measure = (job: JobFacts, crowd: Crowd): void => {
  const plan = relaxPlan(job, weightSets.current.set, taxonomy, NAMES, AS_OF);
  const { now, after } = countInPlay(plan, crowd);
  relaxations = Math.max(relaxations, after.length);
  moreFound += after.filter((count) => count > now.strong + now.good).length;
};
const [first, ...others] = jobs;
if (!first) throw new RangeError('At least one job is needed.');

let crowd = crowdOf([], AS_OF);
const firstMs = milliseconds(() => {
  crowd = crowdOf(
    facts.map((known) => preparePerson(known, AS_OF)),
    AS_OF,
  );
  measure(first, crowd);
});
const began = process.cpuUsage();
const times = others.map((job) => milliseconds(() => measure(job, crowd))).sort((a, b) => a - b);
const { user, system } = process.cpuUsage(began);
/** Drafts that differ from the job in one answer, as a form leaves them. */
const drafted = (job: JobFacts): JobFacts[] => [
  { ...job, minimumYears: (job.minimumYears ?? 1) + 2 },
  { ...job, requiredSkills: job.requiredSkills.slice(1) },
  { ...job, hours: { min: 12, max: 17, gate: false } },
];
const draftTimes = others
  .slice(0, 20)
  .flatMap((job) => {
    measure(job, crowd);
    return drafted(job).map((draft) => milliseconds(() => measure(draft, crowd)));
  })
  .sort((a, b) => a - b);

const figures = {
  people: people.length,
  relaxations,
  moreFound,
  firstMs: round(firstMs),
  ms: round(at(times, 0.5)),
  p95Ms: round(at(times, 0.95)),
  maxMs: round(times.at(-1) ?? 0),
  cpuMs: round((user + system) / 1000 / Math.max(1, others.length)),
  draftMs: round(at(draftTimes, 0.5)),
};
if (!values.json) console.table(figures);
console.log(JSON.stringify(figures));
