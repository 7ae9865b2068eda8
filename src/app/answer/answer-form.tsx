'use client';
import { Button, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '@/app/(auth)/failure';
import { useSources } from '@/app/use-question-sources';
import { UNSAID } from '@/domain/candidates/schema';
import { errorData, useTRPC } from '@/trpc/client';
import { PageSkeleton } from '@/ui/page-skeleton';
import { FlexifitField } from '@/ui/questions/flexifit-field';
import { QuestionSourcesProvider } from '@/ui/questions/sources';
import classes from './answer.module.css';
import { TapChoices } from './tap-choices';
import { WrittenAnswer } from './written-answer';
import type { Asked } from './answer-screen';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const LABEL = 'asked';
const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** Shown once an answer is in: what happens with it, and until when it may be changed. */
const afterwards = ({ organizationName, answeredAt, until }: Asked, sent: boolean): string | null => {
  if (sent) return `Sent. ${organizationName} is told. You can change it until ${DAY.format(until)}.`;
  return answeredAt === null
    ? null
    : `You answered on ${DAY.format(answeredAt)}. What you choose now takes its place.`;
};

/** The one question. A choice is sent by the tap itself, everything else by a button. */
export const AnswerForm = ({ token, asked }: { token: string; asked: Asked }) => {
  const trpc = useTRPC();
  const catalog = useQuery(trpc.catalog.flexifitQuestions.queryOptions());
  const sources = useSources(asked.timeZone);
  const [draft, setDraft] = useState<unknown>();
  const give = useMutation(trpc.answers.give.mutationOptions());
  const { organizationName, jobTitle, seesName, question } = asked;
  const flexifit = catalog.data?.questions.find(({ id }) => id === question.questionId);
  if (catalog.data === undefined || sources === null) return <PageSkeleton />;
  const { unsaid } = catalog.data;

  const send = (answer: unknown) => {
    setDraft(answer);
    give.mutate({ token, answer });
  };
  const failure = give.isError ? errorData(give.error) : null;
  const issues = failure?.issues ?? [];
  const own = question.kind === 'screening';
  const written = own && question.answeredIn === 'text';
  const options = written
    ? undefined
    : own
      ? YES_NO
      : flexifit?.kind === 'choice'
        ? flexifit.options
        : undefined;
  const status = afterwards(asked, give.isSuccess);
  return (
    <>
      <Text c="dimmed" mb={6}>
        {organizationName} asks one thing for {jobTitle}
      </Text>
      <Title order={1} fz={{ base: 27, sm: 34 }} mb={20} id={LABEL}>
        {own ? question.text : flexifit?.ask}
      </Title>
      <Failure>{issues.length === 0 ? (failure?.message ?? null) : null}</Failure>
      {options !== undefined ? (
        <TapChoices
          options={[...options, { value: UNSAID, label: unsaid.label, hint: unsaid.hint }]}
          chosen={give.isSuccess || give.isPending ? draft : undefined}
          onChoose={send}
          disabled={give.isPending}
          labelId={LABEL}
        />
      ) : written ? (
        <WrittenAnswer
          labelId={LABEL}
          unsaid={unsaid.label}
          sent={give.isSuccess && draft === UNSAID}
          busy={give.isPending}
          problem={issues[0]?.message}
          onSend={send}
        />
      ) : (
        flexifit !== undefined && (
          <QuestionSourcesProvider value={sources}>
            <FlexifitField
              question={flexifit}
              unsaid={unsaid}
              value={draft}
              onChange={(value) => (value === UNSAID ? send(value) : setDraft(value))}
              issues={issues}
              disabled={give.isPending}
            />
            <Button
              mt={18}
              size="md"
              h={48}
              loading={give.isPending}
              disabled={draft === undefined || draft === UNSAID}
              onClick={() => send(draft)}
            >
              Save
            </Button>
          </QuestionSourcesProvider>
        )
      )}
      <Text component="output" className={classes.status} fw={550}>
        {status}
      </Text>
      <div className={classes.why}>
        <Text size="sm" c="dimmed">
          It is asked because this is not known of you yet and the job depends on it. Not answering is fine:
          what is not known never counts as zero.
        </Text>
        {!seesName && (
          <Text size="sm" c="dimmed">
            {organizationName} sees the answer, but neither your name nor your address.
          </Text>
        )}
        <Text size="sm" c="dimmed">
          This link answers this one question and opens nothing else of yours.
        </Text>
      </div>
    </>
  );
};
