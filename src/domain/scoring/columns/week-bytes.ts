import { decodeGrid, encodeGrid, emptyWeek, hasCell, setCell, WEEK_CELLS, type Week } from '../week-grid';
import type { ByteReader } from './bytes';
import type { Codec } from './codec';

/** A grid text as the lengths of its unmarked and marked stretches in turn, the first one unmarked: about ten bytes. */
export const grid: Codec<string> = {
  write(to, value) {
    const week = decodeGrid(value);
    const stretches: number[] = [];
    let from = 0;
    for (let cell = 1; cell <= WEEK_CELLS; cell++) {
      if (cell < WEEK_CELLS && hasCell(week, cell) === hasCell(week, from)) continue;
      if (from === 0 && hasCell(week, 0)) stretches.push(0);
      stretches.push(cell - from);
      from = cell;
    }
    to.number(stretches.length);
    for (const length of stretches) to.number(length);
  },
  read: (from) => encodeGrid(readWeek(from)),
};

/** The week of a grid's bytes. */
export function readWeek(from: ByteReader): Week {
  const week = emptyWeek();
  const count = from.number();
  let cell = 0;
  for (let i = 0; i < count; i++) {
    const end = cell + from.number();
    if (i % 2 === 1) for (let marked = cell; marked < end; marked++) setCell(week, marked);
    cell = end;
  }
  return week;
}
