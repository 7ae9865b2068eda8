'use client';
import { Alert, Button, Group, Paper, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerIssues, type AnswerDraft, type AnswerIssue } from '@/app/answer-issues';
import { QueryFailed } from '@/app/employer/query-state';
import { OWN_KEPT, useKept } from '@/app/use-kept';
import { useSources } from '@/app/use-question-sources';
import type { OwnFacts } from '@/domain/candidates/schema/own-facts';
import type { FlexifitAnswers } from '@/domain/candidates/schema';
import { errorData, useTRPC } from '@/trpc/client';
import { PageSkeleton } from '@/ui/page-skeleton';
import { FlexifitField } from '@/ui/questions/flexifit-field';
import { QuestionSourcesProvider } from '@/ui/questions/sources';
import { UndoToast } from '@/ui/review/undo-toast';
import classes from '../portal.module.css';
import { ReadFacts } from './read-facts';
import { TakeBack } from './take-back';

/** Everything an employer's ranking reads of the person: how they can work, and what their résumé told. */
export const FactsScreen = () => {
  const facts = useQuery(useTRPC().portal.facts.queryOptions());
  const [undoable, setUndoable] = useState<string | null>(null);
  const trpc = useTRPC();
  const homeZone = useQuery(trpc.portal.me.queryOptions()).data?.timeZone ?? 'Asia/Kolkata';
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries(trpc.portal.pathFilter());
  const undo = useMutation(
    trpc.portal.undoChange.mutationOptions({
      onSettled: () => {
        setUndoable(null);
        return refresh();
      },
    }),
  );
  if (facts.isPending) return <PageSkeleton />;
  if (facts.isError) {
    return <QueryFailed error={facts.error} what="Your facts" onRetry={() => void facts.refetch()} />;
  }
  const saved = (versionId: string) => {
    setUndoable(versionId);
    void refresh();
  };
  return (
    <>
      <Title order={1}>My facts</Title>
      <Text c="dimmed" mt={4} mb={20}>
        What is open counts as not known, never as a no. Each change is a new version, and every job that
        ranks you reads it within moments.
      </Text>
      {undo.isError && (
        <Alert color="red" mb={12} role="alert">
          {errorData(undo.error).message}
        </Alert>
      )}
      <div className={classes.facts}>
        <Answers facts={facts.data} homeZone={homeZone} onSaved={saved} />
        <ReadFacts facts={facts.data} homeZone={homeZone} onSaved={saved} />
      </div>
      {undoable !== null && (
        <div className={classes.toast}>
          <UndoToast
            key={undoable}
            title="Saved"
            text="Your scores are computed anew."
            onUndo={() => undo.mutate({ versionId: undoable })}
            onDone={() => setUndoable(null)}
          />
        </div>
      )}
    </>
  );
};

interface AnswersProps {
  facts: OwnFacts;
  homeZone: string;
  onSaved: (versionId: string) => void;
}

const Answers = ({ facts, homeZone, onSaved }: AnswersProps) => {
  const trpc = useTRPC();
  const flexifit = useQuery(trpc.catalog.flexifitQuestions.queryOptions());
  const sources = useSources(homeZone);
  const { changes: draft, change, clear } = useKept<AnswerDraft>(`${OWN_KEPT}answers-${facts.candidateId}`);
  const [issues, setIssues] = useState<AnswerIssue[]>([]);
  const save = useMutation(
    trpc.portal.saveAnswers.mutationOptions({
      onSuccess: ({ versionId }) => {
        clear();
        onSaved(versionId);
      },
      onError: (error) =>
        setIssues(
          errorData(error).issues.map((issue) => ({ ...issue, path: issue.path.replace(/^answers\./, '') })),
        ),
    }),
  );
  const submit = () => {
    const found = answerIssues(draft);
    setIssues(found);
    if (found.length > 0) return;
    save.mutate({ answers: draft as { [K in keyof FlexifitAnswers]: FlexifitAnswers[K] | null } });
  };
  const dirty = Object.keys(draft).length > 0;
  return (
    <Paper p={20} component="section" aria-label="How I can work">
      <Title order={2} mb={16}>
        How I can work
      </Title>
      {sources !== null && flexifit.data !== undefined && (
        <QuestionSourcesProvider value={sources}>
          <div className={classes.questions}>
            {flexifit.data.questions.map((question) => (
              <FlexifitField
                key={question.id}
                question={question}
                unsaid={flexifit.data.unsaid}
                value={question.id in draft ? draft[question.id] : facts.answers[question.id]}
                onChange={(value) => change({ [question.id]: value ?? null })}
                issues={issues}
              />
            ))}
          </div>
        </QuestionSourcesProvider>
      )}
      {save.isError && (
        <Alert color="red" mt={16} role="alert">
          {errorData(save.error).message}
        </Alert>
      )}
      <Group mt={20} className={classes.bar}>
        <Button size="sm" onClick={submit} disabled={!dirty} loading={save.isPending}>
          Save answers
        </Button>
        {dirty && (
          <TakeBack
            onTakeBack={() => {
              clear();
              setIssues([]);
            }}
          />
        )}
        {issues.length > 0 && (
          <Text size="sm" c="red">
            {issues.length === 1
              ? 'One answer needs another look.'
              : `${issues.length} answers need another look.`}
          </Text>
        )}
      </Group>
    </Paper>
  );
};
