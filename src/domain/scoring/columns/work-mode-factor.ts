import type { CompiledJob } from '../compile';
import { distanceKm, modeFit, placeCounts, reach, workModeBounds } from '../factors/work-mode';
import { bounded } from '../fixed-point';
import type { ColumnFactor } from './column-factor';
import { KNOWN, type Columns } from './layout';

const NOT_MEASURED = -2;
const NOT_KNOWN = -1;

/** Work mode × place over the columns; each distinct place is measured once. Null when the job looks at neither. */
export function workModeFactor(
  compiled: CompiledJob,
  columns: Columns,
  distances: Int32Array,
): ColumnFactor | null {
  const asked = compiled.job.workMode;
  const counted = compiled.factors.find(({ factor }) => factor === 'work_mode_location');
  const guarded = compiled.gates.some(({ about }) => about === 'work_mode');
  if (!asked || (!counted && !guarded)) return null;
  const { modes: modeCodes, place: placeCodes } = columns;
  const { modes: toldModes, place: places } = columns.distinct.facets;
  const { prior } = compiled.weights.factors.work_mode_location;
  const fits = toldModes.map(({ modes }) => (modes ? modeFit(asked, modes) : null));
  const limits = toldModes.map(({ modes }) => reach(asked, modes ?? null));
  const byPlace = placeCounts(asked);
  distances.fill(NOT_MEASURED);
  const distanceTo = (code: number): number | null => {
    let distance = distances[code] ?? NOT_MEASURED;
    if (distance === NOT_MEASURED) {
      const place = places[code]?.place;
      distance = (asked.place && place && distanceKm(asked.place, place)) ?? NOT_KNOWN;
      distances[code] = distance;
    }
    return distance === NOT_KNOWN ? null : distance;
  };
  const boundsOf = (index: number) => {
    const code = modeCodes[index] ?? 0;
    const distance = byPlace ? distanceTo(placeCodes[index] ?? 0) : null;
    return workModeBounds(byPlace, fits[code] ?? null, limits[code] ?? Infinity, distance);
  };
  return {
    weight: counted?.weight ?? 0,
    firm: KNOWN.workModeFirm,
    valueOf(index) {
      const { low, high } = boundsOf(index);
      return bounded(low, high, prior);
    },
    misses: guarded ? (index) => boundsOf(index).high === 0 : null,
  };
}
