import type { CompiledJob } from '../compile';
import { distanceKm, modeFit, placeCounts, placeOpen, reach, workModeMost } from '../factors/work-mode';
import { between } from '../fixed-point';
import type { JobFacts, Triple } from '../schema';
import { lowerBy, NOT_JUDGED, type GuardFactor } from './column-factor';
import { KNOWN, type Columns } from './layout';
import { sharedTables, type SharedTables } from './shared-tables';

const NOT_KNOWN = -2;

/** By the way of working asked, what it makes of each code of the modes told; by place asked, how far each place is. */
export interface WorkModeMemory {
  modes: Map<string, ModesJudged>;
  distances: SharedTables;
}
interface ModesJudged {
  /** Null = not told. */
  fits: (number | null)[];
  limits: number[];
}

export const workModeMemory = ({ distinct: { facets } }: Columns): WorkModeMemory => ({
  modes: new Map(),
  distances: sharedTables(facets.place.length, NOT_JUDGED),
});

function modesJudged(
  asked: NonNullable<JobFacts['workMode']>,
  { distinct: { facets } }: Columns,
  { modes: kept }: WorkModeMemory,
): ModesJudged {
  const key = `${asked.mode},${asked.daysOnSite},${asked.radiusKm}`;
  const made = kept.get(key) ?? {
    fits: facets.modes.map(({ modes }) => (modes ? modeFit(asked, modes) : null)),
    limits: facets.modes.map(({ modes }) => reach(asked, modes ?? null)),
  };
  kept.set(key, made);
  return made;
}

/** Work mode × place over the columns; each distinct place is measured once for all jobs at the same place. Null when the job looks at neither. */
export function workModeFactor(
  compiled: CompiledJob,
  columns: Columns,
  memory: WorkModeMemory,
): GuardFactor | null {
  const asked = compiled.job.workMode;
  const counted = compiled.factors.find(({ factor }) => factor === 'work_mode_location');
  const guards = compiled.gates.some(({ about }) => about === 'work_mode');
  if (!asked || (!counted && !guards)) return null;
  const { modes: modeCodes, place: placeCodes } = columns;
  const places = columns.distinct.facets.place;
  const { prior } = compiled.weights.factors.work_mode_location;
  const { fits, limits } = modesJudged(asked, columns, memory);
  const byPlace = placeCounts(asked);
  const distances = byPlace ? memory.distances(JSON.stringify(asked.place)) : new Int16Array(0);
  const measure = (code: number): number => {
    const place = places[code]?.place;
    return (distances[code] = (asked.place && place && distanceKm(asked.place, place)) ?? NOT_KNOWN);
  };
  const distanceTo = (code: number): number | null => {
    const kept = distances[code] ?? NOT_JUDGED;
    const distance = kept === NOT_JUDGED ? measure(code) : kept;
    return distance === NOT_KNOWN ? null : distance;
  };
  const mostOf = (index: number): number => {
    const code = modeCodes[index] ?? 0;
    const distance = byPlace ? distanceTo(placeCodes[index] ?? 0) : null;
    return workModeMost(fits[code] ?? null, limits[code] ?? Infinity, distance);
  };
  const value: Triple = { low: 0, expected: 0, high: 0 };
  const factor = {
    weight: counted?.weight ?? 0,
    firm: KNOWN.workModeFirm,
    valueOf(index: number): Triple {
      const code = modeCodes[index] ?? 0;
      const fit = fits[code] ?? null;
      const limit = limits[code] ?? Infinity;
      const distance = byPlace ? distanceTo(placeCodes[index] ?? 0) : null;
      value.high = workModeMost(fit, limit, distance);
      value.low = fit === null || (byPlace && placeOpen(fit, limit, distance)) ? 0 : value.high;
      value.expected = between(value.low, value.high, prior);
      return value;
    },
  };
  return {
    ...factor,
    guards,
    markMisses(missed, first, size) {
      for (let at = 0; at < size; at++) if (mostOf(first + at) === 0) missed[at] = 1;
    },
    lower: (batch) => lowerBy(factor, batch),
  };
}
