'use client';
import { Badge, Button, Group, Paper, Radio, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useId, useState } from 'react';
import type { Evidence, PairField, PairPerson, PairView, Side } from '@/domain/candidates/schema/duplicates';
import { KeyCap } from '@/ui/key-hint';
import { PersonAvatar } from '@/ui/person-avatar';
import { STAGE_WORDS } from '@/ui/review/words';
import { useMember } from '../../member';
import { jobHref, personHref } from '../../routes';
import { dateTime } from '../../words';
import classes from './duplicates.module.css';
import type { Choices } from './use-pairs';

const EVIDENCE_WORDS: Record<Evidence, string> = {
  email: 'Same mailbox',
  phone: 'Same phone',
  resume: 'Same résumé',
  work: 'Same employer, title and dates',
  name_city: 'Same name and city',
};
const LINES_SHOWN = 3;
const SIDES: readonly Side[] = ['one', 'other'];

/** The first lines of a value, and how many more there are. */
const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.slice(0, LINES_SHOWN).map((line, index) => (
      <span key={index} className={classes.text}>
        {line}
      </span>
    ))}
    {lines.length > LINES_SHOWN && (
      <Text span size="sm" c="dimmed">
        and {lines.length - LINES_SHOWN} more
      </Text>
    )}
    {lines.length === 0 && (
      <Text span size="sm" c="dimmed">
        Not told
      </Text>
    )}
  </>
);

const Person = ({ person }: { person: PairPerson }) => {
  const { timeZone } = useMember();
  // Whoever is imported is matched with every open job: only where somebody decided something is worth a line.
  const moved = person.candidacies.filter(({ stage }) => stage !== 'new');
  return (
    <div className={classes.person}>
      <Group gap={10} wrap="nowrap">
        <PersonAvatar name={person.name ?? '?'} />
        <div className={classes.who}>
          <Link className="fb-link" href={personHref(person.candidateId)}>
            {person.name ?? 'No name found'}
          </Link>
          <Text size="xs" c="dimmed">
            Added {dateTime(person.addedAt, timeZone)}
            {person.resume !== null && `, ${person.resume}`}
          </Text>
        </div>
      </Group>
      {person.ownsProfile && (
        <Text size="xs" mt={6}>
          {person.applied ? 'Applied themselves.' : 'Looks after these facts themselves.'}
        </Text>
      )}
      {moved.length > 0 && (
        <Group gap={4} mt={6}>
          {moved.slice(0, LINES_SHOWN).map(({ jobId, jobTitle, stage }) => (
            <Badge key={jobId} color="gray" component={Link} href={jobHref(jobId)} className={classes.stage}>
              {jobTitle}: {STAGE_WORDS[stage]}
            </Badge>
          ))}
          {moved.length > LINES_SHOWN && (
            <Text size="xs" c="dimmed">
              and {moved.length - LINES_SHOWN} more jobs
            </Text>
          )}
        </Group>
      )}
    </div>
  );
};

const Field = ({
  field,
  chosen,
  marked,
  onChoose,
}: {
  field: PairField;
  chosen: Side;
  /** Stands among lines that do not differ. */
  marked: boolean;
  /** null where there is nothing to choose. */
  onChoose: ((side: Side) => void) | null;
}) => {
  const id = useId();
  const open = field.differs && onChoose !== null;
  return (
    <div
      className={classes.line}
      data-marked={marked || undefined}
      role={open ? 'radiogroup' : 'group'}
      aria-labelledby={id}
    >
      <Text size="sm" c="dimmed" id={id} className={classes.label}>
        {field.label}
        {marked && (
          <Text span size="xs" className={classes.differs}>
            Differs
          </Text>
        )}
      </Text>
      {SIDES.map((side) => (
        <div key={side} className={classes.value} data-left={(field.differs && chosen !== side) || undefined}>
          {open ? (
            <Radio
              size="xs"
              name={id}
              value={side}
              checked={chosen === side}
              onChange={() => onChoose(side)}
              label={<Lines lines={field[side]} />}
              classNames={{ label: classes.choice }}
            />
          ) : (
            <Lines lines={field[side]} />
          )}
        </div>
      ))}
    </div>
  );
};

export interface PairCardProps {
  pair: PairView;
  current: boolean;
  busy: boolean;
  mayDecide: boolean;
  choices: Choices;
  onChoose: (field: PairField['field'], side: Side) => void;
  onSame: () => void;
  onDifferent: () => void;
}

/** Two people side by side, line by line: what is the same, what differs, and which value is kept if they are one. */
export const PairCard = ({
  pair,
  current,
  busy,
  mayDecide,
  choices,
  onChoose,
  onSame,
  onDifferent,
}: PairCardProps) => {
  const { one, other, evidence, strength, fields, lists } = pair;
  const titleId = useId();
  const [all, setAll] = useState(false);
  const { owner, mergeable } = pair;
  const differing = fields.filter(({ differs }) => differs).length;
  const shown = all ? fields : fields.filter(({ differs }) => differs);
  return (
    <Paper
      component="article"
      className={classes.card}
      data-current={current || undefined}
      aria-labelledby={titleId}
    >
      <div className={classes.head}>
        <div className="fb-grow">
          <Title order={3} id={titleId}>
            {one.name ?? 'No name'} and {other.name ?? 'No name'}
          </Title>
          <Group gap={6} mt={4}>
            {evidence.map((found) => (
              <Badge key={found} color={found === 'email' || found === 'phone' ? 'honey' : 'gray'}>
                {EVIDENCE_WORDS[found]}
              </Badge>
            ))}
            <Text size="xs" c="dimmed">
              {strength === 'strong' ? 'Very likely one person' : 'Maybe one person'}
            </Text>
          </Group>
        </div>
        {mayDecide && (
          <Group gap={8} wrap="nowrap" className={classes.actions}>
            {mergeable && (
              <Button
                onClick={onSame}
                disabled={busy}
                {...(current && { 'aria-keyshortcuts': 'm', rightSection: <KeyCap>M</KeyCap> })}
              >
                Same person
              </Button>
            )}
            <Button
              variant="default"
              onClick={onDifferent}
              disabled={busy}
              {...(current && { 'aria-keyshortcuts': 'd', rightSection: <KeyCap>D</KeyCap> })}
            >
              Different people
            </Button>
          </Group>
        )}
      </div>
      {mayDecide && owner === null && mergeable && (
        <Text size="sm" px={16} pb={12}>
          {differing === 0
            ? 'Nothing differs but what one of them tells and the other does not. All of it is kept.'
            : `${differing === 1 ? 'One line differs' : `${differing} lines differ`}. Choose what is kept if they are one person; the newer or corrected one is chosen for you.`}
        </Text>
      )}
      {!mergeable && (
        <Text size="sm" px={16} pb={12}>
          Both look after their own facts, so they cannot be merged here. They can be once both have opened a
          link that we mailed to one and the same address.
        </Text>
      )}
      {owner !== null && (
        <Text size="sm" px={16} pb={12}>
          {pair[owner].name ?? 'One of them'}{' '}
          {pair[owner].applied ? 'applied themselves' : 'proved the address'}, so their facts stay as they
          are.
          {pair[owner].applied &&
            ' Stages of both are joined; the other one’s files and answers stay behind.'}
        </Text>
      )}
      <div className={classes.people}>
        <span className={classes.label} />
        <Person person={one} />
        <Person person={other} />
      </div>
      {shown.map((field) => (
        <Field
          key={field.field}
          field={field}
          marked={all && field.differs}
          chosen={owner ?? choices[field.field] ?? field.side}
          onChoose={mayDecide && owner === null && mergeable ? (side) => onChoose(field.field, side) : null}
        />
      ))}
      {all &&
        lists.map(({ label, ...values }) => (
          <div key={label} className={classes.line} role="group" aria-label={label}>
            <Text size="sm" c="dimmed" className={classes.label}>
              {label}
              <Text span size="xs" display="block">
                Both are kept
              </Text>
            </Text>
            {SIDES.map((side) => (
              <div key={side} className={classes.value}>
                <Lines lines={values[side].length === 0 ? [] : [values[side].join(', ')]} />
              </div>
            ))}
          </div>
        ))}
      <div className={classes.foot}>
        <Button variant="subtle" size="compact-xs" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? 'Show what differs only'
            : `Show the other ${fields.length - differing + lists.length} lines`}
        </Button>
      </div>
    </Paper>
  );
};
