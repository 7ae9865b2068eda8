import { VisuallyHidden } from '@mantine/core';
import type { Band, BandCuts } from '@/domain/scoring/schema';
import { BAND_LOOK } from '@/ui/band-look';
import classes from '@/ui/marks.module.css';
import { rangeWords, wholePoints } from '@/ui/score-words';

export interface ScoreRangeProps {
  band: Band;
  /** Hundredths of a point, 0–10000. */
  expected: number;
  low: number;
  high: number;
  /** Where bands were cut; by default where it is left out. */
  bands?: BandCuts | undefined;
  width?: number | string;
  height?: number;
}

/** A score on 0–100: filled up to what is certain, hatched where facts are missing, a tick at the expected score. */
export function ScoreRange({
  band,
  expected,
  low,
  high,
  bands,
  width = '100%',
  height = 6,
}: ScoreRangeProps) {
  return (
    <span className={classes.range} style={{ width, height }}>
      <VisuallyHidden>{`Score ${wholePoints(expected, bands)}, range ${rangeWords(low, high, bands)}. `}</VisuallyHidden>
      <i
        className={classes.known}
        style={{ width: `${low / 100}%`, backgroundColor: BAND_LOOK[band].color }}
      />
      {high > low && (
        <i className="fb-hatch" style={{ left: `${low / 100}%`, width: `${(high - low) / 100}%` }} />
      )}
      <i className={classes.tick} style={{ left: `calc(${expected / 100}% - 1px)` }} />
    </span>
  );
}
