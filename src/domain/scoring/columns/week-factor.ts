import type { CompiledJob } from '../compile';
import { overlapValue } from '../factors/schedule';
import { ONE } from '../fixed-point';
import { personWeek, type PersonWeek } from '../overlap';
import { FLEXIBILITIES, type CandidateFacts, type Triple } from '../schema';
import { WEEK_WORDS } from '../week-grid';
import { NOT_JUDGED, type LateFactor } from './column-factor';
import { KNOWN, type Columns } from './layout';
import { sharedTables, type SharedTables } from './shared-tables';

/** Distinct weeks that are kept unpacked; beyond them a week is unpacked when it is looked at. */
const KEPT_WEEKS = 50_000;

/** What is kept from job to job: unpacked weeks, and by core hours in each zone what each week is expected to be worth. */
export interface WeekMemory {
  unpacked: (PersonWeek | null | undefined)[];
  expected: SharedTables;
}

export const weekMemory = ({ weekZones }: Columns): WeekMemory => ({
  unpacked: Array.from({ length: Math.min(KEPT_WEEKS, weekZones.length) }, () => undefined),
  expected: sharedTables(weekZones.length, NOT_JUDGED),
});

/** How fixed the hours of a distinct week are. */
export const flexibilityOf = ({ weekFlexibilities }: Columns, code: number): CandidateFacts['flexibility'] =>
  FLEXIBILITIES[weekFlexibilities[code] ?? FLEXIBILITIES.length] ?? null;

/** A distinct week; null = not a cell of it is marked. */
export function weekOf(columns: Columns, { unpacked }: WeekMemory, code: number): PersonWeek | null {
  const kept = unpacked[code];
  if (kept !== undefined) return kept;
  const { weekCells, weekZones, weekMinutes, distinct } = columns;
  const cells = weekCells.slice(code * WEEK_WORDS, (code + 1) * WEEK_WORDS);
  const minutes = weekMinutes[code] ?? 0;
  const week = personWeek(
    Uint32Array.from(cells),
    distinct.zones[weekZones[code] ?? 0] ?? '',
    flexibilityOf(columns, code),
    minutes === 0 ? null : minutes,
  );
  if (code < KEPT_WEEKS) unpacked[code] = week;
  return week;
}

/**
 * Schedule overlap over the columns; each distinct week is laid once over the same core hours in the same shifts of zones. Null
 * when it does not count.
 */
export function weekFactor(compiled: CompiledJob, columns: Columns, memory: WeekMemory): LateFactor | null {
  const counted = compiled.factors.find(({ factor }) => factor === 'schedule_overlap');
  const { core, job } = compiled;
  if (!counted || !core) return null;
  const { flags, week: codes, weekZones, distinct } = columns;
  const { prior } = compiled.weights.factors.schedule_overlap;
  const needs = distinct.zones.map((zone) => core.inZone(zone));
  const shifts = needs.map((ofZone) => ofZone?.map(({ toJob }) => toJob).join());
  const table = memory.expected([job.coreHours?.grid, core.needed, prior, ...shifts].join(' '));
  const notKnown: Readonly<Triple> = { low: 0, expected: prior, high: ONE };
  const ofWeek = (code: number): Readonly<Triple> => {
    const ofZone = needs[weekZones[code] ?? 0];
    const week = weekOf(columns, memory, code);
    return ofZone && week ? overlapValue(core, ofZone, week, prior) : notKnown;
  };
  const expectedOf = (code: number): number => {
    const kept = table[code] ?? NOT_JUDGED;
    return kept === NOT_JUDGED ? (table[code] = ofWeek(code).expected) : kept;
  };
  const { weight } = counted;
  return {
    factor: counted.factor,
    weight,
    open: null,
    firm: KNOWN.weekFirm,
    valueOf: (index) => (((flags[index] ?? 0) & KNOWN.week) === 0 ? notKnown : ofWeek(codes[index] ?? 0)),
    lower({ count, people, left }) {
      for (let i = 0; i < count; i++) {
        const index = people[i] ?? 0;
        const known = ((flags[index] ?? 0) & KNOWN.week) !== 0;
        left[i] = (left[i] ?? 0) - weight * (ONE - (known ? expectedOf(codes[index] ?? 0) : prior));
      }
    },
  };
}
