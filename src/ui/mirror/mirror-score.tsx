import { Text } from '@mantine/core';
import type { ExplanationView } from '@/domain/pipeline/schema/explanation';
import { Band } from '@/ui/band';
import classes from '@/ui/mirror/mirror.module.css';
import { ScoreRange } from '@/ui/score-range';
import { counted, rangeWords, wholePoints } from '@/ui/score-words';

export interface MirrorScoreProps {
  explanation: ExplanationView;
  /** Hundredths of a point before the last change; null when nothing was changed here. */
  before: number | null;
}

/** The number, its band, and how far it may move once what is unknown is told. */
export function MirrorScore({ explanation, before }: MirrorScoreProps) {
  const { score, factors } = explanation;
  const missing = new Set(factors.flatMap(({ unknown }) => unknown.map(({ id }) => id))).size;
  return (
    <div>
      <div className={classes.score}>
        <span className={classes.number}>{wholePoints(score.expected, score.bands)}</span>
        <div>
          <Band band={score.band} fontSize={16} />
          <Text c="dimmed">
            {missing === 0
              ? 'Nothing is missing.'
              : `${rangeWords(score.low, score.high, score.bands)} until ${counted(missing, 'question')} ${missing === 1 ? 'is' : 'are'} answered`}
          </Text>
        </div>
        {before !== null && before !== score.expected && (
          <Text component="output" className={classes.moved}>
            {wholePoints(before, score.bands)} → <b>{wholePoints(score.expected, score.bands)}</b> by your
            change
          </Text>
        )}
      </div>
      <ScoreRange {...score} height={9} />
    </div>
  );
}
