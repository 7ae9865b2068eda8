import { Text } from '@mantine/core';
import type { MatchView } from '@/domain/pipeline/schema/match';
import { Band } from '@/ui/band';
import { PersonAvatar } from '@/ui/person-avatar';
import classes from '@/ui/review/review.module.css';
import { displayName, weeklyHours } from '@/ui/review/words';
import { ScoreRange } from '@/ui/score-range';
import { hoursWords, knownPercent, rangeWords, wholePoints } from '@/ui/score-words';
import { Unknown } from '@/ui/unknown';

/** Name, number and range at the top of a phone's page. */
export function PhoneSummary({ match }: { match: MatchView }) {
  const { person, score, overlay } = match;
  const name = displayName(person);
  return (
    <div className={classes.summary}>
      <div className={classes.summaryHead}>
        <PersonAvatar name={name} masked={person.name === null} size={44} />
        <div className="fb-grow">
          <h2 className={classes.personName}>{name}</h2>
          <Text size="sm" c="dimmed">
            {[person.headline, person.city].filter(Boolean).join(', ')}
          </Text>
        </div>
        <div className={classes.summaryScore}>
          <span className="fb-display">{wholePoints(score.expected, score.bands)}</span>
          <Band band={score.band} fontSize={12} />
        </div>
      </div>
      <ScoreRange {...score} height={8} />
      <Text size="xs" c="dimmed" mt={4}>
        {rangeWords(score.low, score.high, score.bands)}, {knownPercent(score.coverage)}% known
      </Text>
      <div className={classes.factLine}>
        {overlay && (
          <span className={classes.fact}>
            {hoursWords(overlay.overlapMinutes)} of {hoursWords(overlay.neededMinutes)} h
          </span>
        )}
        <span className={classes.fact}>
          {person.hours ? weeklyHours(person.hours) : <Unknown>hours</Unknown>}
        </span>
      </div>
    </div>
  );
}
