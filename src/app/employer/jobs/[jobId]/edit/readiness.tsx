'use client';
import { Button, Paper, Progress, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { JobForEditing } from '@/domain/jobs/schema';
import classes from './edit.module.css';

/** How much of the ranking the answers allow, and which open questions would add most. */
export const Readiness = ({
  readiness,
  onOpen,
}: {
  readiness: JobForEditing['readiness'];
  onOpen: (questionId: string) => void;
}) => {
  const { ok, setWeight, least, missing } = readiness;
  return (
    <Paper p={16} component="section" aria-label="Ready to rank?">
      <Title order={3}>
        {ok ? 'Ready to rank' : setWeight < least ? 'Not enough to rank people yet' : 'The title is missing'}
      </Title>
      <Progress mt={10} value={setWeight} color={ok ? 'peacock' : 'honey'} aria-label="Weight filled in" />
      <Text size="sm" mt={8} c={ok ? undefined : 'dimmed'}>
        {ok && <IconCheck size={15} color="var(--fb-action)" aria-hidden="true" />} {setWeight} of 100 weight
        is filled in, {least} is the least.
      </Text>
      {missing.length > 0 && (
        <>
          <Text size="sm" c="dimmed" mt={12}>
            {ok ? 'What you leave open counts for nobody.' : 'These would help most:'}
          </Text>
          <ul className={classes.missing}>
            {missing.slice(0, 6).map((open) => (
              <li key={`${open.questionId}:${open.label}`}>
                <Text size="sm">
                  {open.label}{' '}
                  <Text span c="dimmed" size="xs">
                    {open.weight}
                  </Text>
                </Text>
                <Button variant="default" size="compact-sm" onClick={() => onOpen(open.questionId)}>
                  Fill in<VisuallyHidden> {open.label}</VisuallyHidden>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Paper>
  );
};
