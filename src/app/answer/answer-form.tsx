'use client';
import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSources } from '@/app/use-question-sources';
import { useTRPC } from '@/trpc/client';
import { PageSkeleton } from '@/ui/page-skeleton';
import { QuestionSourcesProvider } from '@/ui/questions/sources';
import classes from './answer.module.css';
import { AnswerOne } from './answer-one';
import type { Asked } from './answer-screen';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });

/** Shown once an answer is in: what happens with it, and until when it may be changed. */
const afterwards = ({ organizationName, until }: Asked, open: number, several: boolean): string => {
  const change = `You can change ${several ? 'any of them' : 'it'} until ${DAY.format(until)}.`;
  if (open === 0) return `${several ? 'All sent' : 'Sent'}. ${organizationName} is told shortly. ${change}`;
  return `Kept. ${open === 1 ? 'One is' : `${open} are`} open; without ${open === 1 ? 'it' : 'them'} ${organizationName} is told of the others in ten minutes.`;
};

/** An employer's questions on one page. A choice is sent by the tap itself, everything else by a button. */
export const AnswerForm = ({ token, asked }: { token: string; asked: Asked }) => {
  const trpc = useTRPC();
  const catalog = useQuery(trpc.catalog.flexifitQuestions.queryOptions());
  const sources = useSources(asked.timeZone);
  const [given, setGiven] = useState<ReadonlySet<string>>(
    () => new Set(asked.questions.flatMap((one) => (one.answeredAt === null ? [] : [one.factRequestId]))),
  );
  const [last, setLast] = useState<'sent' | 'taken_back'>();
  /** The question whose answer can be taken back now, the last one that was given, and for how long. */
  const [undoable, setUndoable] = useState<{ factRequestId: string; seconds: number } | null>(null);
  if (catalog.data === undefined || sources === null) return <PageSkeleton />;
  const { organizationName, jobTitle, seesName, questions } = asked;
  const several = questions.length > 1;
  return (
    <QuestionSourcesProvider value={sources}>
      <Text c="dimmed" mb={6}>
        {several ? `For ${jobTitle}` : `${organizationName} asks one thing for ${jobTitle}`}
      </Text>
      {several && (
        <Title order={1} fz={{ base: 27, sm: 34 }} mb={8}>
          {organizationName} asks {questions.length} things
        </Title>
      )}
      {questions.map((one) => (
        <AnswerOne
          key={one.factRequestId}
          token={token}
          asked={one}
          several={several}
          catalog={catalog.data}
          toldTo={organizationName}
          undoSeconds={undoable?.factRequestId === one.factRequestId ? undoable.seconds : 0}
          onGiven={(seconds) => {
            setGiven((before) => new Set([...before, one.factRequestId]));
            setUndoable({ factRequestId: one.factRequestId, seconds });
            setLast('sent');
          }}
          onTakenBack={() => {
            setGiven((before) => new Set([...before].filter((id) => id !== one.factRequestId)));
            setUndoable(null);
            setLast('taken_back');
          }}
          onStays={() => setUndoable(null)}
        />
      ))}
      <Text component="output" className={classes.status} fw={550}>
        {last === 'sent' && afterwards(asked, questions.length - given.size, several)}
        {last === 'taken_back' && `Taken back: it is open again, and ${organizationName} is told nothing.`}
      </Text>
      <div className={classes.why}>
        <Text size="sm" c="dimmed">
          {several ? 'They are asked because this is' : 'It is asked because this is'} not known of you yet
          and the job depends on it. Not answering is fine: what is not known never counts as zero.
        </Text>
        {!seesName && (
          <Text size="sm" c="dimmed">
            {organizationName} sees the answer, but neither your name nor your address.
          </Text>
        )}
        <Text size="sm" c="dimmed">
          This link answers {several ? 'these questions' : 'this one question'} and opens nothing else of
          yours.
        </Text>
      </div>
    </QuestionSourcesProvider>
  );
};
