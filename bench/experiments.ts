import { parseArgs } from 'node:util';
import { findingOf, plannedObservations } from '@/domain/matching/experiments/sequential';
import { SIMULATED, simulateExperiment, type SimulatedUnit } from '@/testing/simulated-jobs';

/**
 * Simulated experiments, each looked at after every job: how often equal rankings are called different, and how often a better
 * one is found. Last line with `--json`: the figures.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, runs: { type: 'string', default: '1000' } },
});
const runs = Number(values.runs);
/** Beyond the seeds of the tests. */
const FIRST_SEED = 1_000_000;

const figures = { aaRuns: 0, aaFalsePositives: 0, abRuns: 0, abFound: 0 };
const units: Record<string, number | string>[] = [];
for (const unit of Object.keys(SIMULATED) as SimulatedUnit[]) {
  const { plan } = SIMULATED[unit];
  const planned = plannedObservations(plan);
  const count = (isBetter: boolean, called: readonly string[]): { times: number; observations: number } => {
    let [times, observations] = [0, 0];
    for (let seed = FIRST_SEED; seed < FIRST_SEED + runs; seed += 1) {
      const { verdict, decidedAt } = findingOf(simulateExperiment(unit, isBetter, seed), plan, planned);
      if (called.includes(verdict)) times += 1;
      observations += decidedAt ?? planned;
    }
    return { times, observations: Math.round(observations / runs) };
  };
  const equal = count(false, ['better', 'worse']);
  const better = count(true, ['better']);
  figures.aaRuns += runs;
  figures.aaFalsePositives += equal.times;
  figures.abRuns += runs;
  figures.abFound += better.times;
  units.push({
    unit,
    planned,
    falsePositives: equal.times,
    found: better.times,
    meanLength: better.observations,
  });
}
if (!values.json) console.table(units);
console.log(JSON.stringify(figures));
