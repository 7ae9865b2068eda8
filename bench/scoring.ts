import { parseArgs } from 'node:util';
import { compileJob } from '@/domain/scoring/compile';
import { preparePerson } from '@/domain/scoring/person';
import { rank } from '@/domain/scoring/rank';
import { scorePair, scorePerson } from '@/domain/scoring/score';
import { makeJob, makePeople, makeTaxonomy, makeWeights } from './scoring-world';

/** Exact scoring of one typical job against many people, on one core. Last line with `--json`: the figures. */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    people: { type: 'string', default: '10000' },
    jobs: { type: 'string' },
  },
});
const AS_OF = '2026-11-23';
const ROUNDS = 5;

const taxonomy = makeTaxonomy();
const people = makePeople(Number(values.people), 7);
const weights = makeWeights();
const seconds = (work: () => void): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};
const best = (work: () => void): number => Math.min(...Array.from({ length: ROUNDS }, () => seconds(work)));

const compiled = compileJob(makeJob(1), weights, taxonomy, AS_OF);
const coldSeconds = seconds(() => {
  rank(
    people.map((facts, i) => ({ candidateId: `c${i}`, score: scorePair(compiled, facts) })),
    'job',
    200,
  );
});
const pairSeconds = best(() => {
  for (const facts of people) scorePair(compiled, facts);
});
const prepared = people.map((facts) => preparePerson(facts, AS_OF));
const preparedSeconds = best(() => {
  for (const person of prepared) scorePerson(compiled, person);
});
const compileSeconds = best(() => {
  for (let i = 0; i < 100; i++) compileJob(makeJob(i), weights, taxonomy, AS_OF);
});

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
const figures = {
  pairs: people.length,
  pairsPerSecond: Math.round(people.length / pairSeconds),
  microsecondsPerPair: round((pairSeconds / people.length) * 1e6, 2),
  preparedPairsPerSecond: Math.round(people.length / preparedSeconds),
  firstRankingMs: round(coldSeconds * 1000, 1),
  compileMs: round((compileSeconds / 100) * 1000, 3),
};
if (!values.json) console.table(figures);
console.log(JSON.stringify(figures));
