import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { LabRow } from '@/domain/scoring/lab-rank';
import { BAND_LOOK } from '@/ui/band-look';
import { Pips } from '@/ui/pips';
import classes from './lab.module.css';

/** A move in words, for who does not see the arrow. */
const moveWords = ({ before, after }: LabRow): string => {
  if (before === null) return 'new in the ranking';
  if (after === null) return 'no longer ranked';
  if (before === after) return 'same place';
  return before > after ? `up ${before - after}, from ${before}` : `down ${after - before}, from ${before}`;
};

export const Move = ({ row }: { row: LabRow }) => {
  const { before, after } = row;
  const move = before === null || after === null ? null : before - after;
  return (
    <span
      className={classes.move}
      data-look={move === null || move > 0 ? 'rise' : move < 0 ? 'fall' : 'none'}
    >
      <span className={classes.word}>{moveWords(row)}</span>
      <span aria-hidden="true">
        {move === 0 && '–'}
        {move === null && 'new'}
        {move !== null && move > 0 && <IconArrowUp size={13} />}
        {move !== null && move < 0 && <IconArrowDown size={13} />}
        {move !== null && move !== 0 && Math.abs(move)}
      </span>
    </span>
  );
};

/** First places by the weights in use. */
export const ListBefore = ({ rows }: { rows: readonly LabRow[] }) => (
  <ol className={classes.list} data-side="before">
    {rows.map(({ person, code, before, pointsBefore }) => (
      <li key={person}>
        <span className={classes.place}>{before}</span>
        <span className={classes.code}>Candidate {code}</span>
        <span className={classes.score}>{pointsBefore}</span>
      </li>
    ))}
  </ol>
);

/** First places by the draft, each with its move. */
export const ListAfter = ({ rows, label }: { rows: readonly LabRow[]; label: string }) => (
  <ol className={classes.list} data-side="after" aria-label={label}>
    {rows.map((row) => (
      <li key={row.person}>
        <span className={classes.place}>{row.after ?? '–'}</span>
        <span className={classes.code}>Candidate {row.code}</span>
        <Move row={row} />
        <Pips band={row.bandAfter} />
        <span className={classes.word}>{BAND_LOOK[row.bandAfter].label}</span>
        <span className={classes.score}>{row.pointsAfter}</span>
      </li>
    ))}
  </ol>
);
