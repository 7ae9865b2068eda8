/** A week of 672 cells of 15 minutes, Monday 00:00 first, one bit each: 21 words of 32 bits, 3 a day, highest bit first. */
export const CELL_MINUTES = 15;
export const DAY_CELLS = 96;
export const WEEK_CELLS = 672;
export const WEEK_WORDS = 21;
const DAY_WORDS = 3;

export type Week = Uint32Array;

/** Minutes from midnight of `day` (0 = Monday); `to` may pass midnight, and an end before the start means the next day. */
export interface DayRange {
  day: number;
  from: number;
  to: number;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SEXTETS = new Uint8Array(128);
for (let i = 0; i < ALPHABET.length; i++) SEXTETS[ALPHABET.charCodeAt(i)] = i;

const wordAt = (week: Week, index: number): number => week[index] ?? 0;

export function emptyWeek(): Week {
  return new Uint32Array(WEEK_WORDS);
}

/** 112 base64 characters (84 bytes) → week. The shape is checked by `weekGridSchema`, not here. */
export function decodeGrid(grid: string): Week {
  const week = emptyWeek();
  for (let i = 0; i < WEEK_CELLS / 6; i++) {
    const sextet = SEXTETS[grid.charCodeAt(i)] ?? 0;
    const bit = i * 6;
    const room = 26 - (bit & 31);
    const word = bit >>> 5;
    if (room >= 0) week[word] = wordAt(week, word) | (sextet << room);
    else {
      week[word] = wordAt(week, word) | (sextet >>> -room);
      week[word + 1] = wordAt(week, word + 1) | (sextet << (32 + room));
    }
  }
  return week;
}

/** Week → 112 base64 characters. */
export function encodeGrid(week: Week): string {
  let grid = '';
  for (let bit = 0; bit < WEEK_CELLS; bit += 6) {
    let sextet = 0;
    for (let i = 0; i < 6; i++) sextet = (sextet << 1) | (hasCell(week, bit + i) ? 1 : 0);
    grid += ALPHABET[sextet] ?? '';
  }
  return grid;
}

/** Is cell 0–671 set? */
export function hasCell(week: Week, cell: number): boolean {
  return ((wordAt(week, cell >>> 5) >>> (31 - (cell & 31))) & 1) === 1;
}

export function setCell(week: Week, cell: number): void {
  week[cell >>> 5] = wordAt(week, cell >>> 5) | (0x80000000 >>> (cell & 31));
}

/** Ranges of local wall time → grid text. A cell counts when the range covers its start; Sunday night wraps to Monday. */
export function gridFromRanges(ranges: readonly DayRange[]): string {
  const week = emptyWeek();
  for (const { day, from, to } of ranges) {
    const first = day * DAY_CELLS + Math.ceil(from / CELL_MINUTES);
    const end = day * DAY_CELLS + Math.ceil((to <= from ? to + 1440 : to) / CELL_MINUTES);
    for (let cell = first; cell < Math.min(end, first + WEEK_CELLS); cell++) setCell(week, cell % WEEK_CELLS);
  }
  return encodeGrid(week);
}

/** Grid text → its ranges by day, in order; a range ends at midnight at the latest. */
export function rangesFromGrid(grid: string): DayRange[] {
  return rangesOf(decodeGrid(grid));
}

/** The same for a decoded week. */
export function rangesOf(week: Week): DayRange[] {
  const ranges: DayRange[] = [];
  for (let day = 0; day < 7; day++) {
    let open: DayRange | null = null;
    for (let cell = 0; cell < DAY_CELLS; cell++) {
      if (!hasCell(week, day * DAY_CELLS + cell)) open = null;
      else if (open) open.to = (cell + 1) * CELL_MINUTES;
      else ranges.push((open = { day, from: cell * CELL_MINUTES, to: (cell + 1) * CELL_MINUTES }));
    }
  }
  return ranges;
}

function bits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Cells set on a day (0 = Monday); with `other`, cells set in both. */
export function dayCells(week: Week, day: number, other: Week = week): number {
  const at = day * DAY_WORDS;
  return (
    bits(wordAt(week, at) & wordAt(other, at)) +
    bits(wordAt(week, at + 1) & wordAt(other, at + 1)) +
    bits(wordAt(week, at + 2) & wordAt(other, at + 2))
  );
}

export function weekCells(week: Week): number {
  let cells = 0;
  for (let day = 0; day < 7; day++) cells += dayCells(week, day);
  return cells;
}

/** Minutes marked in a grid text. */
export function gridMinutes(grid: string): number {
  return weekCells(decodeGrid(grid)) * CELL_MINUTES;
}

/** The week moved later by so many cells (earlier when negative); what leaves on Sunday night comes back on Monday. */
export function shiftWeek(week: Week, cells: number): Week {
  const by = ((cells % WEEK_CELLS) + WEEK_CELLS) % WEEK_CELLS;
  const words = by >>> 5;
  const rest = by & 31;
  const moved = emptyWeek();
  for (let i = 0; i < WEEK_WORDS; i++) {
    const here = wordAt(week, (i - words + WEEK_WORDS) % WEEK_WORDS);
    const before = wordAt(week, (i - words - 1 + 2 * WEEK_WORDS) % WEEK_WORDS);
    moved[i] = rest === 0 ? here : (here >>> rest) | (before << (32 - rest));
  }
  return moved;
}

export function union(a: Week, b: Week): Week {
  const both = emptyWeek();
  for (let i = 0; i < WEEK_WORDS; i++) both[i] = wordAt(a, i) | wordAt(b, i);
  return both;
}

/** Adds to the week what it is when moved later by `step` (1–31) cells, in place. */
function smear(week: Week, step: number): void {
  const sunday = wordAt(week, WEEK_WORDS - 1);
  for (let i = WEEK_WORDS - 1; i >= 0; i--) {
    const here = wordAt(week, i);
    const before = i === 0 ? sunday : wordAt(week, i - 1);
    week[i] = here | (here >>> step) | (before << (32 - step));
  }
}

/** The week with every marked stretch up to `cells` longer at both ends. */
export function widenWeek(week: Week, cells: number): Week {
  const longer = Uint32Array.from(week);
  for (let done = 0; done < 2 * cells;) {
    const step = Math.min(done + 1, 2 * cells - done, 16);
    smear(longer, step);
    done += step;
  }
  return shiftWeek(longer, -cells);
}

/** Every cell of each day that has any. */
export function wholeDays(week: Week): Week {
  const whole = emptyWeek();
  for (let day = 0; day < 7; day++) {
    if (dayCells(week, day) > 0) whole.fill(0xffffffff, day * DAY_WORDS, (day + 1) * DAY_WORDS);
  }
  return whole;
}
