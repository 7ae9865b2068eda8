'use client';
import { CopyButton, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCheck, IconReceipt2, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MatchView } from '@/domain/pipeline/schema/match';
import type { Factor } from '@/domain/scoring/schema';
import { Band } from '@/ui/band';
import { AskButton, askOfFactor, askWords } from '@/ui/review/ask-mark';
import { AskSeveral } from '@/ui/review/ask-several';
import { factorPoints } from '@/ui/review/factor-points';
import { FactorRow } from '@/ui/review/factor-row';
import { ScoreStack } from '@/ui/review/score-stack';
import classes from '@/ui/review/why-panel.module.css';
import { ASKED_AT_ONCE } from '@/domain/pipeline/schema/fact-request';
import { ASK_BLOCK_WORDS } from '@/ui/review/words';
import { counted, knownPercent, rangeWords, tenthsWords, wholePoints } from '@/ui/score-words';
import { OverlapGrid, OverlapLegend } from '@/ui/week-grid/overlap-grid';

export interface WhyPanelProps {
  match: MatchView;
  activeFactor: Factor | null;
  onActivate: (factor: Factor) => void;
  /** Opens the place where a missing fact can be filled in; without it the facts are only named. */
  onFillIn?: ((questionId: string) => void) | undefined;
  /** Asks the person for one fact, or for several in one mail; without it nobody may be asked. */
  onAsk?: ((asked: string | readonly string[]) => void) | undefined;
  /** `<ScoreHistory>`, once it is known. */
  history?: ReactNode;
}

interface GateProps extends Pick<MatchView['gates'][number], 'label' | 'state'> {
  children: ReactNode;
}

function Gate({ label, state, children }: GateProps) {
  return (
    <li className={classes.gate} data-state={state}>
      {state === 'pass' && <IconCheck size={14} stroke={2.4} color="var(--fb-action)" aria-label="Has" />}
      {state === 'fail' && <IconX size={14} stroke={2.4} color="var(--fb-brick)" aria-label="Misses" />}
      {state === 'unknown' && <span className={`fb-hatch ${classes.gateUnknown}`} />}
      {label}
      {state === 'unknown' && '?'}
      {children}
    </li>
  );
}

const DATE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

function Receipt({ receipt }: { receipt: NonNullable<MatchView['receipt']> }) {
  return (
    <div className={classes.receipt}>
      <IconReceipt2 size={15} stroke={1.6} aria-hidden="true" />
      <Text span size="xs" c="dimmed" truncate>
        Weights {receipt.weights}
        {receipt.parser && `, parser ${receipt.parser}`}, as of {DATE.format(new Date(receipt.asOf))}, receipt{' '}
        {receipt.hash.slice(0, 4)}…{receipt.hash.slice(-2)}
      </Text>
      <CopyButton value={receipt.hash}>
        {({ copied, copy }) => (
          <Tooltip label="The hash of everything this score was computed from">
            <UnstyledButton className={`fb-link ${classes.small}`} onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </UnstyledButton>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  );
}

/** Why the number is what it is: contributions that sum to it, must-haves, the week, what would raise it, the receipt. */
export function WhyPanel({ match, activeFactor, onActivate, onFillIn, onAsk, history }: WhyPanelProps) {
  const { score, gates, overlay, raises, receipt, person, asks } = match;
  const factors = factorPoints(match.factors);
  const widest = Math.max(1, ...factors.map(({ most }) => most));
  const missing = new Set(match.factors.flatMap(({ unknown }) => unknown.map(({ id }) => id))).size;
  const mayAsk = asks.blocked === null ? onAsk : undefined;
  const open = asks.questions.filter(({ state, counts }) => state === 'open' && counts);
  const fillIn = open[0];
  /** The button that settles a must-have, or brings a raise, where one would. */
  const askFor = (questionId: string | null): ReactNode => {
    const ask = asks.questions.find((one) => one.questionId === questionId);
    if (ask === undefined) return null;
    const note = askWords(ask);
    if (note !== null) return <small>{note}</small>;
    return mayAsk && <AskButton ask={ask} onAsk={mayAsk} />;
  };
  const sum = factors.reduce((total, { tenths }) => total + tenths, 0);
  return (
    <div className={classes.panel}>
      <section className={classes.part} data-part="why" data-head>
        <div className={classes.title}>
          <h3 className={classes.number}>Why {wholePoints(score.expected, score.bands)}</h3>
          <Band band={score.band} />
          <Text span size="xs" c="dimmed" className={classes.right}>
            {rangeWords(score.low, score.high, score.bands)}, {knownPercent(score.coverage)}% known
          </Text>
          {mayAsk && (
            <AskSeveral
              key={person.candidateId}
              asks={asks.questions}
              room={ASKED_AT_ONCE - asks.waiting}
              onAsk={mayAsk}
            />
          )}
        </div>
        <ScoreStack factors={factors} score={score} />
      </section>
      <section className={classes.part} data-part="why" aria-label="Factors">
        <ul className={classes.factors}>
          {factors.map((points) => (
            <FactorRow
              key={points.view.factor}
              points={points}
              scale={100 / widest}
              active={points.view.factor === activeFactor}
              onActivate={onActivate}
              onFillIn={onFillIn}
              ask={askOfFactor(asks.questions, points.view)}
              onAsk={mayAsk}
            />
          ))}
        </ul>
        <div className={classes.sum}>
          <Text span size="xs" c="dimmed">
            {missing === 0
              ? 'Nothing is missing.'
              : `${counted(missing, 'fact')} missing. ${mayAsk && open.length > 0 ? 'Asking' : `Knowing ${missing === 1 ? 'it' : 'them'}`} could move this to ${Math.ceil(score.high / 100)}.`}
          </Text>
          <b>Sum {tenthsWords(sum)}</b>
        </div>
        {mayAsk && onFillIn && fillIn && (
          <Text size="xs" c="dimmed">
            Told already?{' '}
            <UnstyledButton className={`fb-link ${classes.told}`} onClick={() => onFillIn(fillIn.questionId)}>
              Fill it in
            </UnstyledButton>
          </Text>
        )}
        {onAsk && asks.blocked !== null && open.length > 0 && (
          <Text size="xs" c="dimmed">
            {ASK_BLOCK_WORDS[asks.blocked]}
          </Text>
        )}
      </section>
      {gates.length > 0 && (
        <section className={classes.part} data-part="why">
          <div className={classes.inline}>
            <h3 className={classes.head}>Must-haves</h3>
            <ul className={classes.gates}>
              {gates.map(({ key, label, state, questionId }) => (
                <Gate key={key} label={label} state={state}>
                  {askFor(questionId)}
                </Gate>
              ))}
            </ul>
          </div>
        </section>
      )}
      <section className={classes.part} data-part="week">
        <div className={classes.weekHead}>
          <h3 className={classes.head}>Their week on your core hours</h3>
          {overlay && <OverlapLegend overlap={overlay} />}
        </div>
        {overlay ? (
          <OverlapGrid overlap={overlay} personCity={person.city} />
        ) : (
          <Text size="xs" c="dimmed">
            {match.factors.some(({ factor }) => factor === 'schedule_overlap')
              ? 'They have not told their week yet.'
              : 'The job asks for no core hours, so it is not compared.'}
          </Text>
        )}
      </section>
      {raises.length > 0 && (
        <section className={classes.part} data-part="why">
          <div className={classes.inline}>
            <h3 className={classes.head}>Would raise it</h3>
            <ul className={classes.gates}>
              {raises.map(({ label, gain, questionId }) => (
                <li key={label} className={classes.gate}>
                  {label} <b className={classes.gain}>+{(gain / 100).toFixed(1)}</b>
                  {askFor(questionId)}
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
      {history}
      {receipt && (
        <section className={classes.last} data-part="why">
          {receipt.changedSince && (
            <Text size="xs" c="var(--fb-honey-ink)" mb={4}>
              The profile has changed since this was scored; the next run reads it anew.
            </Text>
          )}
          <Receipt receipt={receipt} />
        </section>
      )}
    </div>
  );
}
