'use client';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { EvidenceView, FactorView } from '@/domain/pipeline/schema/explanation';
import classes from '@/ui/mirror/mirror.module.css';
import { factorPoints, type FactorPoints } from '@/ui/review/factor-points';
import { tenthsWords } from '@/ui/score-words';

export interface MirrorFactorsProps {
  factors: readonly FactorView[];
  /** The text that evidence points into. */
  resumeText: string | null;
  /** Opens the question that would settle what is unknown; without it the facts are only named. */
  onAnswer?: ((questionId: string) => void) | undefined;
}

const MOST = 180;
const passage = (text: string, { start, end }: EvidenceView['spans'][number]): string => {
  const quote = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return quote.length > MOST ? `${quote.slice(0, MOST)}…` : quote;
};

/** What a factor rests on, each with the passage of the person's own résumé. */
function Evidence({ view, resumeText }: { view: FactorView; resumeText: string | null }) {
  return (
    <ul className={classes.evidence}>
      {view.evidence.map(({ label, detail, spans }, index) => (
        <li key={index}>
          <b>{label}</b> {detail}
          {resumeText !== null &&
            spans.slice(0, 2).map((span) => (
              <blockquote key={span.start} className={classes.quote}>
                <mark>{passage(resumeText, span)}</mark>
              </blockquote>
            ))}
        </li>
      ))}
      {view.unknown.length > 0 && <li>Not known: {view.unknown.map(({ label }) => label).join(', ')}</li>}
    </ul>
  );
}

/** Points as the employer sees them, or the question that is open. */
function Row({
  points,
  resumeText,
  onAnswer,
}: { points: FactorPoints } & Omit<MirrorFactorsProps, 'factors'>) {
  const [open, setOpen] = useState(false);
  const { view, tenths, most, low, expected, high } = points;
  const question = view.unknown.find(({ id }) => id !== 'resume');
  const more = view.evidence.length > 0 || view.unknown.length > 0;
  const share = (value: number): string => `${most === 0 ? 0 : (100 * value) / most}%`;
  return (
    <li className={classes.factor}>
      <div className={classes.line}>
        {more ? (
          <button type="button" className={classes.name} aria-expanded={open} onClick={() => setOpen(!open)}>
            {view.label}
          </button>
        ) : (
          <span className={classes.name}>{view.label}</span>
        )}
        <span className={classes.bar} aria-hidden="true">
          <i style={{ width: share(low) }} />
          {high > low && (
            <>
              <i className="fb-hatch" data-hatch style={{ left: share(low), width: share(high - low) }} />
              <span className={classes.tick} style={{ left: `calc(${share(expected)} - 1px)` }} />
            </>
          )}
        </span>
        <span className={classes.phrase}>{view.phrase}</span>
        <span className={classes.points}>
          <b>{tenthsWords(tenths)}</b> of {Number(most.toFixed(1))}
        </span>
        {question !== undefined && onAnswer !== undefined && (
          <Button
            className={classes.answer}
            variant="default"
            aria-label={`Answer: ${question.label}`}
            onClick={() => onAnswer(question.id)}
          >
            Answer
          </Button>
        )}
      </div>
      {open && <Evidence view={view} resumeText={resumeText} />}
    </li>
  );
}

/** Every factor with its bar, words and points; what is not known is hatched, never zero. */
export function MirrorFactors({ factors, ...rest }: MirrorFactorsProps) {
  return (
    <ul className={classes.factors}>
      {factorPoints(factors).map((points) => (
        <Row key={points.view.factor} points={points} {...rest} />
      ))}
    </ul>
  );
}
