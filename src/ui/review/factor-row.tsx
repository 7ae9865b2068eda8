'use client';
import { Button, Tooltip } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Factor } from '@/domain/scoring/schema';
import askClasses from '@/ui/review/ask.module.css';
import { AskButton, askWords, type Ask } from '@/ui/review/ask-mark';
import { mostWords, type FactorPoints } from '@/ui/review/factor-points';
import classes from '@/ui/review/why-panel.module.css';
import { tenthsWords } from '@/ui/score-words';

export interface FactorRowProps {
  points: FactorPoints;
  /** Percent of the bar's width for one point: the widest factor fills it. */
  scale: number;
  active: boolean;
  onActivate: (factor: Factor) => void;
  onFillIn?: ((questionId: string) => void) | undefined;
  /** What may be asked, or was, of this factor. */
  ask?: Ask | undefined;
  onAsk?: ((questionId: string) => void) | undefined;
}

/** One factor: name, bar, phrase, points. Pressing it turns its evidence honey. */
export function FactorRow({ points, scale, active, onActivate, onFillIn, ask, onAsk }: FactorRowProps) {
  const { view, tenths, most, low, expected, high } = points;
  const question = view.unknown.find(({ id }) => id !== 'resume');
  const open = high > low;
  const note = ask === undefined ? null : askWords(ask);
  const asks = ask?.state === 'open' && onAsk !== undefined;
  const phrase = useRef<HTMLSpanElement>(null);
  const [cut, setCut] = useState(false);
  const measure = () => {
    const { scrollWidth = 0, clientWidth = 0 } = phrase.current ?? {};
    setCut(scrollWidth > clientWidth);
  };
  return (
    <li className={classes.factor} data-on={active || undefined}>
      <Tooltip
        label={view.phrase}
        disabled={!cut}
        multiline
        maw={320}
        events={{ hover: true, focus: true, touch: false }}
      >
        <button
          type="button"
          className={classes.press}
          aria-pressed={active}
          onPointerEnter={measure}
          onFocus={measure}
          onClick={() => onActivate(view.factor)}
        >
          <span className={classes.factorName}>{view.label}</span>
          <span className={classes.track}>
            <span className={classes.bar} style={{ width: `${most * scale}%` }} aria-hidden="true">
              <i style={{ width: `${most === 0 ? 0 : (100 * low) / most}%` }} />
              {open && (
                <>
                  <i
                    className="fb-hatch"
                    data-hatch
                    style={{ left: `${(100 * low) / most}%`, width: `${(100 * (high - low)) / most}%` }}
                  />
                  <span
                    className={classes.tick}
                    style={{ left: `calc(${(100 * expected) / most}% - 1px)` }}
                  />
                </>
              )}
            </span>
            <span ref={phrase} className={classes.phrase} data-room={most * scale < 62 || undefined}>
              {view.phrase}
            </span>
          </span>
          <span className={classes.points}>
            {tenthsWords(tenths)} <small>{mostWords(most)}</small>
          </span>
        </button>
      </Tooltip>
      {asks && (
        <span className={askClasses.inRow} data-room>
          <AskButton ask={ask} onAsk={onAsk} />
        </span>
      )}
      {note !== null && (
        <span className={`${askClasses.inRow} ${askClasses.note}`} data-note>
          {note}
        </span>
      )}
      {!asks && note === null && question && onFillIn && (
        <Button
          className={classes.fillIn}
          variant="default"
          size="compact-xs"
          aria-label={`Fill in: ${question.label}`}
          onClick={() => onFillIn(question.id)}
        >
          Fill in
        </Button>
      )}
    </li>
  );
}
