import type { Band as BandName } from '@/domain/scoring/schema';
import { BAND_LOOK } from '@/ui/band-look';
import classes from '@/ui/marks.module.css';
import { Pips } from '@/ui/pips';

export interface BandProps {
  band: BandName;
  fontSize?: number;
}

/** Pips and word of a band. */
export function Band({ band, fontSize = 13 }: BandProps) {
  return (
    <span className={classes.band} style={{ fontSize }}>
      <Pips band={band} />
      {BAND_LOOK[band].label}
    </span>
  );
}
