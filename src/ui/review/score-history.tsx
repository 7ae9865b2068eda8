'use client';
import { UnstyledButton } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import type { MatchHistory } from '@/domain/pipeline/schema/history';
import type { BandCuts } from '@/domain/scoring/schema';
import { moveWords } from '@/ui/review/move-words';
import classes from '@/ui/review/score-history.module.css';
import panel from '@/ui/review/why-panel.module.css';
import { wholePoints } from '@/ui/score-words';

/** The least stretch of the scale, in hundredths: a small move looks small. */
const LEAST_STRETCH = 1_000;

/** Where scores stand on the line's height, 0 at the bottom and 1 at the top. */
const heightsOf = (scores: readonly number[]): number[] => {
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  const stretch = Math.max(most - least, LEAST_STRETCH);
  const from = (least + most - stretch) / 2;
  return scores.map((score) => (score - from) / stretch);
};

/** Steps through the middles of columns one wide, in a box as many wide and 1 high. */
const stepsOf = (heights: readonly number[]): string =>
  heights.map((height, x) => `${x === 0 ? 'M' : 'H'}${x + 0.5}${x === 0 ? ' ' : 'V'}${1 - height}`).join('');

export interface ScoreHistoryProps {
  history: MatchHistory;
  /** Where bands are cut now; older scores are rounded by them as well. */
  bands: BandCuts | undefined;
  /** Whose days the moves are told in. */
  timeZone: string;
}

/** The scores a person had as a line of steps; a press on one tells why it moved there. Nothing while it never moved. */
export function ScoreHistory({ history: { moves, more }, bands, timeZone }: ScoreHistoryProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const id = useId();
  const told = useRef<HTMLParagraphElement>(null);
  // What was pressed for is read without scrolling for it.
  useEffect(() => {
    if (chosen !== null) told.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const points = (score: number): number => wholePoints(score, bands);
  const [first] = moves;
  const last = moves.at(-1);
  if (first === undefined || last === undefined) return null;
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone });
  const heights = heightsOf([first.from, ...moves.map(({ to }) => to)]);
  const shown = chosen === null ? undefined : moves[chosen];
  const words = shown && moveWords(shown);
  return (
    <section className={panel.part} data-part="why" aria-label="History">
      <div className={classes.line}>
        <h3 className={panel.head}>History</h3>
        <span className={classes.end}>
          {more && '… '}
          {points(first.from)}
        </span>
        <div className={classes.plot}>
          <svg
            className={classes.path}
            viewBox={`0 0 ${heights.length} 1`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <path d={stepsOf(heights)} vectorEffect="non-scaling-stroke" />
          </svg>
          <ol
            className={classes.steps}
            style={{ gridTemplateColumns: `repeat(${heights.length}, minmax(0, 32px))` }}
          >
            {heights.map((height, index) => {
              const dot = (
                <span className={classes.rail}>
                  <i className={classes.dot} style={{ bottom: `${100 * height}%` }} />
                </span>
              );
              const move = moves[index - 1];
              if (move === undefined)
                return (
                  <li key="first" className={classes.step} aria-hidden="true">
                    {dot}
                  </li>
                );
              const isChosen = move === shown;
              return (
                <li key={move.at.toISOString()} className={classes.step}>
                  <UnstyledButton
                    className={classes.press}
                    aria-label={`${day.format(move.at)}: from ${points(move.from)} to ${points(move.to)}`}
                    aria-expanded={isChosen}
                    aria-controls={id}
                    onClick={() => setChosen(isChosen ? null : index - 1)}
                  >
                    {dot}
                  </UnstyledButton>
                </li>
              );
            })}
          </ol>
        </div>
        <span className={classes.end} data-now>
          {points(last.to)}
        </span>
      </div>
      <p id={id} className={classes.why} aria-live="polite" ref={told}>
        {shown && words && (
          <>
            Moved from {words.from} to {words.to} on {day.format(shown.at)}:{' '}
            {words.parts.map((part, index) => (
              <span key={part.words}>
                {index > 0 && ', '}
                {part.words} <b data-down={part.tenths < 0 || undefined}>{part.signed}</b>
              </span>
            ))}
          </>
        )}
      </p>
    </section>
  );
}
