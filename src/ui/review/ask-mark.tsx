import { Button } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import type { MatchView } from '@/domain/pipeline/schema/match';
import classes from '@/ui/review/ask.module.css';
import { sinceWords } from '@/ui/review/words';

export type Ask = MatchView['asks']['questions'][number];

/** Asks the person for one fact. Looks small; the part that can be hit is 40 px high. */
export function AskButton({ ask, onAsk }: { ask: Ask; onAsk: (questionId: string) => void }) {
  return (
    <Button
      className={classes.ask}
      variant="default"
      size="compact-xs"
      leftSection={<IconMessageQuestion size={14} stroke={1.6} aria-hidden="true" />}
      aria-label={`Ask: ${ask.label}`}
      onClick={() => onAsk(ask.questionId)}
    >
      Ask
    </Button>
  );
}

const WORDS: Record<Exclude<Ask['state'], 'open'>, string> = {
  asked: 'Asked',
  answered: 'Answered',
  unsaid: 'Prefers not to say',
};

/** "Asked 2 h ago", "Answered 5 min ago"; null while nothing was asked. */
export const askWords = ({ state, at }: Ask): string | null => {
  if (state === 'open') return null;
  return state === 'unsaid' || at === null ? WORDS[state] : `${WORDS[state]} ${sinceWords(at, new Date())}`;
};

/** What a factor's row says or offers of asking: what is under way first, then what is open, then what came of it. */
export const askOfFactor = (asks: readonly Ask[], view: MatchView['factors'][number]): Ask | undefined => {
  const unknown = new Set(view.unknown.map(({ id }) => id));
  const own = asks.filter((ask) => unknown.has(ask.questionId) || ask.factor === view.factor);
  const first = (state: Ask['state']) => own.find((ask) => ask.state === state);
  return first('asked') ?? first('open') ?? first('unsaid') ?? first('answered');
};
