'use client';
import { Alert, Button, Group, Paper, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { answerIssues, type AnswerDraft, type AnswerIssue } from '@/app/answer-issues';
import { useKept } from '@/app/use-kept';
import { useSources } from '@/app/use-question-sources';
import type { FlexifitAnswers, PersonDetail } from '@/domain/candidates/schema';
import { errorData, useTRPC } from '@/trpc/client';
import { PageSkeleton } from '@/ui/page-skeleton';
import { asTold } from '@/ui/questions/as-told';
import { FlexifitField } from '@/ui/questions/flexifit-field';
import { ReadResume } from '@/ui/resume-viewer/read-resume';
import { QuestionSourcesProvider } from '@/ui/questions/sources';
import { EmployerShell } from '../../employer-shell';
import { jobHref } from '../../routes';
import { useMember } from '../../member';
import { QueryFailed } from '../../query-state';
import { DuplicatesNotice } from '../duplicates-notice';
import classes from '../people.module.css';
import { PersonFacts } from './person-facts';
import { Merges } from './merges';

/** One person of the organisation: what the résumé told, and their answers about how they can work. */
export const PersonScreen = ({ candidateId }: { candidateId: string }) => {
  const trpc = useTRPC();
  const person = useQuery(trpc.people.get.queryOptions({ candidateId }));
  return (
    <EmployerShell left={<Title order={2}>{person.data?.profile.name?.value ?? 'Person'}</Title>}>
      {person.isError && (
        <QueryFailed error={person.error} what="This person" onRetry={() => void person.refetch()} />
      )}
      {person.isPending && <PageSkeleton />}
      {person.data !== undefined && (
        <>
          <div className={classes.notes}>
            <DuplicatesNotice person={candidateId}>
              {(count) =>
                count === 1
                  ? 'Somebody else of your people may be the same person.'
                  : `${count} others of your people may be the same person.`
              }
            </DuplicatesNotice>
            <Merges candidateId={candidateId} />
          </div>
          {person.data.applied === null ? (
            <Person key={person.data.version} person={person.data} />
          ) : (
            <Applicant person={person.data} jobs={person.data.applied} />
          )}
        </>
      )}
    </EmployerShell>
  );
};

const PersonResume = ({ candidateId }: { candidateId: string }) => {
  const resume = useQuery(useTRPC().people.resume.queryOptions({ candidateId }));
  if (resume.isError) {
    return <QueryFailed error={resume.error} what="This résumé" onRetry={() => void resume.refetch()} />;
  }
  if (resume.data == null) return <PageSkeleton />;
  return <ReadResume reading={resume.data} href={`/api/resumes/${resume.data.file.id}`} />;
};

/** Somebody who applied: their facts are theirs, and their answers stand beside each job. */
const Applicant = ({
  person,
  jobs,
}: {
  person: PersonDetail;
  jobs: NonNullable<PersonDetail['applied']>;
}) => (
  <div className={classes.person}>
    <PersonFacts person={person}>
      <PersonResume candidateId={person.id} />
    </PersonFacts>
    <Paper p={20} component="section" aria-label="Applied">
      <Title order={2}>Applied themselves</Title>
      <Text c="dimmed" mb={12}>
        They look after these facts and their answers in their own portal. How they fit a job stands in its
        review.
      </Text>
      {jobs.map(({ jobId, title }) => (
        <Text key={jobId} mt={4}>
          <Link className="fb-link" href={jobHref(jobId, person.id)}>
            Review them for {title}
          </Link>
        </Text>
      ))}
    </Paper>
  </div>
);

const Person = ({ person }: { person: PersonDetail }) => {
  const member = useMember();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const flexifit = useQuery(trpc.catalog.flexifitQuestions.queryOptions());
  const { changes, change, clear } = useKept<AnswerDraft>(`fb-answers-${person.id}`);
  const [issues, setIssues] = useState<AnswerIssue[]>([]);
  const save = useMutation(
    trpc.people.saveAnswers.mutationOptions({
      onSuccess: () => {
        clear();
        notifications.show({ message: 'Saved. Every open job is ranked again with these answers.' });
        return queryClient.invalidateQueries();
      },
      onError: (error) =>
        setIssues(
          errorData(error).issues.map((issue) => ({ ...issue, path: issue.path.replace(/^answers\./, '') })),
        ),
    }),
  );
  const sources = useSources(member.timeZone);
  const mayEdit = member.may('candidate:write');
  const dirty = Object.keys(changes).length > 0;
  const submit = () => {
    const found = answerIssues(changes);
    setIssues(found);
    if (found.length === 0) {
      save.mutate({
        candidateId: person.id,
        answers: changes as { [K in keyof FlexifitAnswers]: FlexifitAnswers[K] | null },
      });
    }
  };
  const failure = save.isError ? errorData(save.error) : null;
  return (
    <div className={classes.person}>
      <PersonFacts person={person}>
        <PersonResume candidateId={person.id} />
      </PersonFacts>
      <Paper p={20} component="section" aria-label="Answers">
        <Title order={2}>How they can work</Title>
        <Text c="dimmed" mb={20}>
          Enter what the person told you. Nothing is guessed: what is open counts as not known, never as a no.
        </Text>
        {sources !== null && flexifit.data !== undefined && (
          <QuestionSourcesProvider value={sources}>
            <div className={classes.questions}>
              {flexifit.data.questions.map((question) => (
                <FlexifitField
                  key={question.id}
                  question={asTold(question)}
                  unsaid={{ ...flexifit.data.unsaid, ...flexifit.data.unsaid.told }}
                  value={question.id in changes ? changes[question.id] : person.answers[question.id]}
                  onChange={(value) => change({ [question.id]: value ?? null })}
                  issues={issues}
                  disabled={!mayEdit}
                />
              ))}
            </div>
          </QuestionSourcesProvider>
        )}
        {failure !== null && (
          <Alert color="red" mt={16} role="alert">
            {failure.message}
          </Alert>
        )}
        {mayEdit && (
          <Group mt={20} className={classes.bar}>
            <Button size="sm" onClick={submit} disabled={!dirty} loading={save.isPending}>
              Save answers
            </Button>
            {dirty && (
              <Text size="sm" c="dimmed">
                Not saved yet. What you typed stays here while this tab is open.
              </Text>
            )}
            {dirty && (
              <Button
                size="sm"
                variant="default"
                onClick={() => {
                  clear();
                  setIssues([]);
                }}
              >
                Take back
              </Button>
            )}
            {issues.length > 0 && (
              <Text size="sm" c="red">
                {issues.length === 1
                  ? 'One answer needs another look.'
                  : `${issues.length} answers need another look.`}
              </Text>
            )}
          </Group>
        )}
      </Paper>
    </div>
  );
};
