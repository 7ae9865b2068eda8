'use client';
import { Badge, Button, Group, Text } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { IconArrowBackUp, IconClock, IconMail, IconMapPin, IconPhone } from '@tabler/icons-react';
import type { MatchView } from '@/domain/pipeline/schema/match';
import { KeyCap } from '@/ui/key-hint';
import { PersonAvatar } from '@/ui/person-avatar';
import classes from '@/ui/review/review.module.css';
import { displayName, REASON_WORDS, SOURCE_WORDS, STAGE_WORDS, weeklyHours } from '@/ui/review/words';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

function timeIn(timeZone: string): string | null {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
      new Date(),
    );
  } catch {
    return null;
  }
}

/** "Pune, 14:36 now". The clock is the browser's, so the server leaves it out. */
function PlaceAndTime({ city, timeZone }: { city: string; timeZone: string | null }) {
  const mounted = useMounted();
  const time = mounted && timeZone ? timeIn(timeZone) : null;
  return (
    <span className={classes.fact}>
      <IconMapPin size={14} stroke={1.6} aria-hidden="true" />
      {city}
      {time && `, ${time} now`}
    </span>
  );
}

export interface DecisionProps {
  person: MatchView['person'];
  onShortlist: () => void;
  onReject: () => void;
  /** Takes the last decision back. */
  onUndo: () => void;
  /** The key takes back what this button would, not a later decision about somebody else. */
  undoKey?: boolean;
  /** A decision is on its way. */
  busy?: boolean;
  /** False for who may only look. */
  mayDecide?: boolean;
}

/** What can be decided about a person in their stage. */
function DecisionButtons(props: DecisionProps) {
  const { person, onShortlist, onReject, onUndo, undoKey = true, busy = false, mayDecide = true } = props;
  // Who withdrew is not moved on by anybody else.
  if (!mayDecide || person.stage === 'withdrawn') return null;
  const decided = person.stage !== 'new';
  return (
    <Group gap={8} wrap="nowrap" className={classes.decisions}>
      {decided && person.lastEventId !== null && (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
          {...(undoKey && { rightSection: <KeyCap>U</KeyCap>, 'aria-keyshortcuts': 'u' })}
          onClick={onUndo}
          disabled={busy}
        >
          Undo
        </Button>
      )}
      {person.stage !== 'rejected' && (
        <Button
          variant="default"
          rightSection={<KeyCap>R</KeyCap>}
          aria-keyshortcuts="r"
          onClick={onReject}
          disabled={busy}
        >
          Reject
        </Button>
      )}
      {!decided && (
        <Button rightSection={<KeyCap>S</KeyCap>} aria-keyshortcuts="s" onClick={onShortlist} disabled={busy}>
          Shortlist
        </Button>
      )}
    </Group>
  );
}

/** Who is open: name or code, where they are, how to reach them, and what was decided. */
export function PersonHeader(props: DecisionProps) {
  const { person } = props;
  const name = displayName(person);
  return (
    <div className={classes.person}>
      <PersonAvatar name={name} masked={person.name === null} size={40} />
      <div className={classes.who}>
        <Group gap={8} wrap="nowrap">
          <h2 className={classes.personName}>{name}</h2>
          {person.stage === 'new' ? (
            <Text size="sm" c="dimmed" truncate className={classes.source}>
              {SOURCE_WORDS[person.source]}
            </Text>
          ) : (
            <Badge color={person.stage === 'rejected' ? 'gray' : 'peacock'}>
              {STAGE_WORDS[person.stage]} {DAY.format(person.stageSince)}
              {person.rejectReason && `: ${REASON_WORDS[person.rejectReason].toLowerCase()}`}
            </Badge>
          )}
        </Group>
        <div className={classes.factLine}>
          {person.city && <PlaceAndTime city={person.city} timeZone={person.timeZone} />}
          {person.hours && (
            <span className={classes.fact}>
              <IconClock size={14} stroke={1.6} aria-hidden="true" />
              {weeklyHours(person.hours)}
            </span>
          )}
          {person.email && (
            <a className={classes.fact} href={`mailto:${person.email}`} aria-label={person.email}>
              <IconMail size={14} stroke={1.6} aria-hidden="true" />
              <span className={classes.factText}>{person.email}</span>
            </a>
          )}
          {person.phone && (
            <a
              className={classes.fact}
              href={`tel:${person.phone.replace(/[^+\d]/g, '')}`}
              aria-label={person.phone}
            >
              <IconPhone size={14} stroke={1.6} aria-hidden="true" />
              <span className={classes.factText}>{person.phone}</span>
            </a>
          )}
        </div>
      </div>
      <DecisionButtons {...props} />
    </div>
  );
}
