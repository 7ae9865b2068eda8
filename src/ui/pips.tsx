import type { Band } from '@/domain/scoring/schema';
import { BAND_LOOK } from '@/ui/band-look';
import classes from '@/ui/marks.module.css';

export interface PipsProps {
  band: Band;
  height?: number;
}

/** One to four rising bars; always beside the band's word. */
export function Pips({ band, height = 12 }: PipsProps) {
  const { pips, color } = BAND_LOOK[band];
  return (
    <span className={classes.pips} aria-hidden="true">
      {[1, 2, 3, 4].map((pip) => (
        <i
          key={pip}
          data-filled={pip <= pips || undefined}
          style={{ height: height * (0.12 + 0.22 * pip), ...(pip <= pips && { backgroundColor: color }) }}
        />
      ))}
    </span>
  );
}
