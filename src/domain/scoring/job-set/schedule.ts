import type { CompiledJob } from '../compile';
import { overlapValue } from '../factors/schedule';
import type { CoreHours, NeedInZone } from '../overlap';
import { unknownValue } from '../person';
import { addTo, type SetScorer } from './sums';

interface Asker {
  job: number;
  weight: number;
}

/** Core hours as they lie in one zone, and whose they are. */
interface Laid {
  core: CoreHours;
  shifts: readonly NeedInZone[];
  prior: number;
  askers: Asker[];
}

/** What a zone makes of all core hours: the distinct ones, and those of whom the zone is not known. */
interface Zone {
  laid: Laid[];
  unknown: (Asker & { prior: number })[];
}

/**
 * Schedule overlap of many jobs. In one zone most terms see the same shifts: a week is laid once over core hours that lie there
 * alike, whenever their jobs run.
 */
export function scheduleScorer(jobs: readonly CompiledJob[]): SetScorer {
  const counted = jobs.flatMap(({ core, factors, weights, job: { coreHours } }, job) => {
    const weight = factors.find(({ factor }) => factor === 'schedule_overlap')?.weight;
    const { prior } = weights.factors.schedule_overlap;
    return core && weight !== undefined ? [{ job, core, weight, prior, grid: coreHours?.grid ?? '' }] : [];
  });
  const zones = new Map<string, Zone>();
  const zoneOf = (timeZone: string): Zone => {
    const known = zones.get(timeZone);
    if (known) return known;
    const laid = new Map<string, Laid>();
    const unknown: Zone['unknown'] = [];
    for (const { job, core, weight, prior, grid } of counted) {
      const shifts = core.inZone(timeZone);
      if (!shifts) {
        unknown.push({ job, weight, prior });
        continue;
      }
      const key = [grid, core.needed, prior, ...shifts.map(({ toJob }) => toJob)].join(' ');
      const same = laid.get(key) ?? { core, shifts, prior, askers: [] };
      laid.set(key, same);
      same.askers.push({ job, weight });
    }
    const made = { laid: [...laid.values()], unknown };
    zones.set(timeZone, made);
    return made;
  };
  return ({ week }, sums) => {
    if (!week) {
      for (const { job, weight, prior } of counted) addTo(sums, job, weight, unknownValue(prior));
      return;
    }
    const { laid, unknown } = zoneOf(week.timeZone);
    for (const { job, weight, prior } of unknown) addTo(sums, job, weight, unknownValue(prior));
    for (const { core, shifts, prior, askers } of laid) {
      const value = overlapValue(core, shifts, week, prior);
      for (const { job, weight } of askers) addTo(sums, job, weight, value);
    }
  };
}
