'use client';
import { Alert, Button, Group, SegmentedControl, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SCREENING_ANSWER_LENGTH, SCREENING_ANSWER_TOO_LONG, UNSAID } from '@/domain/candidates/schema';
import type { MatchView } from '@/domain/pipeline/schema/match';
import { errorData, useTRPC } from '@/trpc/client';
import { LetterCount } from '@/ui/letter-count';
import { AskButton, askWords } from '@/ui/review/ask-mark';

const NOT_ASKED = 'not_asked';

/** The job's own questions: a recruiter enters what the person answered, and the job is ranked again. */
export const ScreeningAnswers = ({
  jobId,
  candidateId,
  questions,
  disabled,
  asks,
  onAsk,
}: {
  jobId: string;
  candidateId: string;
  questions: MatchView['screening'];
  disabled: boolean;
  /** What of it was asked for, and what may be. */
  asks: MatchView['asks'];
  /** Asks the person; undefined for who may only look. */
  onAsk: ((questionId: string) => void) | undefined;
}) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const save = useMutation(
    trpc.people.saveScreeningAnswer.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.pipeline.pathFilter()),
    }),
  );
  if (questions.length === 0) return null;
  const answer = (questionId: string, value: string | null) =>
    save.mutate({ jobId, candidateId, questionId, answer: value });
  return (
    <Stack component="section" gap={16} p={16} aria-label="Your own questions">
      <Title order={4}>Your own questions</Title>
      {questions.map((question) => (
        <div key={question.questionId}>
          <Group gap={8} mb={6} justify="space-between" wrap="nowrap" align="flex-start">
            <Text fw={600}>{question.text}</Text>
            {question.kind === 'text' && question.answer === null && (
              <AskMark asks={asks} questionId={`screening:${question.questionId}`} onAsk={onAsk} />
            )}
          </Group>
          {question.kind === 'yes_no' ? (
            <SegmentedControl
              aria-label={question.text}
              disabled={disabled || save.isPending}
              value={question.answer ?? NOT_ASKED}
              onChange={(value) => answer(question.questionId, value === NOT_ASKED ? null : value)}
              data={[
                { value: 'yes', label: 'Yes' },
                { value: 'no', label: 'No' },
                question.answer === UNSAID
                  ? { value: UNSAID, label: 'Prefers not to say' }
                  : { value: NOT_ASKED, label: 'Not asked yet' },
              ]}
            />
          ) : (
            <WrittenAnswer
              question={question}
              typed={typed[question.questionId]}
              disabled={disabled}
              busy={save.isPending}
              onType={(value) => setTyped((now) => ({ ...now, [question.questionId]: value }))}
              onSave={(value) => answer(question.questionId, value)}
            />
          )}
        </div>
      ))}
      {save.isError && (
        <Alert color="red" role="alert">
          {errorData(save.error).message}
        </Alert>
      )}
    </Stack>
  );
};

/** What the person answered in words; what is typed stays as typed until it is saved. */
const WrittenAnswer = ({
  question,
  typed,
  disabled,
  busy,
  onType,
  onSave,
}: {
  question: MatchView['screening'][number];
  /** undefined while nothing was typed. */
  typed: string | undefined;
  disabled: boolean;
  busy: boolean;
  onType: (value: string) => void;
  onSave: (value: string | null) => void;
}) => {
  const unsaid = question.answer === UNSAID;
  const saved = unsaid ? '' : (question.answer ?? '');
  const answer = (typed ?? saved).trim();
  const tooLong = answer.length > SCREENING_ANSWER_LENGTH;
  return (
    <>
      <Textarea
        aria-label={question.text}
        description={unsaid && 'Prefers not to say.'}
        autosize
        minRows={2}
        maxRows={12}
        disabled={disabled}
        value={typed ?? saved}
        error={tooLong && SCREENING_ANSWER_TOO_LONG}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <LetterCount value={answer} most={SCREENING_ANSWER_LENGTH} />
      {answer !== saved.trim() && (
        <Button mt={6} loading={busy} disabled={tooLong} onClick={() => onSave(answer || null)}>
          Save answer
        </Button>
      )}
    </>
  );
};

/** Offers to ask the person one of the questions, or says that it was asked. */
const AskMark = ({
  asks,
  questionId,
  onAsk,
}: {
  asks: MatchView['asks'];
  questionId: string;
  onAsk: ((questionId: string) => void) | undefined;
}) => {
  const ask = asks.questions.find((one) => one.questionId === questionId);
  if (ask === undefined) return null;
  if (ask.state === 'open')
    return onAsk === undefined || asks.blocked !== null ? null : <AskButton ask={ask} onAsk={onAsk} />;
  return (
    <Text size="xs" c="dimmed">
      {askWords(ask)}
    </Text>
  );
};
