import type { CompiledJob } from '../compile';
import { personWeek, type PersonWeek } from '../overlap';
import { NOTHING_KNOWN } from '../person';
import { FLEXIBILITIES, type Triple } from '../schema';
import { WEEK_WORDS } from '../week-grid';
import type { ColumnFactor } from './column-factor';
import { KNOWN, type Columns } from './layout';

/** Distinct weeks that are kept unpacked; beyond them a week is unpacked when it is looked at. */
const KEPT_WEEKS = 50_000;
const NOT_JUDGED = -1;

/** What is kept from job to job: unpacked weeks, and room for what a job makes of each. */
export interface WeekMemory {
  unpacked: (PersonWeek | null)[];
  cells: Int32Array;
}

export const weekMemory = ({ weekZones }: Columns): WeekMemory => ({
  unpacked: [],
  cells: new Int32Array(weekZones.length * 3),
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

/** Schedule overlap over the columns; each distinct week is laid over the job's core hours once. Null when it does not count. */
export function weekFactor(compiled: CompiledJob, columns: Columns, memory: WeekMemory): ColumnFactor | null {
  const counted = compiled.factors.find(({ factor }) => factor === 'schedule_overlap');
  if (!counted) return null;
  const { flags, week: codes } = columns;
  const { unpacked, cells } = memory;
  cells.fill(NOT_JUDGED);
  const weekAt = (code: number): PersonWeek | null => {
    const kept = unpacked[code];
    if (kept !== undefined) return kept;
    const week = unpack(columns, code);
    if (code < KEPT_WEEKS) unpacked[code] = week;
    return week;
  };
  const judge = (week: PersonWeek | null): Triple =>
    counted.value({ facts: NOTHING_KNOWN, career: null, week });
  const notKnown = judge(null);
  const value: Triple = { ...notKnown };
  return {
    weight: counted.weight,
    firm: KNOWN.weekFirm,
    misses: null,
    valueOf(index) {
      if (((flags[index] ?? 0) & KNOWN.week) === 0) return notKnown;
      const code = codes[index] ?? 0;
      const cell = code * 3;
      if (cells[cell] === NOT_JUDGED) {
        const { low, expected, high } = judge(weekAt(code));
        cells[cell] = low;
        cells[cell + 1] = expected;
        cells[cell + 2] = high;
      }
      value.low = cells[cell] ?? 0;
      value.expected = cells[cell + 1] ?? 0;
      value.high = cells[cell + 2] ?? 0;
      return value;
    },
  };
}
