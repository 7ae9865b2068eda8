'use client';
import { Alert, Button, Group, SegmentedControl, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { UNSAID } from '@/domain/candidates/schema';
import type { MatchView } from '@/domain/pipeline/schema/match';
import { errorData, useTRPC } from '@/trpc/client';
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
            <>
              <Textarea
                aria-label={question.text}
                autosize
                minRows={2}
                maxLength={2000}
                disabled={disabled}
                value={typed[question.questionId] ?? question.answer ?? ''}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  setTyped((now) => ({ ...now, [question.questionId]: value }));
                }}
              />
              {typed[question.questionId] !== undefined &&
                typed[question.questionId] !== (question.answer ?? '') && (
                  <Button
                    mt={6}
                    loading={save.isPending}
                    onClick={() => answer(question.questionId, typed[question.questionId]?.trim() || null)}
                  >
                    Save answer
                  </Button>
                )}
            </>
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
