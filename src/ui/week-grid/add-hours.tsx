'use client';
import { Button, Chip, Group, Popover, Text } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import { useDisclosure } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import type { DayRange } from '@/domain/scoring/week-grid';
import classes from '@/ui/week-grid/week-grid.module.css';
import { DAY_NAMES, SHORT_DAYS } from '@/domain/scoring/week-words';

const WORKDAYS = ['0', '1', '2', '3', '4'];

/** "09:20" as minutes from midnight to the nearest quarter of an hour; null when it is not a time. */
export function quarterOf(time: string): number | null {
  const parts = /^(\d{1,2}):(\d{2})/.exec(time);
  if (!parts) return null;
  const minutes = Number(parts[1]) * 60 + Number(parts[2]);
  return minutes < 1_440 ? Math.round(minutes / 15) * 15 : null;
}

/** Hours typed in, for those who would rather not drag. An end at or before the start means the next day. */
export function AddHours({ onAdd }: { onAdd: (ranges: DayRange[]) => void }) {
  const [opened, { close, toggle }] = useDisclosure(false);
  const [days, setDays] = useState(WORKDAYS);
  const [from, setFrom] = useState('09:00');
  const [to, setTo] = useState('13:00');
  const start = quarterOf(from);
  const end = quarterOf(to);
  const ready = start !== null && end !== null && start !== end && days.length > 0;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // The popover is drawn elsewhere, but its events still bubble to the form around the grid.
    event.stopPropagation();
    if (start === null || end === null || !ready) return;
    onAdd(days.map((day) => ({ day: Number(day), from: start, to: end })));
    close();
  };

  return (
    <Popover opened={opened} onDismiss={close} position="top-end" width={330} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" size="compact-sm" onClick={toggle}>
          Add hours
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Add hours">
        <form onSubmit={submit}>
          <Chip.Group multiple value={days} onChange={setDays}>
            <fieldset className={classes.days}>
              <legend>Days</legend>
              {SHORT_DAYS.map((short, day) => (
                <Chip key={short} value={`${day}`} size="xs" radius="sm" aria-label={DAY_NAMES[day]}>
                  {short}
                </Chip>
              ))}
            </fieldset>
          </Chip.Group>
          <Group grow mt={10} align="flex-start">
            <TimeInput label="From" value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
            <TimeInput label="To" value={to} onChange={(event) => setTo(event.currentTarget.value)} />
          </Group>
          <Text size="xs" c="dimmed" mt={6}>
            {start !== null && end !== null && end <= start
              ? 'Ends on the next day.'
              : 'To the nearest quarter of an hour.'}
          </Text>
          <Button type="submit" mt={10} fullWidth disabled={!ready}>
            Add to the week
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
