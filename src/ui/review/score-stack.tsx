import { VisuallyHidden } from '@mantine/core';
import type { ScoreView } from '@/domain/pipeline/schema/score-view';
import { DEFAULT_BANDS, type BandCuts } from '@/domain/scoring/schema';
import { BAND_LOOK } from '@/ui/band-look';
import type { FactorPoints } from '@/ui/review/factor-points';
import classes from '@/ui/review/why-panel.module.css';
import { rangeWords, wholePoints } from '@/ui/score-words';

export interface ScoreStackProps {
  factors: readonly FactorPoints[];
  score: ScoreView;
}

const stepsOf = (cuts: BandCuts) =>
  (['partial', 'good', 'strong'] as const).map((band) => ({
    at: cuts[band] / 100,
    label: `${BAND_LOOK[band].label} ${wholePoints(cuts[band], cuts)}`,
  }));

/** Certain points laid end to end, then a hatch up to the high bound, on a scale with the bands' beginnings. */
export function ScoreStack({ factors, score }: ScoreStackProps) {
  return (
    <div className={classes.stackWithScale}>
      <VisuallyHidden>
        {`Contributions stacked to ${wholePoints(score.expected, score.bands)}, range ${rangeWords(score.low, score.high, score.bands)}`}
      </VisuallyHidden>
      <div className={classes.stack} aria-hidden="true">
        {factors
          .filter(({ low }) => low > 0)
          .map(({ view, low }) => (
            <i key={view.factor} style={{ width: `${low}%` }} />
          ))}
        {score.high > score.low && (
          <i className="fb-hatch" data-hatch style={{ width: `${(score.high - score.low) / 100}%` }} />
        )}
        <span className={classes.tick} style={{ left: `calc(${score.expected / 100}% - 1px)` }} />
      </div>
      <div className={classes.scale} aria-hidden="true">
        <span style={{ left: 0 }}>0</span>
        {stepsOf(score.bands ?? DEFAULT_BANDS).map(({ at, label }) => (
          <span key={label} data-centre style={{ left: `${at}%` }}>
            {label}
          </span>
        ))}
        <span style={{ right: 0 }}>100</span>
      </div>
    </div>
  );
}
