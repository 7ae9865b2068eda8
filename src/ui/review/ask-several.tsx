'use client';
import { Button, Checkbox, Popover, Stack, Text } from '@mantine/core';
import { IconMailQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { type Ask, askWords } from '@/ui/review/ask-mark';
import classes from '@/ui/review/ask.module.css';
import { counted } from '@/ui/score-words';

/** So many are ticked to begin with: what moves the score most. */
const TICKED = 3;

export interface AskSeveralProps {
  /** Everything that may be asked or was, what could move the score most first. */
  asks: readonly Ask[];
  /** How many more questions this person may be asked now. */
  room: number;
  onAsk: (questionIds: readonly string[]) => void;
}

/** The first question of each factor, then the others: two facts of one factor move it less than one each of two. */
const oneEach = (asks: readonly Ask[]): Ask[] => {
  const leads = asks.filter(
    ({ factor }, at) => factor === null || asks.findIndex((ask) => ask.factor === factor) === at,
  );
  return [...leads, ...asks.filter((ask) => !leads.includes(ask))];
};

/** One button for several facts: they are ticked, and go in one mail. Nothing where fewer than two are open. */
export function AskSeveral({ asks, room, onAsk }: AskSeveralProps) {
  const counting = asks.filter(({ counts }) => counts);
  const open = counting.filter(({ state }) => state === 'open');
  const waiting = counting.filter(({ state }) => state === 'asked');
  const [opened, setOpened] = useState(false);
  const [ticked, setTicked] = useState<readonly string[] | null>(null);
  const usual = oneEach(open)
    .slice(0, Math.min(TICKED, room))
    .map(({ questionId }) => questionId);
  const chosen = (ticked ?? usual).filter((id) => open.some(({ questionId }) => questionId === id));
  if (open.length < 2 || room < 2) return null;
  const show = (now: boolean) => {
    setOpened(now);
    if (!now) setTicked(null);
  };
  const send = () => {
    onAsk(chosen);
    show(false);
  };
  return (
    <Popover opened={opened} onChange={show} position="bottom-end" width={320} trapFocus shadow="md">
      <Popover.Target>
        <Button
          className={classes.ask}
          variant="default"
          size="compact-xs"
          leftSection={<IconMailQuestion size={14} stroke={1.6} aria-hidden="true" />}
          onClick={() => show(!opened)}
        >
          Ask {counted(usual.length, 'fact')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Ask several facts in one mail">
        <Text size="sm" fw={650} mb={8}>
          Ask in one mail
        </Text>
        <Stack gap={10} className={classes.choices}>
          {open.map(({ questionId, label, moves }) => {
            const on = chosen.includes(questionId);
            return (
              <Checkbox
                key={questionId}
                size="sm"
                checked={on}
                disabled={!on && chosen.length >= room}
                label={label}
                description={moves === 0 ? undefined : `Could move the score by ${Math.ceil(moves / 100)}`}
                onChange={() =>
                  setTicked(on ? chosen.filter((id) => id !== questionId) : [...chosen, questionId])
                }
              />
            );
          })}
        </Stack>
        {waiting.map((ask) => (
          <Text key={ask.questionId} size="xs" c="dimmed" mt={8}>
            {ask.label}: {askWords(ask)?.toLowerCase()}
          </Text>
        ))}
        {open.length > room && (
          <Text size="xs" c="dimmed" mt={8}>
            At most {room} at once, so that nobody is drowned in questions.
          </Text>
        )}
        <Button fullWidth mt={12} disabled={chosen.length === 0} onClick={send}>
          {chosen.length === 0 ? 'Tick what to ask' : `Ask ${counted(chosen.length, 'fact')}`}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
