import type { LabRow } from '@/domain/scoring/lab-rank';
import classes from './lab.module.css';

const ROW = 54;
const WIDTH = 92;

const middle = (place: number): number => (place - 0.5) * ROW;

/** Lines from where people stand by the weights in use to where they stand by the draft. */
export const RankLinks = ({ before, after }: { before: readonly LabRow[]; after: readonly LabRow[] }) => {
  const rows = Math.max(before.length, after.length);
  const shown = new Map([...before, ...after].map((row) => [row.person, row]));
  // Whoever comes from or goes to a place below the list leads over its edge.
  const edge = rows * ROW + ROW / 2;
  const at = (place: number | null): number => (place === null || place > rows ? edge : middle(place));
  return (
    <svg
      className={classes.links}
      viewBox={`0 0 ${WIDTH} ${rows * ROW}`}
      width={WIDTH}
      height={rows * ROW}
      aria-hidden="true"
    >
      {[...shown.values()].map(({ person, before: was, after: is }) => {
        const [from, to] = [at(was), at(is)];
        const move = (was ?? rows + 1) - (is ?? rows + 1);
        const look = Math.abs(move) < 2 ? 'small' : move > 0 ? 'rise' : 'fall';
        return (
          <path
            key={person}
            data-look={move === 0 ? 'none' : look}
            d={`M0 ${from} C${WIDTH / 2} ${from} ${WIDTH / 2} ${to} ${WIDTH} ${to}`}
          />
        );
      })}
    </svg>
  );
};
