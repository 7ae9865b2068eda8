'use client';
import { Alert, Button, Group, SegmentedControl, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerIssues, type AnswerIssue } from '@/app/answer-issues';
import { useSources } from '@/app/use-question-sources';
import { SCREENING_ANSWER_LENGTH, type FlexifitQuestionId } from '@/domain/candidates/schema';
import type { MirrorView } from '@/domain/pipeline/schema/mirror';
import { errorData, useTRPC } from '@/trpc/client';
import { LetterCount } from '@/ui/letter-count';
import { FlexifitField } from '@/ui/questions/flexifit-field';
import { QuestionSourcesProvider } from '@/ui/questions/sources';
import { Dialog } from '@/ui/dialog';

export interface AnswerDialogProps {
  mirror: MirrorView;
  /** A question about how the person can work, or `screening:<id>` of the job's own. */
  questionId: string;
  onClose: () => void;
  /** `versionId` names the change for undo; null when it cannot be taken back that way. */
  onSaved: (versionId: string | null) => void;
}

/** One open question, answered where it is missed. */
export const AnswerDialog = (props: AnswerDialogProps) => {
  const { questionId, mirror, onClose } = props;
  const asked = mirror.questions.find(({ id }) => `screening:${id}` === questionId);
  return (
    <Dialog
      onClose={onClose}
      title={asked === undefined ? 'Your answer' : 'A question of this job'}
      size="lg"
    >
      {asked === undefined ? (
        <OwnAnswer {...props} id={questionId as FlexifitQuestionId} />
      ) : (
        <ScreeningAnswer {...props} question={asked} />
      )}
    </Dialog>
  );
};

const Save = ({
  busy,
  disabled,
  onSave,
  onClose,
}: {
  busy: boolean;
  disabled: boolean;
  onSave: () => void;
  onClose: () => void;
}) => (
  <Group mt={20} justify="end">
    <Button size="sm" variant="default" onClick={onClose}>
      Not now
    </Button>
    <Button size="sm" loading={busy} disabled={disabled} onClick={onSave}>
      Save the answer
    </Button>
  </Group>
);

const OwnAnswer = ({ id, onClose, onSaved }: AnswerDialogProps & { id: FlexifitQuestionId }) => {
  const trpc = useTRPC();
  const me = useQuery(trpc.portal.me.queryOptions());
  const facts = useQuery(trpc.portal.facts.queryOptions());
  const flexifit = useQuery(trpc.catalog.flexifitQuestions.queryOptions());
  const sources = useSources(me.data?.timeZone ?? 'Asia/Kolkata');
  const [draft, setDraft] = useState<{ value: unknown } | null>(null);
  const [issues, setIssues] = useState<AnswerIssue[]>([]);
  const save = useMutation(
    trpc.portal.saveAnswers.mutationOptions({
      onSuccess: ({ versionId }) => {
        onSaved(versionId);
        onClose();
      },
      onError: (error) =>
        setIssues(
          errorData(error).issues.map((issue) => ({ ...issue, path: issue.path.replace(/^answers\./, '') })),
        ),
    }),
  );
  const question = flexifit.data?.questions.find((one) => one.id === id);
  if (sources === null || question === undefined || flexifit.data === undefined || facts.data === undefined) {
    return <Text c="dimmed">Loading the question…</Text>;
  }
  const submit = () => {
    if (draft === null) return;
    const found = answerIssues({ [id]: draft.value });
    setIssues(found);
    if (found.length > 0) return;
    save.mutate({
      answers: { [id]: draft.value ?? null },
    });
  };
  return (
    <QuestionSourcesProvider value={sources}>
      <FlexifitField
        question={question}
        unsaid={flexifit.data.unsaid}
        value={draft === null ? facts.data.answers[id] : draft.value}
        onChange={(value) => setDraft({ value })}
        issues={issues}
      />
      {save.isError && (
        <Alert color="red" mt={12} role="alert">
          {errorData(save.error).message}
        </Alert>
      )}
      <Save busy={save.isPending} disabled={draft === null} onSave={submit} onClose={onClose} />
    </QuestionSourcesProvider>
  );
};

const ScreeningAnswer = ({
  mirror,
  question,
  onClose,
  onSaved,
}: AnswerDialogProps & { question: MirrorView['questions'][number] }) => {
  const [answer, setAnswer] = useState(question.answer ?? '');
  const save = useMutation(
    useTRPC().portal.answerScreening.mutationOptions({
      onSuccess: () => {
        onSaved(null);
        onClose();
      },
    }),
  );
  const send = () =>
    save.mutate({
      candidacyId: mirror.application.candidacyId,
      questionId: question.id,
      answer: answer === '' ? null : answer,
    });
  return (
    <>
      <Text fw={600} mb={8}>
        {question.text}
      </Text>
      {question.kind === 'yes_no' ? (
        <SegmentedControl
          fullWidth
          aria-label={question.text}
          data={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            { value: '', label: 'Prefer not to say' },
          ]}
          value={answer}
          onChange={setAnswer}
        />
      ) : (
        <>
          <Textarea
            aria-label={question.text}
            autosize
            minRows={3}
            value={answer}
            onChange={(event) => setAnswer(event.currentTarget.value)}
            error={save.isError && errorData(save.error).issues[0]?.message}
          />
          <LetterCount value={answer} most={SCREENING_ANSWER_LENGTH} />
        </>
      )}
      {save.isError && (
        <Alert color="red" mt={12} role="alert">
          {errorData(save.error).message}
        </Alert>
      )}
      <Save
        busy={save.isPending}
        disabled={answer === (question.answer ?? '')}
        onSave={send}
        onClose={onClose}
      />
    </>
  );
};
