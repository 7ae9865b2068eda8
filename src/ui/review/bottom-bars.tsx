'use client';
import { ActionIcon, Button, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconStar, IconX } from '@tabler/icons-react';
import { KeyHint } from '@/ui/key-hint';
import type { SheetKey } from '@/ui/shell/key-sheet';
import type { DecisionProps } from '@/ui/review/person-header';
import classes from '@/ui/review/review.module.css';

export interface BulkBarProps {
  count: number;
  onClear: () => void;
  onReject: () => void;
  onShortlist: () => void;
  /** Asks each for the first fact that is missing; not offered without it. */
  onAsk?: (() => void) | undefined;
  busy?: boolean;
}

/** What can be done to everybody who is selected. */
export function BulkBar({ count, onClear, onReject, onShortlist, onAsk, busy = false }: BulkBarProps) {
  return (
    <div className={classes.bulk}>
      <ActionIcon
        variant="transparent"
        c="var(--fb-on-ink-soft)"
        aria-label="Clear the selection"
        onClick={onClear}
      >
        <IconX size={16} />
      </ActionIcon>
      <output className={classes.bulkCount}>{count} selected</output>
      {onAsk && (
        <Button variant="transparent" c="var(--fb-on-ink)" size="compact-sm" onClick={onAsk} disabled={busy}>
          Ask
        </Button>
      )}
      <Button variant="transparent" c="var(--fb-on-ink)" size="compact-sm" onClick={onReject} disabled={busy}>
        Reject
      </Button>
      <Button color="honey.4" size="compact-sm" h={28} onClick={onShortlist} loading={busy}>
        Shortlist {count}
      </Button>
    </div>
  );
}

export interface KeyBarProps {
  /** Those that there is room for. */
  keys: readonly SheetKey[];
  /** 1-based place of the open person, or null. */
  place: number | null;
  count: number;
}

/** The keys that help most, and where one is in the list. */
export function KeyBar({ keys: all, place, count }: KeyBarProps) {
  return (
    <div className={classes.keys}>
      <div className={classes.keyHints}>
        {all.map(({ keys, does }) => (
          <KeyHint key={does} keys={keys}>
            {does}
          </KeyHint>
        ))}
      </div>
      {place !== null && (
        <Text span size="xs" c="dimmed">
          {place} of {count}
        </Text>
      )}
      <KeyHint keys="?">all keys</KeyHint>
    </div>
  );
}

/** Decisions within reach of a thumb. */
export function ThumbBar({
  onPrevious,
  onNext,
  ...props
}: DecisionProps & {
  /** The person before, and after, in the list; undefined at its ends. */
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}) {
  const { person, onShortlist, onReject, onUndo, busy = false, mayDecide = true } = props;
  const decides = mayDecide && person.stage !== 'withdrawn';
  const decided = person.stage !== 'new';
  const step = { variant: 'default', size: 48 } as const;
  return (
    <div className={classes.thumb}>
      <ActionIcon {...step} aria-label="Previous person" onClick={onPrevious} disabled={!onPrevious}>
        <IconChevronUp size={20} />
      </ActionIcon>
      <ActionIcon {...step} aria-label="Next person" onClick={onNext} disabled={!onNext}>
        <IconChevronDown size={20} />
      </ActionIcon>
      {decides && person.stage !== 'rejected' && (
        <Button
          variant="default"
          size="md"
          h={48}
          leftSection={<IconX size={18} aria-hidden="true" />}
          onClick={onReject}
          disabled={busy}
        >
          Reject
        </Button>
      )}
      {!decides ? null : decided ? (
        <Button size="md" h={48} flex={1} onClick={onUndo} disabled={busy || person.lastEventId === null}>
          Undo
        </Button>
      ) : (
        <Button
          size="md"
          h={48}
          flex={1}
          leftSection={<IconStar size={18} aria-hidden="true" />}
          onClick={onShortlist}
          disabled={busy}
        >
          Shortlist
        </Button>
      )}
    </div>
  );
}
