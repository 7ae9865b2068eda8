'use client';
import { Alert, Button, Group, Paper, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { EditableProfile } from '@/domain/candidates/schema/editable';
import type { BoardJob } from '@/domain/jobs/schema/posting';
import type { ApplicationView } from '@/domain/pipeline/schema/application';
import { errorData, useTRPC } from '@/trpc/client';
import { FlexifitField } from '@/ui/questions/flexifit-field';
import type { AnswerIssue } from '@/ui/questions/question-meta';
import { QuestionSourcesProvider } from '@/ui/questions/sources';
import { counted } from '@/ui/score-words';
import { keepWeek, keptWeek, paintedIn } from '@/ui/week-grid/kept-week';
import classes from './apply.module.css';
import type { PersonForm } from './person-form';
import { FactsStep } from './facts-step';
import type { HeldApplication } from './held-application';
import { JobLine } from './job-line';
import { knownShare } from './known';
import { MoreQuestions } from './more-questions';
import { PhoneBar } from './phone-bar';
import { ScreeningStep } from './screening-step';
import { SendStep } from './send-step';
import { inALine, stepOfIssue, stepsOf } from './steps';
import { useDraft, type Draft, type SaveState } from './use-draft';
import type { Upload } from './use-upload';
import { useSources } from './use-sources';
import { WeekStep } from './week-step';

const NOTHING: EditableProfile = {
  name: '',
  email: '',
  phone: null,
  place: null,
  skills: [],
  experience: [],
  education: [],
  languages: [],
  licences: [],
};

export interface ApplicationProps {
  posting: BoardJob;
  form: PersonForm;
  held: HeldApplication;
  view: ApplicationView;
  upload: Upload;
  onFile: (file: File) => Promise<void>;
  onReload: () => Promise<void>;
  onSent: () => void;
}

const savedWords = (save: SaveState): string => {
  if (save === 'saved') return 'Saved';
  if (typeof save === 'string') return 'Saving…';
  return 'Not saved yet, kept on this device';
};

/** The form: side by side where there is room, one question a step on a phone. */
export const Application = (props: ApplicationProps) => {
  const { posting, form, held, view, upload, onFile, onReload, onSent } = props;
  const trpc = useTRPC();
  const { draft, save, change, flush } = useDraft(held, view);
  const [issues, setIssues] = useState<AnswerIssue[]>([]);
  const [asking, setAsking] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const submit = useMutation(trpc.applications.submit.mutationOptions());

  const read = view.read?.profile ?? null;
  const profile = useMemo(() => ({ ...(read ?? NOTHING), ...draft.profile }), [draft.profile, read]);
  const answers = draft.answers ?? {};
  const screening = draft.screening ?? {};
  const consents = { application: false, pool: false, ...draft.consents };
  const steps = useMemo(() => stepsOf(form.questions, posting.content), [form, posting.content]);
  const at = Math.max(0, steps.ids.indexOf(draft.step ?? 'facts'));
  const step = steps.ids[at] ?? 'facts';
  const sources = useSources(form, posting.content, profile, answers['week']);
  const known = knownShare({ profile, answers, screening }, posting.content, form.questions, form.weights);

  /** Changes the draft, and forgets what was wrong with what is changed. */
  const edit = (area: string, changes: Draft, keys: readonly string[]): void => {
    change(changes);
    setIssues((now) =>
      now.filter(({ path }) => !keys.some((key) => `${path}.`.startsWith(`${area}.${key}.`))),
    );
  };
  const answer = (id: string, value: unknown): void => {
    if (id === 'week') keepWeek(paintedIn(value));
    edit('answers', { answers: { ...answers, [id]: value } }, [id]);
  };
  // What was painted on the job's page is the answer to begin with.
  const told = answers['week'] !== undefined;
  useEffect(() => {
    const painted = told ? null : keptWeek();
    if (painted !== null) change({ answers: { ...answers, week: painted } });
    // Once: who clears it here has cleared the kept one as well.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const issuesOf = (area: string): AnswerIssue[] =>
    issues
      .filter(({ path }) => path.startsWith(`${area}.`))
      .map(({ path, message }) => ({ path: path.slice(area.length + 1), message }));

  const goTo = (next: string): void => {
    flushSync(() => change({ step: next }));
    window.scrollTo({ top: 0 });
    root.current?.querySelector<HTMLElement>(`[data-step="${next}"]`)?.focus({ preventScroll: true });
  };
  const show = (found: AnswerIssue[]): void => {
    const [first] = found;
    flushSync(() => {
      setIssues(found);
      if (first !== undefined) change({ step: stepOfIssue(first.path, steps.ids) });
    });
    const wrong = [
      ...(root.current?.querySelectorAll<HTMLElement>('[aria-invalid="true"], [data-wrong]') ?? []),
    ];
    (
      wrong.find((field) => field.offsetParent !== null) ??
      root.current?.querySelector<HTMLElement>('[role="alert"]')
    )?.focus();
  };
  const sendIt = async (): Promise<void> => {
    if (view.file.state === 'received') {
      show([{ path: 'file', message: 'Your résumé is still being read. It takes a second or two.' }]);
      return;
    }
    setAsking(true);
    try {
      if (!(await flush())) {
        // What went wrong stands at the top, far from the button on a phone.
        show([]);
        return;
      }
      const told = Object.fromEntries(Object.entries(answers).filter(([, value]) => value != null));
      const { applicationId, key } = held;
      await submit.mutateAsync({
        applicationId,
        key,
        form: { profile, answers: told, screening, consents },
      });
      onSent();
    } catch (error) {
      show(errorData(error).issues);
    } finally {
      setAsking(false);
    }
  };

  const panel = (id: string, content: React.ReactNode) => (
    <section
      key={id}
      data-step={id}
      data-current={id === step || undefined}
      tabIndex={-1}
      className={classes.step}
      aria-label={nameOf(id)}
    >
      {content}
    </section>
  );
  const nameOf = (id: string): string => {
    if (id === 'facts') return read === null ? 'Your facts' : 'Check what we read';
    if (id === 'screening') return `Questions from ${posting.organizationName}`;
    if (id === 'send') return 'Last check';
    return form.questions.find((question) => question.id === id)?.label ?? id;
  };
  const nextStep = steps.ids[at + 1];
  const back = (): void => goTo(steps.ids[at - 1] ?? 'facts');
  const refusal = submit.isError ? errorData(submit.error) : null;
  // A refusal that names answers is over with the last of them.
  const failure = refusal?.issues.length === 0 ? refusal : null;

  return (
    <div ref={root} className={classes.application}>
      <PhoneBar
        title={posting.title}
        at={at}
        steps={steps.ids.length}
        saved={savedWords(save)}
        onBack={back}
        onSkip={step === 'send' || step === 'facts' ? null : () => goTo(nextStep ?? 'send')}
      />
      <header className={classes.head}>
        <div>
          <JobLine posting={posting} />
          <h1 className={`fb-display ${classes.title}`}>
            {read === null ? 'Your facts, and when you work' : 'Check what we read, then say when you work'}
          </h1>
        </div>
        <Text size="sm" c="dimmed" className={classes.saved} role="status">
          {save === 'saved' && <IconCheck size={16} color="var(--fb-action)" aria-hidden="true" />}
          {savedWords(save)}
        </Text>
      </header>
      {typeof save !== 'string' && (
        <Alert color={save.conflict ? 'honey' : 'red'} mb={12} role="alert" tabIndex={-1}>
          {save.failed}
          {save.conflict && (
            <Group mt={8}>
              <Button size="sm" variant="default" onClick={() => void onReload()}>
                Go on from the other tab’s version
              </Button>
            </Group>
          )}
        </Alert>
      )}
      {(failure !== null || issues.length > 0) && (
        <Alert color="red" mb={12} role="alert" tabIndex={-1}>
          {issues.find(({ path }) => path === 'file')?.message ??
            (issues.length > 0
              ? `${counted(issues.length, 'answer needs', 'answers need')} another look. Nothing is lost.`
              : failure?.message)}
        </Alert>
      )}
      <QuestionSourcesProvider value={sources}>
        <div className={classes.columns}>
          <div className={classes.column}>
            {panel(
              'facts',
              <FactsStep
                form={form}
                view={view}
                upload={upload}
                profile={profile}
                issues={issuesOf('profile')}
                onChange={(changes) =>
                  edit('profile', { profile: { ...draft.profile, ...changes } }, Object.keys(changes))
                }
                onFile={(file) => void flush().then((saved) => (saved ? onFile(file) : undefined))}
              />,
            )}
          </div>
          <div className={classes.column}>
            <Paper p={20} className={classes.card}>
              <Text size="sm" c="dimmed" className={classes.intro}>
                {form.intro}
              </Text>
              {steps.asked.map((question) =>
                panel(
                  question.id,
                  question.id === 'week' ? (
                    <WeekStep
                      form={form}
                      content={posting.content}
                      answers={answers}
                      needed={sources.neededWeek}
                      issues={issuesOf('answers')}
                      onAnswer={answer}
                    />
                  ) : (
                    <FlexifitField
                      question={question}
                      unsaid={form.unsaid}
                      value={answers[question.id]}
                      onChange={(value) => answer(question.id, value)}
                      issues={issuesOf('answers')}
                    />
                  ),
                ),
              )}
            </Paper>
            {steps.ids.includes('screening') &&
              panel(
                'screening',
                <ScreeningStep
                  posting={posting}
                  answers={screening}
                  unsaid={form.unsaid}
                  issues={issuesOf('screening')}
                  onAnswer={(id, value) =>
                    edit('screening', { screening: { ...screening, [id]: value } }, [id])
                  }
                />,
              )}
            {panel(
              'send',
              <>
                <MoreQuestions
                  form={form}
                  questions={steps.more}
                  answers={answers}
                  issues={issuesOf('answers')}
                  onAnswer={answer}
                />
                <SendStep
                  organizationName={posting.organizationName}
                  known={known}
                  consents={consents}
                  issue={issues.find(({ path }) => path === 'consents.application')?.message}
                  busy={asking}
                  onConsent={(next) =>
                    edit('consents', { consents: { ...consents, ...next } }, Object.keys(next))
                  }
                  onSend={() => void sendIt()}
                />
              </>,
            )}
          </div>
        </div>
      </QuestionSourcesProvider>
      <div className={classes.thumb}>
        <Button variant="default" size="md" disabled={at === 0} onClick={back}>
          Back
        </Button>
        {nextStep === undefined ? (
          <Button size="md" styles={{ root: { flex: 1 } }} loading={asking} onClick={() => void sendIt()}>
            Send application
          </Button>
        ) : (
          <Button size="md" styles={{ root: { flex: 1 } }} onClick={() => goTo(nextStep)}>
            Next: {inALine(nameOf(nextStep))}
          </Button>
        )}
      </div>
    </div>
  );
};
