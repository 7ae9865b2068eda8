'use client';
import { Alert, Badge, Button, Paper, Text, UnstyledButton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconCheck, IconCloudCheck, IconCloudX, IconPencil, IconPointFilled } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { JobForEditing } from '@/domain/jobs/schema';
import { errorData, useTRPC, useTRPCClient } from '@/trpc/client';
import { PageSkeleton } from '@/ui/page-skeleton';
import { answerWords } from '@/ui/questions/answer-words';
import { QuestionField } from '@/ui/questions/question-field';
import { QuestionSourcesProvider } from '@/ui/questions/sources';
import { JOB_STATE_LOOK } from '@/ui/shell/job-state';
import { EmployerShell } from '../../../employer-shell';
import { useMember } from '../../../member';
import { QueryFailed } from '../../../query-state';
import { JobMenu } from '../job-menu';
import classes from './edit.module.css';
import { Readiness } from './readiness';
import { useDraft, type SaveState } from './use-draft';
import { jobHref } from '../../../routes';

/** The job form: a group of questions at a time, saved as it is typed. */
export const EditJobScreen = ({ jobId }: { jobId: string }) => {
  const trpc = useTRPC();
  const job = useQuery(trpc.jobs.forEditing.queryOptions({ jobId }, { staleTime: Infinity, gcTime: 0 }));
  if (job.isError) {
    return (
      <EmployerShell>
        <QueryFailed error={job.error} what="This job" onRetry={() => void job.refetch()} />
      </EmployerShell>
    );
  }
  if (job.data === undefined) {
    return (
      <EmployerShell>
        <PageSkeleton />
      </EmployerShell>
    );
  }
  return <JobForm key={jobId} job={job.data} />;
};

const Saved = ({ save }: { save: SaveState }) => {
  const member = useMember();
  const time = (at: Date) =>
    new Intl.DateTimeFormat('en-IN', {
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
      timeZone: member.timeZone,
    }).format(at);
  const words = {
    saved: () => `Saved ${save.kind === 'saved' ? time(save.at) : ''}`,
    pending: () => 'Kept on this device',
    saving: () => 'Saving…',
    failed: () => 'Not saved, kept on this device',
  }[save.kind]();
  return (
    <Text
      size="sm"
      c={save.kind === 'failed' ? 'red' : 'dimmed'}
      className={classes.saved}
      component="output"
    >
      {save.kind === 'failed' ? <IconCloudX size={17} /> : <IconCloudCheck size={17} />}
      <span className={classes.savedWords}>{words}</span>
    </Text>
  );
};

const useSources = (draft: JobForEditing['draft']) => {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const member = useMember();
  const { data } = useQuery(trpc.catalog.jobQuestions.queryOptions());
  const roleId = typeof draft.role === 'string' ? draft.role : '';
  const suggestions = useQuery(trpc.catalog.roleSuggestions.queryOptions({ roleId }));
  const ids = useMemo(
    () =>
      [draft.must_have_skills, draft.nice_to_have_skills]
        .flatMap((list) => (Array.isArray(list) ? (list as { skillId?: unknown }[]) : []))
        .flatMap(({ skillId }) => (typeof skillId === 'string' ? [skillId] : []))
        .sort(),
    [draft.must_have_skills, draft.nice_to_have_skills],
  );
  const names = useQuery(trpc.catalog.namedSkills.queryOptions({ ids }, { placeholderData: (last) => last }));
  const skillNames = useMemo(
    () => new Map((names.data ?? []).map((skill) => [skill.id, skill.name])),
    [names.data],
  );
  const sources = useMemo(
    () =>
      data === undefined
        ? null
        : {
            roles: data.roles,
            industries: data.industries,
            languages: data.languages,
            currencies: data.currencies,
            skillNames,
            // A must-have is not suggested a second time as a nice-to-have.
            suggestedSkills: (suggestions.data?.skills ?? []).filter(({ id }) => !ids.includes(id)),
            searchSkills: (query: string) => client.catalog.searchSkills.query({ query }),
            searchPlaces: (query: string) => client.catalog.searchPlaces.query({ query, country: null }),
            homeZone: member.timeZone,
            homeCurrency: 'INR',
            secondZone: { timeZone: 'Asia/Kolkata', label: 'India' },
          },
    [data, ids, skillNames, suggestions.data, client, member.timeZone],
  );
  return { sources, reasons: suggestions.data?.reasons ?? {}, form: data };
};

const JobForm = ({ job }: { job: JobForEditing }) => {
  const member = useMember();
  const router = useRouter();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { draft, issues, setIssues, readiness, save, change, flush, revision } = useDraft(job);
  const { sources, reasons, form } = useSources(draft);
  const [open, setOpen] = useState<string>('role');
  const column = useRef<HTMLDivElement>(null);
  const readOnly = !member.may('job:write') || job.state === 'archived';
  const publish = useMutation(
    trpc.jobs.publish.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries();
        router.push(jobHref(job.id));
      },
    }),
  );

  /** The group above folds at the same time, which moves this one: its head stays in sight and has the focus. */
  const openGroup = (groupId: string) => {
    flushSync(() => setOpen(groupId));
    const head = column.current?.querySelector<HTMLElement>(`[data-group="${groupId}"] button`);
    head?.focus({ preventScroll: true });
    head?.scrollIntoView({ block: 'nearest' });
  };
  const openQuestion = (questionId: string) => {
    const question = form?.questions.find(({ id }) => id === questionId);
    if (question === undefined) return;
    // Drawn at once, so that the field is there to be scrolled to and focused.
    flushSync(() => setOpen(question.group));
    const field = column.current?.querySelector<HTMLElement>(`[data-question="${questionId}"]`);
    field?.scrollIntoView({ block: 'center' });
    field
      ?.querySelector<HTMLElement>('input, button, textarea, [tabindex="0"]')
      ?.focus({ preventScroll: true });
  };

  const title = typeof draft.title === 'string' && draft.title.trim() !== '' ? draft.title : 'Untitled job';
  const look = JOB_STATE_LOOK[job.state];
  const doPublish = async () => {
    if (!(await flush())) return;
    publish.mutate(
      { jobId: job.id, revision: revision() },
      {
        onError: (error) => {
          const { issues: found } = errorData(error);
          if (found.length === 0) return;
          setIssues(found);
          openQuestion(found[0]?.path.split('.')[0] ?? 'title');
        },
      },
    );
  };
  const failure = publish.isError ? errorData(publish.error) : null;
  const groups = form?.groups ?? [];

  return (
    <EmployerShell
      left={
        <>
          <h1 className={`fb-display ${classes.heading}`} title={title}>
            {title}
          </h1>
          <Badge color={look.color}>{look.label}</Badge>
          <Saved save={save} />
        </>
      }
      actions={
        !readOnly && (
          <>
            <JobMenu jobId={job.id} state={job.state} />
            <Button onClick={() => void doPublish()} loading={publish.isPending || publish.isSuccess}>
              {job.state === 'draft' ? 'Publish' : 'Publish changes'}
            </Button>
          </>
        )
      }
    >
      <div className={classes.page}>
        <div className={classes.column} ref={column}>
          {save.kind === 'failed' && (
            <Alert color="red" mb={12} role="alert" title={save.conflict ? 'Changed meanwhile' : 'Not saved'}>
              {save.message}{' '}
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => (save.conflict ? window.location.reload() : void flush())}
              >
                {save.conflict ? 'Load theirs' : 'Try again'}
              </Button>
            </Alert>
          )}
          {failure !== null && (
            <Alert color="red" mb={12} role="alert" title="Not published">
              {failure.message}
            </Alert>
          )}
          {sources !== null && (
            <QuestionSourcesProvider value={sources}>
              <Paper>
                {groups.map((group, index) => {
                  const questions = (form?.questions ?? []).filter((question) => question.group === group.id);
                  const wrong = issues.filter(({ path }) =>
                    questions.some(({ id }) => path === id || path.startsWith(`${id}.`)),
                  ).length;
                  const summary =
                    sources === null
                      ? ''
                      : questions
                          .filter(({ kind }) => kind !== 'long_text' && kind !== 'role')
                          .map((question) => answerWords(question, draft[question.id], sources))
                          .filter((words) => words !== '')
                          .join(', ');
                  const isOpen = open === group.id;
                  const next = groups[index + 1];
                  return (
                    <section
                      key={group.id}
                      className={classes.group}
                      data-group={group.id}
                      data-open={isOpen || undefined}
                    >
                      <h2 style={{ margin: 0, fontSize: 'inherit' }}>
                        <UnstyledButton
                          className={classes.fold}
                          aria-expanded={isOpen}
                          onClick={() => (isOpen ? setOpen('') : openGroup(group.id))}
                        >
                          {wrong > 0 ? (
                            <IconPointFilled size={16} color="var(--fb-brick)" />
                          ) : summary === '' ? (
                            <IconPointFilled size={16} color="var(--fb-line-strong)" />
                          ) : (
                            <IconCheck size={16} color="var(--fb-action)" />
                          )}
                          <span className={classes.label}>{group.label}</span>
                          <Text
                            span
                            size="sm"
                            c={wrong > 0 ? 'red' : 'dimmed'}
                            className={`fb-grow ${classes.summary}`}
                          >
                            {wrong > 0
                              ? `${wrong} ${wrong === 1 ? 'answer needs' : 'answers need'} another look`
                              : isOpen
                                ? group.help
                                : summary || group.help}
                          </Text>
                          {!isOpen && <IconPencil size={16} aria-hidden="true" />}
                        </UnstyledButton>
                      </h2>
                      {isOpen && (
                        <div className={classes.body}>
                          {questions.map((question) => (
                            <div key={question.id} data-question={question.id}>
                              <QuestionField
                                question={question}
                                value={draft[question.id]}
                                onChange={(value) => change({ [question.id]: value })}
                                issues={issues}
                                reason={reasons[question.id]}
                                disabled={readOnly}
                              />
                            </div>
                          ))}
                          <div className={classes.foot}>
                            {next !== undefined && (
                              <Button variant="default" onClick={() => openGroup(next.id)}>
                                Next: {next.label}
                              </Button>
                            )}
                          </div>
                        </div>
                      )}
                    </section>
                  );
                })}
              </Paper>
            </QuestionSourcesProvider>
          )}
        </div>
        <aside className={classes.meter}>
          <Readiness readiness={readiness} onOpen={openQuestion} />
        </aside>
      </div>
    </EmployerShell>
  );
};
