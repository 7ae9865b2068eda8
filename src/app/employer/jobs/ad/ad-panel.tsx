'use client';
import { Button, CloseButton, Group, Paper, Text, Title, VisuallyHidden } from '@mantine/core';
import type { AdQuestion } from '@/domain/jobs/schema/ad';
import { counted } from '@/domain/scoring/months';
import classes from './ad.module.css';
import type { useAd } from './use-ad';

export interface AdPanelProps {
  ad: ReturnType<typeof useAd>;
  labelOf: (id: AdQuestion) => string;
  onOpen: (questionId: string) => void;
}

/** What an ad filled in, what it did not say, and what it says otherwise than the person did. */
export const AdPanel = ({ ad, labelOf, onOpen }: AdPanelProps) => {
  if (ad.state === null) return null;
  const undone = ad.state === 'put_back';
  return (
    <Paper p={16} mb={16} component="section" aria-label="From the ad">
      <div className={classes.head}>
        <Title order={3}>
          <span role="status">
            {undone
              ? 'The ad’s answers are taken back'
              : `${counted(ad.marked.length, 'answer')} from the ad`}
          </span>
        </Title>
        <CloseButton aria-label="Close what the ad filled in" onClick={ad.dismiss} />
      </div>
      <Text size="sm" c="dimmed" mt={4}>
        {undone
          ? 'The form is as it was before. What you changed yourself since then is kept.'
          : 'Each is marked in the form with the words it comes from. Read them over; you can change any of them.'}
      </Text>
      {ad.kept.length > 0 && (
        <>
          <Text size="sm" fw={650} mt={12}>
            Left as you had it
          </Text>
          <ul className={classes.list}>
            {ad.kept.map((id) => (
              <li key={id}>
                <Text size="sm" className={classes.words}>
                  {labelOf(id)}{' '}
                  <Text span c="dimmed">
                    {id === 'description'
                      ? 'The ad has a text of its own.'
                      : `The ad says “${ad.quoteOf(id)}”`}
                  </Text>
                </Text>
                <Button variant="default" size="compact-sm" onClick={() => ad.takeOne(id)}>
                  Use the ad’s<VisuallyHidden> {labelOf(id)}</VisuallyHidden>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {ad.missing.length > 0 && (
        <>
          <Text size="sm" fw={650} mt={12}>
            Not in the ad
          </Text>
          <Group gap={8} mt={8}>
            {ad.missing.map((id) => (
              <Button key={id} variant="default" size="compact-sm" onClick={() => onOpen(id)}>
                <VisuallyHidden>Fill in </VisuallyHidden>
                {labelOf(id)}
              </Button>
            ))}
          </Group>
        </>
      )}
      <Group mt={16} gap={8}>
        {undone ? (
          <Button variant="default" onClick={ad.redo}>
            Fill in from the ad again
          </Button>
        ) : (
          <Button variant="default" onClick={ad.undo} disabled={ad.marked.length === 0}>
            Undo
          </Button>
        )}
      </Group>
    </Paper>
  );
};
