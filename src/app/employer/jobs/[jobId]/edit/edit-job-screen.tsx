'use client';
import { Alert, Badge, Button, Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { JobForEditing } from '@/domain/jobs/schema';
import type { JobCriterion } from '@/domain/jobs/schema/criteria';
import { useTRPC } from '@/trpc/client';
import { PageSkeleton } from '@/ui/page-skeleton';
import { QuestionSourcesProvider } from '@/ui/questions/sources';
import { saveKind } from '@/ui/save-words';
import { Saved, WaitsForConnection } from '@/ui/saved';
import { useMember } from '../../../member';
import { QueryFailed } from '../../../query-state';
import { AdOffer } from '../../ad/ad-offer';
import { AdPanel } from '../../ad/ad-panel';
import { useAd } from '../../ad/use-ad';
import { CriteriaStatus, CriteriaSummary } from '../../criteria/criteria-summary';
import { ExplainDialog } from '../../criteria/explain-dialog';
import { showWords } from '../../criteria/show-words';
import { useCriteria } from '../../criteria/use-criteria';
import { JobMenu } from '../job-menu';
import { JobShell, useJob } from '../job-shell';
import classes from './edit.module.css';
import { Readiness } from './readiness';
import { RelaxPanel } from './relax-panel';
import { QuestionGroup } from './question-group';
import { useDraft } from './use-draft';
import { useJobForm } from './use-job-form';
import { usePublish } from './use-publish';

/** The job form: a group of questions at a time, saved as it is typed. */
export const EditJobScreen = ({ jobId }: { jobId: string }) => {
  const trpc = useTRPC();
  const job = useQuery(trpc.jobs.forEditing.queryOptions({ jobId }, { staleTime: Infinity, gcTime: 0 }));
  if (job.isError) {
    return (
      <JobShell jobId={jobId} page="edit">
        <QueryFailed error={job.error} what="This job" onRetry={() => void job.refetch()} />
      </JobShell>
    );
  }
  if (job.data === undefined) {
    return (
      <JobShell jobId={jobId} page="edit">
        <PageSkeleton />
      </JobShell>
    );
  }
  return <JobForm key={jobId} job={job.data} />;
};

const isEmpty = (answer: unknown): boolean =>
  answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);

const JobForm = ({ job }: { job: JobForEditing }) => {
  const member = useMember();
  const { draft, issues, setIssues, readiness, changed, save, held, change, flush, revision } = useDraft(job);
  const { sources, reasons, form } = useJobForm(draft);
  const ad = useAd(job.id, draft, change);
  const [open, setOpen] = useState<string>('role');
  const column = useRef<HTMLDivElement>(null);
  // What the menu did since the form was loaded, which keeps what is typed.
  const state = useJob(job.id).job?.state ?? job.state;
  const readOnly = !member.may('job:write') || state === 'archived';
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

  const showCriterion = (criterion: JobCriterion) => {
    const [questionId = 'title'] = criterion.path.split('.');
    openQuestion(questionId);
    showWords(column.current?.querySelector(`[data-question="${questionId}"]`), criterion);
  };

  const title = typeof draft.title === 'string' && draft.title.trim() !== '' ? draft.title : 'Untitled job';
  const found = useCriteria(draft);
  const criteria = readOnly ? [] : found;
  const publish = usePublish({
    jobId: job.id,
    draft,
    ready: readiness.ok && issues.length === 0,
    flush,
    revision,
    onIssues: (wrong) => {
      setIssues(wrong);
      openQuestion(wrong[0]?.path.split('.')[0] ?? 'title');
    },
  });
  const { failure } = publish;
  const groups = form?.groups ?? [];
  // Whether what was just typed is a change is known once it is saved; publishing saves it first.
  const isBare = isEmpty(draft.description) && isEmpty(draft.must_have_skills);
  const adReasons = Object.fromEntries(
    (form?.questions ?? []).map(({ id }) => [id, ad.reasonOf(id, reasons[id]) ?? null]),
  );
  const kept = saveKind(save, held);
  const time = new Intl.DateTimeFormat('en-IN', {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: member.timeZone,
  });
  const nothingNew = state !== 'draft' && !changed && save.kind === 'saved';

  return (
    <JobShell
      jobId={job.id}
      page="edit"
      title={title}
      state={state}
      aside={changed && <Badge color="honey">Unpublished changes</Badge>}
      actions={
        member.may('job:write') && (
          <>
            <Saved kind={kept} time={save.kind === 'saved' ? time.format(save.at) : undefined} />
            <JobMenu jobId={job.id} state={state} promoted={job.promoted} />
            {!readOnly && (
              <Button onClick={() => void publish.start()} loading={publish.pending} disabled={nothingNew}>
                {state === 'draft' ? 'Publish' : 'Publish changes'}
              </Button>
            )}
          </>
        )
      }
    >
      <div className={classes.page}>
        <div className={classes.column} ref={column}>
          <CriteriaStatus criteria={criteria} />
          <WaitsForConnection kind={kept} />
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
          {!readOnly && ad.state === null && state === 'draft' && isBare && <AdOffer onRead={ad.paste} />}
          {!readOnly && (
            <AdPanel
              ad={ad}
              labelOf={(id) => form?.questions.find((question) => question.id === id)?.label ?? id}
              onOpen={openQuestion}
            />
          )}
          {sources !== null && (
            <QuestionSourcesProvider value={sources}>
              <Paper>
                {groups.map((group, index) => (
                  <QuestionGroup
                    key={group.id}
                    group={group}
                    questions={(form?.questions ?? []).filter((question) => question.group === group.id)}
                    next={groups[index + 1]}
                    draft={draft}
                    issues={issues}
                    reasons={adReasons}
                    criteria={criteria}
                    isOpen={open === group.id}
                    readOnly={readOnly}
                    onShow={showCriterion}
                    onOpen={openGroup}
                    onFold={() => setOpen('')}
                    onChange={change}
                  />
                ))}
              </Paper>
            </QuestionSourcesProvider>
          )}
        </div>
        <aside className={classes.meter}>
          <CriteriaSummary criteria={criteria} onShow={showCriterion} />
          <RelaxPanel jobId={job.id} draft={draft} readOnly={readOnly} onChange={change} />
          <Readiness readiness={readiness} onOpen={openQuestion} />
        </aside>
      </div>
      {publish.asking !== null && (
        <ExplainDialog
          criteria={publish.asking}
          reason={publish.reason}
          onReason={publish.setReason}
          pending={publish.pending}
          problem={publish.problem}
          onPublish={publish.confirm}
          onChangeText={() => {
            const [first] = publish.asking ?? [];
            flushSync(publish.close);
            if (first !== undefined) showCriterion(first);
          }}
          onClose={publish.close}
        />
      )}
    </JobShell>
  );
};
