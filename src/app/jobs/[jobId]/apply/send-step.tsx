'use client';
import { Button, Checkbox, Paper, Progress, Text } from '@mantine/core';
import classes from './apply.module.css';

export interface SendStepProps {
  organizationName: string;
  /** Share of the ranking that is known, 0–100. */
  known: number;
  consents: { application: boolean; pool: boolean };
  /** What is wrong with the consent that is needed. */
  issue: string | undefined;
  busy: boolean;
  onConsent: (change: Partial<SendStepProps['consents']>) => void;
  onSend: () => void;
}

/** What is known, what is agreed to, and who decides; then it is sent. */
export const SendStep = (props: SendStepProps) => {
  const { organizationName, known, consents, issue, busy, onConsent, onSend } = props;
  return (
    <Paper p={20} className={classes.card}>
      <h2 className={`fb-display ${classes.cardTitle}`}>Last check</h2>
      <div>
        <Text>
          About <b>{known}%</b> of the ranking is known
        </Text>
        <Progress value={known} mt={6} aria-label="Known share of the ranking" />
        <Text size="sm" c="dimmed" mt={6}>
          What you leave open counts as unknown, never as zero: you get a range, and can answer later.
        </Text>
      </div>
      <Checkbox
        size="sm"
        label={`${organizationName} may read what I send here, and decide on it`}
        description="Needed to apply. You can withdraw at any time."
        checked={consents.application}
        error={issue}
        aria-invalid={issue !== undefined}
        onChange={(event) => onConsent({ application: event.currentTarget.checked })}
      />
      <Checkbox
        size="sm"
        label="Match me with other employers’ jobs too"
        description="Not needed. They see your facts without name and contact until they shortlist you. It begins when you open the link in our mail, and ends when you take it back."
        checked={consents.pool}
        onChange={(event) => onConsent({ pool: event.currentTarget.checked })}
      />
      <Text size="sm" c="dimmed">
        {organizationName} uses a ranking to sort applications. A person decides, never the ranking. You see
        what it says about you, and can contest it.
      </Text>
      <Button size="md" className={classes.send} loading={busy} onClick={onSend}>
        Send application
      </Button>
    </Paper>
  );
};
