'use client';
import { ActionIcon, Button, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from '@/ui/profile/profile.module.css';

export interface FactRowProps {
  /** What kind of fact: "Name", "Now". */
  label: string;
  /** Names the fact to assistive technology when its label alone does not: "Accountant, Nandi Stationers". */
  name?: string;
  value: string;
  /** In the person's words, below: company and dates. */
  detail?: string;
  /** Changed or added by the person. */
  yours: boolean;
  /** Read with doubt: the person is asked to look. */
  unsure: boolean;
  /** Read, and right as the person said. */
  confirmed: boolean;
  /** The inputs take the place of the value. */
  open: boolean;
  onOpen: () => void;
  /** Says that a doubtful reading is right. */
  onConfirm: () => void;
  children: ReactNode;
}

/** One fact, 48 px: read it, or change it in place. */
export function FactRow(props: FactRowProps) {
  const { label, value, detail, yours, unsure, confirmed, open, onOpen, onConfirm, children } = props;
  const name = props.name ?? label;
  if (open)
    return (
      <div className={classes.fact} data-open>
        {children}
      </div>
    );
  return (
    <div className={classes.fact} data-unsure={unsure || undefined}>
      <Text size="sm" c="dimmed" className={classes.label}>
        {label}
      </Text>
      <div className={classes.value}>
        <Text fw={600}>{value}</Text>
        {detail && <span className={`fb-serif ${classes.detail}`}>{detail}</span>}
        {unsure && (
          <Text size="xs" className={classes.doubt}>
            Is this right?
          </Text>
        )}
        {confirmed && (
          <Text size="xs" c="dimmed">
            Right, as you said
          </Text>
        )}
        {yours && (
          <Text size="xs" c="dimmed">
            Your version
          </Text>
        )}
      </div>
      <div className={classes.tools}>
        {unsure && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={onConfirm}
            aria-label={`${name}: this is right`}
          >
            Yes
          </Button>
        )}
        <ActionIcon aria-label={`Change ${name}`} onClick={onOpen} className={classes.tool}>
          <IconPencil size={17} stroke={1.6} />
        </ActionIcon>
      </div>
    </div>
  );
}
