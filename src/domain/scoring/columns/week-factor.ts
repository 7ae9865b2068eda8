import type { CompiledJob } from '../compile';
import { between, ONE, share } from '../fixed-point';
import { fixedOverlap, personWeek, wideOverlap, type NeedInZone, type PersonWeek } from '../overlap';
import { FLEXIBILITIES, type Triple } from '../schema';
import { WEEK_WORDS } from '../week-grid';
import { lowerBy, NOT_JUDGED, type ColumnFactor } from './column-factor';
import { KNOWN, type Columns } from './layout';
import { sharedTables, type SharedTables } from './shared-tables';

/** Distinct weeks that are kept unpacked; beyond them a week is unpacked when it is looked at. */
const KEPT_WEEKS = 50_000;

/** What is kept from job to job: unpacked weeks, and by core hours and the shift of a zone how many cells each week overlaps. */
export interface WeekMemory {
  unpacked: (PersonWeek | null | undefined)[];
  least: SharedTables;
  most: SharedTables;
}

export const weekMemory = ({ weekZones }: Columns): WeekMemory => ({
  unpacked: Array.from({ length: Math.min(KEPT_WEEKS, weekZones.length) }, () => undefined),
  least: sharedTables(weekZones.length, NOT_JUDGED),
  most: sharedTables(weekZones.length, NOT_JUDGED),
});

function unpack(columns: Columns, code: number): PersonWeek | null {
  const { weekCells, weekZones, weekFlexibilities, weekMinutes, distinct } = columns;
  const cells = weekCells.slice(code * WEEK_WORDS, (code + 1) * WEEK_WORDS);
  const flexibility = FLEXIBILITIES[weekFlexibilities[code] ?? FLEXIBILITIES.length] ?? null;
  const minutes = weekMinutes[code] ?? 0;
  return personWeek(
    Uint32Array.from(cells),
    distinct.zones[weekZones[code] ?? 0] ?? '',
    flexibility,
    minutes === 0 ? null : minutes,
  );
}

/** Overlap in cells of each week with core hours that one shift has moved. */
interface Shifted {
  need: NeedInZone;
  least: Int16Array;
  most: Int16Array;
}

/**
 * Schedule overlap over the columns; each distinct week is laid once over the same core hours in the same shift of zones. Null
 * when it does not count.
 */
export function weekFactor(compiled: CompiledJob, columns: Columns, memory: WeekMemory): ColumnFactor | null {
  const counted = compiled.factors.find(({ factor }) => factor === 'schedule_overlap');
  const { core, job } = compiled;
  if (!counted || !core) return null;
  const { flags, week: codes, weekZones, weekFlexibilities, distinct } = columns;
  const { prior } = compiled.weights.factors.schedule_overlap;
  const weekAt = (code: number): PersonWeek | null => {
    const kept = memory.unpacked[code];
    if (kept !== undefined) return kept;
    const week = unpack(columns, code);
    if (code < KEPT_WEEKS) memory.unpacked[code] = week;
    return week;
  };
  const zones: (Shifted[] | null | undefined)[] = distinct.zones.map(() => undefined);
  const shiftsOf = (zone: number): Shifted[] | null => {
    const needs = core.inZone(distinct.zones[zone] ?? '');
    const shifts =
      needs &&
      needs.map((need) => {
        const key = `${job.coreHours?.grid}${need.toJob}`;
        return { need, least: memory.least(key), most: memory.most(key) };
      });
    zones[zone] = shifts;
    return shifts;
  };
  const cellsOf = (
    cells: Int16Array,
    code: number,
    { need }: NeedInZone,
    overlap: typeof wideOverlap,
  ): number => {
    const kept = cells[code] ?? NOT_JUDGED;
    if (kept !== NOT_JUDGED) return kept;
    const week = weekAt(code);
    return (cells[code] = week ? overlap(need, week) : 0);
  };
  const value: Triple = { low: 0, expected: 0, high: 0 };
  const notKnown: Readonly<Triple> = { low: 0, expected: prior, high: ONE };
  const valueOf = (index: number): Readonly<Triple> => {
    if (((flags[index] ?? 0) & KNOWN.week) === 0) return notKnown;
    const code = codes[index] ?? 0;
    const zone = weekZones[code] ?? 0;
    const kept = zones[zone];
    const shifts = kept === undefined ? shiftsOf(zone) : kept;
    if (!shifts) return notKnown;
    const open = weekFlexibilities[code] === FLEXIBILITIES.length;
    let least = Infinity;
    let most = Infinity;
    for (const shifted of shifts) {
      most = Math.min(most, cellsOf(shifted.most, code, shifted.need, wideOverlap));
      if (open) least = Math.min(least, cellsOf(shifted.least, code, shifted.need, fixedOverlap));
    }
    value.high = share(most, core.needed);
    value.low = open ? share(least, core.needed) : value.high;
    value.expected = between(value.low, value.high, prior);
    return value;
  };
  const factor = { weight: counted.weight, firm: KNOWN.weekFirm, valueOf };
  return { ...factor, lower: (batch) => lowerBy(factor, batch) };
}
