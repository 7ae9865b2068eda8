'use client';
import { Button, Group, Paper, Progress, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus, IconStar, IconUpload } from '@tabler/icons-react';
import Link from 'next/link';
import { useTRPC } from '@/trpc/client';
import { Band } from '@/ui/band';
import { EmptyState } from '@/ui/empty-state';
import { PersonAvatar } from '@/ui/person-avatar';
import { ScoreRange } from '@/ui/score-range';
import { displayName } from '@/ui/review/words';
import { rangeWords, wholePoints } from '@/ui/score-words';
import type { TodayView } from '@/domain/pipeline/schema/today';
import { AnswerList } from './answer-list';
import { ContestList } from './contest-list';
import { EmployerShell } from './employer-shell';
import { JobsTable } from './jobs/jobs-table';
import { Ago } from './ago';
import { useMember } from './member';
import { QueryFailed } from './query-state';
import classes from './today.module.css';
import { plural, sentenceNumber } from './words';
import { importHref, jobHref } from './routes';

const POLL_MS = 4000;

const Decisions = ({ decisions }: { decisions: TodayView['decisions'] }) => (
  <Paper component="ul" className={classes.list}>
    {decisions.map((job, index) => (
      <li key={job.jobId} className={classes.decision} data-first={index === 0 || undefined}>
        <IconStar size={20} stroke={1.6} aria-hidden="true" className={classes.icon} />
        <div className="fb-grow">
          <Text fw={650}>{job.title}</Text>
          <Text size="sm" c="dimmed">
            {plural(job.strong, 'strong match waits', 'strong matches wait')}, {job.strong > 1 && 'the best '}
            {displayName(job.best)} with {wholePoints(job.best.expected, job.best.bands)}. The oldest came{' '}
            <Ago at={job.oldest} />.
          </Text>
        </div>
        <Button
          component={Link}
          href={jobHref(job.jobId)}
          variant={index === 0 ? 'filled' : 'default'}
          aria-label={`Review ${job.strong} for ${job.title}`}
        >
          Review {job.strong}
        </Button>
      </li>
    ))}
  </Paper>
);

const Fresh = ({ fresh }: { fresh: TodayView['fresh'] }) => (
  <section>
    <Title order={3} mb={8}>
      Fresh strong matches
    </Title>
    <Paper component="ul" className={classes.list}>
      {fresh.map((match) => (
        <li key={`${match.jobId}:${match.candidateId}`}>
          <Link href={jobHref(match.jobId, match.candidateId)} className={classes.fresh}>
            <PersonAvatar name={match.name ?? match.code} masked={match.name === null} />
            <span className="fb-grow">
              <Text fw={600} truncate>
                {displayName(match)}
              </Text>
              <Text size="xs" c="dimmed" truncate>
                {match.jobTitle}
              </Text>
            </span>
            <span className={classes.score}>
              <span>
                <Band band={match.band} />
                <b className="fb-display">{wholePoints(match.expected, match.bands)}</b>
              </span>
              <span>
                <Text size="xs" c="dimmed">
                  {rangeWords(match.low, match.high, match.bands)}
                </Text>
                <ScoreRange {...match} width={54} />
              </span>
            </span>
          </Link>
        </li>
      ))}
    </Paper>
    <Text size="xs" c="dimmed" mt={8}>
      Names stay masked until a person applies or you shortlist them.
    </Text>
  </section>
);

const UnderWay = ({ running, receiving }: Pick<TodayView, 'running' | 'receiving'>) => (
  <>
    {running.map((run) => (
      <Paper key={run.jobId} p={16} role="status">
        <Text fw={600}>Ranking {run.title}</Text>
        <Progress
          mt={8}
          value={Math.max(6, (100 * run.chunksDone) / run.chunks)}
          aria-label={`Ranking ${run.title}`}
        />
        <Text size="sm" c="dimmed" mt={8}>
          The old ranking stays until this one is done.
        </Text>
      </Paper>
    ))}
    {receiving.map((item) => (
      <Paper key={item.id} p={16}>
        <Text fw={600}>Reading {plural(item.total, 'résumé', 'résumés')}</Text>
        <Text size="sm" c="dimmed">
          Started <Ago at={item.createdAt} />.{' '}
          <Link className="fb-link" href={importHref(item.id)}>
            See how far it is
          </Link>
        </Text>
      </Paper>
    ))}
  </>
);

/** What needs a person today, the jobs, and what moves on its own. */
export const TodayScreen = () => {
  const member = useMember();
  const trpc = useTRPC();
  const todayQuery = useQuery(
    trpc.pipeline.today.queryOptions(undefined, {
      refetchInterval: ({ state }) =>
        (state.data?.running.length ?? 0) + (state.data?.receiving.length ?? 0) > 0 ? POLL_MS : false,
    }),
  );
  const jobs = useQuery(trpc.jobs.list.queryOptions({}));
  const first = member.name.split(' ')[0] ?? member.name;
  const view = todayQuery.data;
  const actions = member.may('job:write') && (
    <Button component={Link} href="/employer/jobs/new" leftSection={<IconPlus size={16} />}>
      New job
    </Button>
  );
  if (todayQuery.isError || jobs.isError) {
    return (
      <EmployerShell left={member.organizationName}>
        <QueryFailed
          error={todayQuery.error ?? jobs.error}
          what="Today"
          onRetry={() => void Promise.all([todayQuery.refetch(), jobs.refetch()])}
        />
      </EmployerShell>
    );
  }
  const contests = view?.contests ?? [];
  const answers = view?.answers ?? [];
  const decisions = view?.decisions ?? [];
  const more = (view?.decisionsInAll ?? 0) - decisions.length;
  const count = contests.length + answers.length + decisions.length + more;
  return (
    <EmployerShell left={<Text c="dimmed">{member.organizationName}</Text>} actions={actions}>
      {jobs.data?.length === 0 ? (
        <EmptyState
          title={`Welcome, ${first}`}
          icon={<IconStar size={36} stroke={1.3} />}
          actions={
            member.may('job:write') && (
              <>
                <Button
                  component={Link}
                  href="/employer/jobs/new"
                  size="sm"
                  leftSection={<IconPlus size={16} />}
                >
                  Post your first job
                </Button>
                <Button
                  component={Link}
                  href="/employer/imports/new"
                  size="sm"
                  variant="default"
                  leftSection={<IconUpload size={16} />}
                >
                  Import résumés
                </Button>
              </>
            )
          }
        >
          Post a job and say which hours it needs. We rank the people you bring, and say why each stands where
          they stand.
        </EmptyState>
      ) : (
        <div className={classes.page}>
          <div className={classes.main}>
            <Title order={1}>
              {count === 0
                ? `Nothing needs you, ${first}`
                : `${sentenceNumber(count)} ${count === 1 ? 'thing needs' : 'things need'} you, ${first}`}
            </Title>
            <Text c="dimmed" mt={4} mb={20}>
              Everything else is moving on its own.
            </Text>
            {contests.length > 0 && <ContestList contests={contests} />}
            {answers.length > 0 && <AnswerList answers={answers} />}
            {decisions.length > 0 && <Decisions decisions={decisions} />}
            {more > 0 && (
              <Text size="sm" mt={8}>
                <Link className="fb-link" href="/employer/jobs?state=open">
                  and {plural(more, 'more job', 'more jobs')}
                </Link>
              </Text>
            )}
            <Group justify="space-between" mt={28} mb={8}>
              <Title order={3}>Jobs</Title>
              <Link className="fb-link" href="/employer/jobs">
                All jobs
              </Link>
            </Group>
            <JobsTable jobs={(jobs.data ?? []).slice(0, 8)} />
          </div>
          <aside className={classes.aside}>
            {view !== undefined && <UnderWay running={view.running} receiving={view.receiving} />}
            {view !== undefined && view.fresh.length > 0 && <Fresh fresh={view.fresh} />}
          </aside>
        </div>
      )}
    </EmployerShell>
  );
};
