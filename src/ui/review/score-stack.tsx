import { VisuallyHidden } from '@mantine/core';
import type { ScoreView } from '@/domain/pipeline/schema/score-view';
import { BAND_FROM } from '@/domain/scoring/score';
import { BAND_LOOK } from '@/ui/band-look';
import type { FactorPoints } from '@/ui/review/factor-points';
import classes from '@/ui/review/why-panel.module.css';
import { rangeWords, wholePoints } from '@/ui/score-words';

export interface ScoreStackProps {
  factors: readonly FactorPoints[];
  score: ScoreView;
}

const STEPS = (['partial', 'good', 'strong'] as const).map((band) => ({
  at: BAND_FROM[band] / 100,
  label: `${BAND_LOOK[band].label} ${BAND_FROM[band] / 100}`,
}));

/** Certain points laid end to end, then a hatch up to the high bound, on a scale with the bands' beginnings. */
export function ScoreStack({ factors, score }: ScoreStackProps) {
  return (
    <div className={classes.stackWithScale}>
      <VisuallyHidden>
        {`Contributions stacked to ${wholePoints(score.expected)}, range ${rangeWords(score.low, score.high)}`}
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
        {STEPS.map(({ at, label }) => (
          <span key={label} data-centre style={{ left: `${at}%` }}>
            {label}
          </span>
        ))}
        <span style={{ right: 0 }}>100</span>
      </div>
    </div>
  );
}
