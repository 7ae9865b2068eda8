'use client';
import { Button, Text } from '@mantine/core';
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { asRead, putBack, without } from '@/ui/profile/as-read';
import { FactRow } from '@/ui/profile/fact-row';
import classes from '@/ui/profile/profile.module.css';
import type { AnswerIssue } from '@/ui/questions/question-meta';

interface Item {
  from: number | null;
}

export interface FactListProps<T extends Item> {
  /** Path of the list in issues and doubts: "experience". */
  path: string;
  title: string;
  items: readonly T[];
  read: readonly T[] | undefined;
  blank: T;
  /** "Add a job". */
  addLabel: string;
  /** Said when there is none. */
  empty: string;
  words: (item: T, index: number) => { label: string; value: string; detail?: string };
  renderFields: (
    item: T,
    set: (change: Partial<T>) => void,
    errorAt: (field: string) => string | undefined,
  ) => ReactNode;
  onChange: (items: T[]) => void;
  issues: readonly AnswerIssue[];
  unsure: readonly string[];
  confirmed: readonly string[];
  onConfirm: (path: string) => void;
}

/** Facts of one kind: each can be changed or removed, a removal can be taken back, and more can be added. */
export function FactList<T extends Item>(props: FactListProps<T>) {
  const {
    path,
    title,
    items,
    read,
    blank,
    words,
    renderFields,
    onChange,
    issues,
    unsure,
    confirmed,
    onConfirm,
  } = props;
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [removed, setRemoved] = useState<readonly { item: T; at: number }[]>([]);
  // Places shift with every removal: rows are drawn anew, so that none shows what another held.
  const [generation, setGeneration] = useState(0);

  const rearrange = (next: T[]): void => {
    setOpen(new Set());
    setGeneration(generation + 1);
    onChange(next);
  };
  const remove = (item: T, at: number): void => {
    setRemoved([...removed, { item, at }]);
    rearrange(without(items, at));
  };
  const restore = (entry: { item: T; at: number }): void => {
    setRemoved(removed.filter((other) => other !== entry));
    rearrange(putBack(items, entry.at, entry.item));
  };
  /** Ends the editing of a row; one that was added and holds nothing goes with it. */
  const close = (item: T, at: number): void => {
    if (JSON.stringify(item) === JSON.stringify(blank)) rearrange(without(items, at));
    else setOpen(new Set([...open].filter((other) => other !== at)));
  };
  const errorAt = (index: number, field: string): string | undefined =>
    issues.find((issue) => issue.path === `${path}.${index}.${field}`)?.message;

  return (
    <section className={classes.list} aria-label={title}>
      <h3 className={classes.heading}>{title}</h3>
      {items.length === 0 && (
        <Text size="sm" c="dimmed" className={classes.empty}>
          {props.empty}
        </Text>
      )}
      {items.map((item, index) => {
        const { label, value, detail } = words(item, index);
        const wrong = issues.some((issue) => `${issue.path}.`.startsWith(`${path}.${index}.`));
        const own = !asRead(item, read);
        const source = `${path}.${item.from}`;
        const right = !own && confirmed.includes(source);
        return (
          <FactRow
            key={`${generation}:${index}`}
            label={label}
            name={value}
            value={value}
            {...(detail !== undefined && { detail })}
            yours={own}
            unsure={!own && !right && unsure.includes(source)}
            confirmed={right}
            open={open.has(index) || wrong}
            onOpen={() => setOpen(new Set([...open, index]))}
            onConfirm={() => onConfirm(source)}
          >
            <div className={classes.fields}>
              {renderFields(
                item,
                (change) =>
                  onChange(items.map((other, at) => (at === index ? { ...other, ...change } : other))),
                (field) => errorAt(index, field),
              )}
              <div className={classes.foot}>
                <Button variant="default" size="compact-sm" onClick={() => close(item, index)}>
                  Done
                </Button>
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-sm"
                  onClick={() => remove(item, index)}
                  aria-label={`Remove ${value}`}
                >
                  Remove
                </Button>
              </div>
            </div>
          </FactRow>
        );
      })}
      {removed.map((entry) => {
        const { value } = words(entry.item, entry.at);
        return (
          <div key={`${entry.at}:${value}`} className={classes.removed} role="status">
            <Text size="sm" c="dimmed">
              Removed: {value}
            </Text>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconArrowBackUp size={15} aria-hidden="true" />}
              onClick={() => restore(entry)}
              aria-label={`Put back ${value}`}
            >
              Put back
            </Button>
          </div>
        );
      })}
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.add}
        leftSection={<IconPlus size={15} aria-hidden="true" />}
        onClick={() => {
          setOpen(new Set([...open, items.length]));
          onChange([...items, blank]);
        }}
      >
        {props.addLabel}
      </Button>
    </section>
  );
}
