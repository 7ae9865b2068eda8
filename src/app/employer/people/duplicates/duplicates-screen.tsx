'use client';
import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import Link from 'next/link';
import { useRef, useState } from 'react';
import { EmptyState } from '@/ui/empty-state';
import { ListSkeleton } from '@/ui/page-skeleton';
import { UndoToast } from '@/ui/review/undo-toast';
import { useKeys } from '@/ui/use-keys';
import { EmployerShell } from '../../employer-shell';
import { useMember } from '../../member';
import { QueryFailed } from '../../query-state';
import classes from './duplicates.module.css';
import { PairCard } from './pair-card';
import { keyOf, usePairs, type Choices } from './use-pairs';

const KEYS = [
  { keys: ['J', 'K'], does: 'the next pair, the one before' },
  { keys: ['M'], does: 'same person: merge the pair' },
  { keys: ['D'], does: 'different people: never show the pair again' },
  { keys: ['U'], does: 'undo what was decided last' },
];

/** Pairs of the organisation's people who may be one; a person says whether they are. */
export const DuplicatesScreen = () => {
  const member = useMember();
  const found = usePairs();
  const { query, pairs, total, decided, stayed, problem, busy } = found;
  const [open, setOpen] = useState<string | null>(null);
  const [choices, setChoices] = useState<Record<string, Choices>>({});
  const list = useRef<HTMLDivElement>(null);
  const mayDecide = member.may('candidate:write');
  const index = Math.max(
    0,
    pairs.findIndex((pair) => keyOf(pair) === open),
  );
  const current = pairs[index];

  const step = (by: number) => {
    const next = Math.min(pairs.length - 1, Math.max(0, index + by));
    const pair = pairs[next];
    if (pair === undefined) return;
    setOpen(keyOf(pair));
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  /** The pair leaves the list; the one after it is the next to look at. */
  const leave = () => {
    const next = pairs[index + 1] ?? pairs[index - 1];
    setOpen(next === undefined ? null : keyOf(next));
  };
  const same = (pair: NonNullable<typeof current>) => {
    if (!mayDecide || busy || !pair.mergeable) return;
    if (pair === current) leave();
    found.same(pair, choices[keyOf(pair)] ?? {});
  };
  const different = (pair: NonNullable<typeof current>) => {
    if (!mayDecide || busy) return;
    if (pair === current) leave();
    found.different(pair);
  };
  useKeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
    ['m', () => current !== undefined && same(current)],
    ['d', () => current !== undefined && different(current)],
    ['u', () => decided?.undo()],
  ]);

  return (
    <EmployerShell left={<Title order={2}>Possible duplicates</Title>} keys={KEYS}>
      {query.isError ? (
        <QueryFailed error={query.error} what="The pairs" onRetry={() => void query.refetch()} />
      ) : (
        <div className={classes.page}>
          <Group justify="space-between" mb={12}>
            <Text c="dimmed" aria-live="polite">
              {total === 1 && 'Two people may be one person.'}
              {total > 1 && `${total} pairs of people may be one person each.`}
              {!mayDecide && total > 0 && ' Your role may look at them; owners and recruiters decide.'}
            </Text>
            <Group gap={8}>
              {found.filtered && (
                <Button variant="default" onClick={found.showAll}>
                  Show all pairs
                </Button>
              )}
              <Button variant="default" component={Link} href="/employer/people">
                All people
              </Button>
            </Group>
          </Group>
          {problem !== null && (
            <Alert color="red" mb={12} role="alert" title="Not done" withCloseButton onClose={found.clear}>
              {problem}
            </Alert>
          )}
          {stayed.length > 0 && (
            <Alert
              color="honey"
              mb={12}
              role="status"
              title="Undone, but for this"
              withCloseButton
              onClose={found.clear}
            >
              {stayed.map((words) => (
                <div key={words}>{words}</div>
              ))}
            </Alert>
          )}
          {query.data === undefined && <ListSkeleton rows={3} rowHeight={240} />}
          {query.data !== undefined && pairs.length === 0 && (
            <EmptyState
              compact
              title="Nobody seems to be here twice"
              icon={<IconUsers size={32} stroke={1.3} />}
              actions={
                found.filtered ? (
                  <Button variant="default" onClick={found.showAll}>
                    Show all pairs
                  </Button>
                ) : undefined
              }
            >
              Whoever is imported or applies is compared with the people you have. Pairs that share a phone, a
              mailbox, a résumé, a post or a name in one city are listed here.
            </EmptyState>
          )}
          <div ref={list}>
            {pairs.map((pair) => (
              <PairCard
                key={keyOf(pair)}
                pair={pair}
                current={pair === current}
                busy={busy}
                mayDecide={mayDecide}
                choices={choices[keyOf(pair)] ?? {}}
                onChoose={(field, side) => {
                  setOpen(keyOf(pair));
                  setChoices((before) => ({
                    ...before,
                    [keyOf(pair)]: { ...before[keyOf(pair)], [field]: side },
                  }));
                }}
                onSame={() => same(pair)}
                onDifferent={() => different(pair)}
              />
            ))}
          </div>
          {query.hasNextPage && (
            <Button
              mt={16}
              variant="default"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              Show more
            </Button>
          )}
        </div>
      )}
      {decided !== null && (
        <div className={classes.toast}>
          <UndoToast
            key={decided.id}
            title={decided.title}
            text={decided.text}
            withKey
            onUndo={decided.undo}
            onDone={found.forget}
          />
        </div>
      )}
    </EmployerShell>
  );
};
