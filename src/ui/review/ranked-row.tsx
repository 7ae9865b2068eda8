'use client';
import { Badge, Checkbox, Text } from '@mantine/core';
import { IconStarFilled } from '@tabler/icons-react';
import { memo } from 'react';
import type { MovedPerson } from '@/domain/pipeline/schema/moved';
import type { RankedRow as Row } from '@/domain/pipeline/schema/ranking';
import { Band } from '@/ui/band';
import { MoveMark } from '@/ui/review/move-mark';
import { placesUp, wasWords } from '@/ui/review/moved-words';
import classes from '@/ui/review/ranked-list.module.css';
import { displayName, STAGE_WORDS, weeklyHours } from '@/ui/review/words';
import { ScoreRange } from '@/ui/score-range';
import { hoursWords, knownPercent, rangeWords, wholePoints } from '@/ui/score-words';
import { NewTag, Unknown } from '@/ui/unknown';
import { Week } from '@/ui/week';

const PAY_WORDS = { fits: 'pay fits', above: 'pay above', unset: null } as const;

function Facts({ row }: { row: Row }) {
  return (
    <span className={classes.facts}>
      {row.week && (
        <>
          <Week need={row.week.needed} have={row.week.both} overlap={row.week} height={13} barWidth={4} />
          <span>
            {hoursWords(row.week.reached)} of {hoursWords(row.week.asked)} h
          </span>
        </>
      )}
      <span>{row.hours ? weeklyHours(row.hours) : <Unknown>hours</Unknown>}</span>
      {row.pay === 'unknown' ? (
        <span>
          <Unknown>pay</Unknown>
        </span>
      ) : (
        PAY_WORDS[row.pay] && <span>{PAY_WORDS[row.pay]}</span>
      )}
      <span className={classes.known}>{knownPercent(row.score.coverage)}% known</span>
    </span>
  );
}

/** How a list tells of moves. */
export interface MovesShown {
  /** "since Friday". */
  since: string;
  /** Ranks are by score, so that places up and down mean something. */
  places: boolean;
  /** Where somebody stood is told instead of what they do. */
  told: boolean;
}

export interface RankedRowProps {
  row: Row;
  /** How this person moved since the last visit. */
  moved: MovedPerson | undefined;
  moves: MovesShown;
  open: boolean;
  checked: boolean;
  onOpen: (candidateId: string) => void;
  onCheck: (candidateId: string, checked: boolean) => void;
}

/** One person of the list, 78 px high: opens at a press, is selected by the box that stands over the rank. */
export const RankedRow = memo(function RankedRow({
  row,
  moved,
  moves,
  open,
  checked,
  onOpen,
  onCheck,
}: RankedRowProps) {
  const name = displayName(row);
  const { score } = row;
  return (
    <div className={classes.row} data-open={open || undefined} data-checked={checked || undefined}>
      <button
        type="button"
        className={classes.press}
        aria-current={open ? 'true' : undefined}
        onClick={() => onOpen(row.candidateId)}
      >
        <span className={classes.rank}>{row.rank}</span>
        <span className={classes.name}>
          <b data-masked={row.name === null || undefined}>{name}</b>
          {(row.isNew || moved?.before === null) && <NewTag />}
          {moved && moves.places && <MoveMark places={placesUp(moved)} since={moves.since} />}
          {row.stage === 'shortlisted' && (
            <IconStarFilled size={13} color="var(--fb-honey-line)" aria-label="Shortlisted" />
          )}
          {row.stage !== 'new' && row.stage !== 'shortlisted' && (
            <Badge color="gray">{STAGE_WORDS[row.stage]}</Badge>
          )}
        </span>
        <span className={classes.score}>
          <Band band={score.band} fontSize={12} />
          <span className={`fb-display ${classes.number}`}>{wholePoints(score.expected, score.bands)}</span>
        </span>
        <Text span size="xs" c="dimmed" truncate className={classes.headline}>
          {moved && moves.told
            ? wasWords(moved, moves.since)
            : [row.headline, row.city].filter(Boolean).join(' · ')}
        </Text>
        <span className={classes.range}>
          <span aria-hidden="true">{rangeWords(score.low, score.high, score.bands)}</span>
          <ScoreRange {...score} width={64} />
        </span>
        <Facts row={row} />
      </button>
      <Checkbox
        className={classes.check}
        aria-label={`Select ${name}`}
        checked={checked}
        onChange={(event) => onCheck(row.candidateId, event.currentTarget.checked)}
        tabIndex={-1}
      />
    </div>
  );
});
