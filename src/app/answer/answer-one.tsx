'use client';
import { Button, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '@/app/(auth)/failure';
import { UNSAID } from '@/domain/candidates/schema';
import { errorData, useTRPC } from '@/trpc/client';
import { FlexifitField } from '@/ui/questions/flexifit-field';
import type { FlexifitQuestionMeta } from '@/ui/questions/question-meta';
import { UndoToast } from '@/ui/review/undo-toast';
import classes from './answer.module.css';
import type { Asked } from './answer-screen';
import { TapChoices } from './tap-choices';
import { WrittenAnswer } from './written-answer';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

export interface AnswerOneProps {
  token: string;
  asked: Asked['questions'][number];
  /** Stands among others on the page. */
  several: boolean;
  catalog: {
    questions: readonly (FlexifitQuestionMeta & { ask: string })[];
    unsaid: { label: string; hint: string };
  };
  /** Whom the answer is for. */
  toldTo: string;
  /** It was just given, and can be taken back for so long; 0 = not. */
  undoSeconds: number;
  onGiven: (undoSeconds: number) => void;
  onTakenBack: () => void;
  /** The seconds for taking it back are over. */
  onStays: () => void;
}

/** One of the questions, answered and kept by itself. */
export const AnswerOne = (props: AnswerOneProps) => {
  const { token, asked, several, catalog, toldTo, undoSeconds, onGiven, onTakenBack, onStays } = props;
  const trpc = useTRPC();
  const [draft, setDraft] = useState<unknown>();
  /** The ready answer that was sent last. */
  const [tapped, setTapped] = useState<string>();
  /** Grows with every answer: the seconds that are left are counted anew. */
  const [times, setTimes] = useState(0);
  const give = useMutation(
    trpc.answers.give.mutationOptions({
      onSuccess: (given) => {
        setTimes((before) => before + 1);
        onGiven(given.undoSeconds);
      },
    }),
  );
  const takeBack = useMutation(
    trpc.answers.takeBack.mutationOptions({
      onSuccess: () => {
        give.reset();
        setDraft(undefined);
        setTapped(undefined);
        onTakenBack();
      },
      onError: onStays,
    }),
  );
  const { factRequestId, question, answeredAt, ready } = asked;
  const labelId = `asked-${factRequestId}`;
  const { unsaid } = catalog;
  const flexifit = catalog.questions.find(({ id }) => id === question.questionId);
  const send = (answer: unknown) => {
    setDraft(answer);
    takeBack.reset();
    give.mutate({ token, factRequestId, answer });
  };
  const failed = give.isError ? give.error : takeBack.error;
  const failure = failed === null ? null : errorData(failed);
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
  return (
    <section className={several ? classes.one : undefined} aria-labelledby={labelId}>
      <Title
        order={several ? 2 : 1}
        fz={several ? { base: 20, sm: 22 } : { base: 27, sm: 34 }}
        mb={several ? 12 : 20}
        id={labelId}
      >
        {own ? question.text : flexifit?.ask}
      </Title>
      <Failure>{issues.length === 0 ? (failure?.message ?? null) : null}</Failure>
      {options !== undefined ? (
        <TapChoices
          options={[...options, { value: UNSAID, label: unsaid.label, hint: unsaid.hint }]}
          chosen={give.isSuccess || give.isPending ? draft : undefined}
          onChoose={send}
          disabled={give.isPending}
          labelId={labelId}
        />
      ) : written ? (
        <WrittenAnswer
          labelId={labelId}
          unsaid={unsaid.label}
          sent={give.isSuccess && draft === UNSAID}
          busy={give.isPending}
          problem={issues[0]?.message}
          onSend={send}
        />
      ) : (
        flexifit !== undefined && (
          <>
            {ready.length > 0 && (
              <>
                <TapChoices
                  options={ready.map(({ label }, index) => ({ value: String(index), label }))}
                  chosen={give.isSuccess || give.isPending ? tapped : undefined}
                  onChoose={(value) => {
                    setTapped(value);
                    send(ready[Number(value)]?.answer);
                  }}
                  disabled={give.isPending}
                  labelId={labelId}
                />
                <Text size="sm" c="dimmed" mt={20} mb={8}>
                  Something else? Tell it here.
                </Text>
              </>
            )}
            <FlexifitField
              question={flexifit}
              unsaid={unsaid}
              value={draft}
              onChange={(value) => {
                setTapped(undefined);
                if (value === UNSAID) send(value);
                else setDraft(value);
              }}
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
          </>
        )
      )}
      {give.isSuccess && several && (
        <Text size="sm" mt={8} role="status" fw={550}>
          Kept.
        </Text>
      )}
      {undoSeconds > 0 && (
        <div className={classes.toast}>
          <UndoToast
            key={times}
            seconds={undoSeconds}
            title="Saved"
            text={`${toldTo} is not told yet.`}
            onUndo={() => takeBack.mutate({ token, factRequestId })}
            onDone={onStays}
          />
        </div>
      )}
      {!give.isSuccess && answeredAt !== null && (
        <Text size="sm" c="dimmed" mt={8}>
          You answered on {DAY.format(answeredAt)}. What you choose now takes its place.
        </Text>
      )}
    </section>
  );
};
