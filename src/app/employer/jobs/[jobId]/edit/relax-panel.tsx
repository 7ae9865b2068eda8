'use client';
import { Alert, Button, Collapse, Paper, Skeleton, Text, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowBackUp, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { JobDraft } from '@/domain/jobs/schema';
import { errorData } from '@/trpc/client';
import { RelaxMeter } from '@/ui/relax/relax-meter';
import classes from './edit.module.css';
import { useRelaxations } from './use-relaxations';

const SHOWN = 5;

export interface RelaxPanelProps {
  jobId: string;
  draft: JobDraft;
  readOnly: boolean;
  onChange: (changes: JobDraft) => void;
}

/** Beside the form: how many people the draft leaves in play, and what would bring more; folded where it stands above the form. */
export const RelaxPanel = ({ jobId, draft, readOnly, onChange }: RelaxPanelProps) => {
  const { relaxations, counting, error, again, applied, apply, undo } = useRelaxations(
    jobId,
    draft,
    onChange,
  );
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState(false);
  const beside = useMediaQuery('(min-width: 1181px)', true, { getInitialValueInEffect: false });
  if (relaxations === null) return null;
  if (error !== null) {
    return (
      <Alert color="red" title="Not counted">
        {errorData(error).message}{' '}
        <Button variant="default" size="compact-sm" onClick={again}>
          Try again
        </Button>
      </Alert>
    );
  }
  if (relaxations === undefined) return <Skeleton h={120} radius="md" />;
  const { steps, inPlay } = relaxations;
  const shown = all ? steps : steps.slice(0, SHOWN);
  const actions = new Map(
    (readOnly ? [] : shown).map((step) => [
      step.id,
      <Button
        key={step.id}
        variant="default"
        size="compact-sm"
        aria-label={`Apply: ${step.text}`}
        onClick={() => apply(step)}
      >
        Apply
      </Button>,
    ]),
  );
  const meter = (
    <>
      {applied.length > 0 && (
        <ul className={classes.applied} aria-label="Applied">
          {applied.map((step) => (
            <li key={step.key}>
              <Text span size="sm" className="fb-grow">
                Applied: {step.text}
              </Text>
              <Button
                variant="default"
                size="compact-sm"
                leftSection={<IconArrowBackUp size={14} />}
                aria-label={`Undo: ${step.text}`}
                onClick={() => undo(step.key)}
              >
                Undo
              </Button>
            </li>
          ))}
        </ul>
      )}
      <RelaxMeter relaxations={relaxations} counting={counting} steps={shown} actions={actions} />
      {steps.length > SHOWN && (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? 'Show fewer' : `Show all ${steps.length}`}
        </Button>
      )}
    </>
  );
  return (
    <Paper p={16} component="section" aria-label="Who could do this job">
      {beside ? (
        meter
      ) : (
        <>
          <UnstyledButton className={classes.strip} aria-expanded={open} onClick={() => setOpen(!open)}>
            <span className="fb-grow">
              {open ? (
                'Who could do this job'
              ) : (
                <>
                  <b>{inPlay === null ? 'A few' : inPlay.toLocaleString('en-IN')}</b>{' '}
                  {inPlay === 1 ? 'person' : 'people'} could do this job
                </>
              )}
            </span>
            <IconChevronDown size={16} aria-hidden="true" data-open={open || undefined} />
          </UnstyledButton>
          <Collapse expanded={open}>{open && meter}</Collapse>
        </>
      )}
    </Paper>
  );
};
