'use client';
import { Alert, Button, Group, Paper, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSources } from '@/app/use-question-sources';
import type { OwnFacts } from '@/domain/candidates/schema/own-facts';
import { errorData, useTRPC } from '@/trpc/client';
import { PageSkeleton } from '@/ui/page-skeleton';
import { ProfileEditor } from '@/ui/profile/profile-editor';
import { QuestionSourcesProvider } from '@/ui/questions/sources';
import { OpenResume } from '@/ui/resume-viewer/open-resume';
import { OwnResume } from '../own-resume';
import classes from '../portal.module.css';
import { TakeBack } from './take-back';
import { useOwnEdits } from './use-own-edits';

const MOST_NAMES = 100;

/** What is known of the person, each fact to be confirmed, changed, removed or added; saving ranks them anew. */
export const ReadFacts = ({
  facts,
  homeZone,
  onSaved,
}: {
  facts: OwnFacts;
  homeZone: string;
  onSaved: (versionId: string) => void;
}) => {
  const trpc = useTRPC();
  const { edits, moved, change, clear } = useOwnEdits(facts);
  const form = useQuery(trpc.catalog.personForm.queryOptions());
  const ids = useMemo(() => facts.profile.skills.map(({ skillId }) => skillId).slice(0, MOST_NAMES), [facts]);
  const named = useQuery(trpc.catalog.namedSkills.queryOptions({ ids }, { enabled: ids.length > 0 }));
  const base = useSources(homeZone);
  const sources = useMemo(
    () => base && { ...base, skillNames: new Map((named.data ?? []).map(({ id, name }) => [id, name])) },
    [base, named.data],
  );
  const save = useMutation(
    trpc.portal.saveProfile.mutationOptions({
      onSuccess: ({ versionId }) => {
        clear();
        onSaved(versionId);
      },
    }),
  );
  const failure = save.isError ? errorData(save.error) : null;
  const issues = (failure?.issues ?? []).map(({ path, message }) => ({
    path: path.replace(/^edits\./, ''),
    message,
  }));
  const dirty = Object.keys(edits).length > 0;
  return (
    <Paper p={20} component="section" aria-label="What is known of me">
      <Group justify="space-between" gap={8} mb={4}>
        <Title order={2}>{facts.read === null ? 'What you told' : 'What my résumé told'}</Title>
        {facts.resume !== null && (
          <OpenResume fileName={facts.resume}>
            <OwnResume />
          </OpenResume>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb={12}>
        Change what was misread, remove what is wrong.{' '}
        {facts.profile.email !== '' && `Links go to ${facts.profile.email}.`}
      </Text>
      {sources === null || form.data === undefined ? (
        <PageSkeleton />
      ) : (
        <QuestionSourcesProvider value={sources}>
          <ProfileEditor
            profile={{ ...facts.profile, ...edits }}
            read={facts.read}
            unsure={facts.unsure}
            confirmed={edits.confirmed ?? facts.confirmed}
            issues={issues}
            onChange={change}
            languageLevels={
              form.data.questions.find(({ id }) => id === 'languages')?.parts?.['level']?.options ?? []
            }
            addressStays
          />
        </QuestionSourcesProvider>
      )}
      {moved && (
        <Alert color="honey" mt={12} role="status">
          Your facts changed elsewhere since you typed this. What you typed is kept; look over it before you
          save.
        </Alert>
      )}
      {failure !== null && (
        <Alert color="red" mt={12} role="alert">
          {failure.message}
        </Alert>
      )}
      <Group mt={20} className={classes.bar}>
        <Button
          size="sm"
          disabled={!dirty}
          loading={save.isPending}
          onClick={() => save.mutate({ versionId: facts.versionId, edits })}
        >
          Save facts
        </Button>
        {dirty && <TakeBack onTakeBack={clear} />}
      </Group>
    </Paper>
  );
};
