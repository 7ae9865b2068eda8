'use client';
import { Button, Paper, Text, Title, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { protectedOf } from '@/domain/jobs/criteria/job';
import type { JobCriterion } from '@/domain/jobs/schema/criteria';
import { Words } from './criteria-notes';
import classes from './criteria.module.css';
import { countOf, graverFirst, headOf, KIND_ICONS } from './kinds';

const SHOWN = 4;

/** Tells whoever does not see the summary that there is one; on the page before there is, so that it is read out. */
export const CriteriaStatus = ({ criteria }: { criteria: readonly JobCriterion[] }) => (
  <VisuallyHidden role="status">
    {criteria.length > 0 && `Wording to look at: ${countOf(criteria)}`}
  </VisuallyHidden>
);

const adviceOn = (criteria: readonly JobCriterion[]): string => {
  const asked = protectedOf(criteria).length;
  if (asked === 0) return 'Advice only. You can publish as it is.';
  const reason = 'Publishing asks for a reason for what is protected.';
  return asked === criteria.length ? reason : `${reason} The rest is advice.`;
};

/** Beside the form, under the button that publishes: how many criteria the words hold, and the way to each. */
export const CriteriaSummary = ({
  criteria,
  onShow,
}: {
  criteria: readonly JobCriterion[];
  onShow: (criterion: JobCriterion) => void;
}) => {
  const [all, setAll] = useState(false);
  if (criteria.length === 0) return null;
  return (
    <Paper p={16} component="section" aria-label="Wording">
      <Title order={3}>Wording: {countOf(criteria)}</Title>
      <Text size="sm" c="dimmed" mt={4}>
        {adviceOn(criteria)}
      </Text>
      <ul className={classes.summary}>
        {graverFirst(criteria)
          .slice(0, all ? criteria.length : SHOWN)
          .map((one) => {
            const Icon = KIND_ICONS[one.kind];
            return (
              <li key={`${one.path}:${one.start}`} data-kind={one.kind}>
                <Icon size={16} stroke={1.6} aria-hidden="true" />
                <span className={classes.note}>
                  <Words criterion={one} onShow={onShow} />
                  <Text span size="xs" c="dimmed">
                    {headOf(one)}
                  </Text>
                </span>
              </li>
            );
          })}
      </ul>
      {criteria.length > SHOWN && (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? 'Show fewer' : `Show all ${criteria.length}`}
        </Button>
      )}
    </Paper>
  );
};
