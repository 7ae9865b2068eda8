import type { CompiledJob } from '../compile';
import { distanceKm, modeFit, placeCounts, reach, workModeValue } from '../factors/work-mode';
import type { JobFacts, Triple } from '../schema';
import { NOT_JUDGED, type Looked } from './column-factor';
import { KNOWN, type Columns } from './layout';
import { sharedTables, type SharedTables } from './shared-tables';

type Asked = NonNullable<JobFacts['workMode']>;

/** Where a person's place lies, for one way of telling the modes. */
const [WITHIN, BEYOND, NOT_KNOWN] = [0, 1, 2];
const WHERES = 3;
const NO_DISTANCE = -2;

/** What a way of working makes of each code of the modes told: its value by where the place lies, and how far within is, in km. */
interface ModesJudged {
  values: Triple[];
  expected: Int16Array;
  most: Int16Array;
  limits: Float64Array;
  /** Expected where the place does not count. */
  anywhere: Int16Array;
}

/** By the way of working asked, what it makes of modes; by place asked, how far each place is; by both, what each person is worth. */
export interface WorkModeMemory {
  modes: Map<string, ModesJudged>;
  distances: SharedTables;
  expected: SharedTables;
}

export const workModeMemory = ({ count, distinct: { facets } }: Columns): WorkModeMemory => ({
  modes: new Map(),
  distances: sharedTables(facets.place.length, NOT_JUDGED),
  expected: sharedTables(count, NOT_JUDGED),
});

function modesJudged(asked: Asked, prior: number, { distinct: { facets } }: Columns): ModesJudged {
  const values = facets.modes.flatMap(({ modes }) => {
    const fit = modes ? modeFit(asked, modes) : null;
    const limit = reach(asked, modes ?? null);
    const at = (distance: number | null): Triple => workModeValue(asked, fit, limit, distance, prior);
    return [at(0), at(Infinity), at(null)];
  });
  return {
    values,
    anywhere: Int16Array.from(facets.modes, (_, code) => values[code * WHERES + NOT_KNOWN]?.expected ?? 0),
    expected: Int16Array.from(values, ({ expected }) => expected),
    most: Int16Array.from(values, ({ high }) => high),
    limits: Float64Array.from(facets.modes, ({ modes }) => reach(asked, modes ?? null)),
  };
}

/** Distance in km of each code of a place to the one asked, or `NO_DISTANCE`; measured once for all jobs at the same place. */
function distancesTo(asked: Asked, { distinct: { facets } }: Columns, memory: WorkModeMemory): Int16Array {
  const distances = memory.distances(JSON.stringify(asked.place));
  if (distances[0] !== NOT_JUDGED) return distances;
  for (const [code, { place }] of facets.place.entries()) {
    distances[code] = (asked.place && place && distanceKm(asked.place, place)) ?? NO_DISTANCE;
  }
  return distances;
}

/** Whether a person's coordinates tell how far they are: of a job that names only a country, that stays open. */
const isMeasurable = ({ place }: Asked): boolean =>
  place === null || (place.latitude !== null && place.longitude !== null);

/** Work mode × place over the columns. Null when the job looks at neither. */
export function workModeFactor(
  compiled: CompiledJob,
  columns: Columns,
  memory: WorkModeMemory,
): Looked | null {
  const asked = compiled.job.workMode;
  const counted = compiled.factors.find(({ factor }) => factor === 'work_mode_location');
  const guards = compiled.gates.some(({ about }) => about === 'work_mode');
  if (!asked || (!counted && !guards)) return null;
  const { modes: modeCodes, place: placeCodes } = columns;
  const { prior } = compiled.weights.factors.work_mode_location;
  const distances = placeCounts(asked) ? distancesTo(asked, columns, memory) : null;
  const key = JSON.stringify([asked.mode, asked.daysOnSite, asked.radiusKm, distances !== null, prior]);
  const judged = memory.modes.get(key) ?? modesJudged(asked, prior, columns);
  memory.modes.set(key, judged);
  const { values, expected, most, limits } = judged;
  const placeOf = (index: number): number => {
    const code = modeCodes[index] ?? 0;
    const distance = distances === null ? NO_DISTANCE : (distances[placeCodes[index] ?? 0] ?? NO_DISTANCE);
    if (distance === NO_DISTANCE) return code * WHERES + NOT_KNOWN;
    return code * WHERES + (distance <= (limits[code] ?? Infinity) ? WITHIN : BEYOND);
  };
  const expectedOfAll = (): Int16Array => {
    const table = memory.expected(`${key}${JSON.stringify(asked.place)}`);
    if (table[0] !== NOT_JUDGED) return table;
    for (let index = 0; index < table.length; index++) table[index] = expected[placeOf(index)] ?? 0;
    return table;
  };
  const nothing: Readonly<Triple> = { low: 0, expected: 0, high: 0 };
  return {
    factor: counted
      ? {
          factor: counted.factor,
          weight: counted.weight,
          open: null,
          firm: isMeasurable(asked) ? KNOWN.workModeFirm : 0,
          valueOf: (index) => values[placeOf(index)] ?? nothing,
          ...(distances
            ? { codes: null, expected: expectedOfAll() }
            : { codes: modeCodes, expected: judged.anywhere }),
        }
      : null,
    guard: guards
      ? (missed, first, size) => {
          for (let at = 0; at < size; at++) if (most[placeOf(first + at)] === 0) missed[at] = 1;
        }
      : null,
  };
}
