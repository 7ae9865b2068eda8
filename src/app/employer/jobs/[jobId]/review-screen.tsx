'use client';
import { Alert, Button, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconUpload, IconUsers } from '@tabler/icons-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Factor } from '@/domain/scoring/schema';
import { useTRPC } from '@/trpc/client';
import { EmptyState } from '@/ui/empty-state';
import { ListSkeleton } from '@/ui/page-skeleton';
import { AnswersList } from '@/ui/review/answers-list';
import { BulkBar, KeyBar, ThumbBar } from '@/ui/review/bottom-bars';
import { ComputingBanner } from '@/ui/review/computing-banner';
import { ContestPanel } from '@/ui/review/contest-panel';
import { FilterBar } from '@/ui/review/filter-bar';
import { GroupTabs } from '@/ui/review/group-tabs';
import { KeySheet, keysOf } from '@/ui/review/key-sheet';
import { PersonHeader } from '@/ui/review/person-header';
import { PhoneSummary } from '@/ui/review/phone-summary';
import { RankedList } from '@/ui/review/ranked-list';
import { RejectDialog } from '@/ui/review/reject-dialog';
import { ResumeReader } from '@/ui/review/resume-reader';
import { ReviewLayout, type ReviewTab } from '@/ui/review/review-layout';
import { UndoToast } from '@/ui/review/undo-toast';
import { useReviewKeys } from '@/ui/review/use-review-keys';
import { WhyPanel } from '@/ui/review/why-panel';
import { displayName } from '@/ui/review/words';
import { JobSwitch } from '@/ui/shell/job-switch';
import { ShellTabs } from '@/ui/shell/shell-tabs';
import { dayMinutes } from '../day-minutes';
import { EmployerShell } from '../../employer-shell';
import { useMember } from '../../member';
import { QueryFailed, SignedOut } from '../../query-state';
import { plural } from '../../words';
import { JobMenu } from './job-menu';
import { ScreeningAnswers } from './screening-answers';
import { listed, whoOf } from './decisions';
import { useAsk } from './use-ask';
import { useReview } from './use-review';
import { editJobHref, jobHref, newImportHref, personHref } from '../../routes';

const MOVED: Partial<Record<string, string>> = {
  shortlisted: 'Shortlisted',
  rejected: 'Rejected',
};

/** Deciding on people: the ranked list, the résumé, and why each stands where they stand. */
export const ReviewScreen = ({ jobId }: { jobId: string }) => {
  const member = useMember();
  const router = useRouter();
  const trpc = useTRPC();
  const jobs = useQuery(trpc.jobs.list.queryOptions({}));
  const review = useReview(jobId);
  const ask = useAsk(jobId);
  // Where list and person take turns, nobody is open until somebody is chosen.
  const sideBySide = useMediaQuery('(min-width: 900px)', true);
  const { view, setView, ranking, rows, match } = review;
  const [selection, setChecked] = useState<ReadonlySet<string>>(new Set());
  const checked = listed(selection, rows);
  const [activeFactor, setActiveFactor] = useState<Factor | null>(null);
  const [tab, setTab] = useState<ReviewTab>('why');
  const [rejecting, setRejecting] = useState<readonly string[] | null>(null);
  const [keys, setKeys] = useState(false);
  const mayDecide = member.may('candidacy:decide');
  const openId = review.selected?.candidateId ?? null;
  const shown = match.data;

  const decide: typeof review.decide = (...move) => {
    ask.forgetLast();
    review.decide(...move);
  };
  const askFor = (ids: readonly string[], questionId: string | null = null) => {
    const people = ids.map((candidateId) => {
      const row = rows.find((one) => one.candidateId === candidateId);
      return { candidateId, who: row === undefined ? 'this person' : displayName(row) };
    });
    if (mayDecide && people.length > 0) ask.ask(people, questionId);
  };
  const check = (id: string, on: boolean) =>
    setChecked((now) => {
      const next = new Set(now);
      if (on) next.add(id);
      else next.delete(id);
      return next;
    });
  const shortlist = (ids: readonly string[]) => {
    const undecided = ids.filter((id) => rows.find((row) => row.candidateId === id)?.stage !== 'shortlisted');
    if (mayDecide && undecided.length > 0) decide(undecided, 'shortlisted');
    setChecked(new Set());
  };
  /** `u` takes back what was asked last, then the newest decision of this visit, else what the open person's Undo button would. */
  const mayTakeBack =
    mayDecide &&
    shown !== undefined &&
    shown.person.stage !== 'new' &&
    shown.person.stage !== 'withdrawn' &&
    shown.person.lastEventId !== null;
  const undo = () => {
    if (ask.last !== null) ask.undoLast();
    else if (!review.undoLast() && mayTakeBack && shown.person.candidateId === openId)
      review.takeBack(openId);
  };
  const startReject = (ids: readonly string[]) => {
    if (mayDecide && ids.length > 0) setRejecting(ids);
  };
  /** Where only one pane fits, a bar that is pressed opens the résumé at its passage. */
  const activate = (factor: Factor) => {
    setActiveFactor(factor);
    if (shown?.factors.find((view) => view.factor === factor)?.evidence.length) setTab('resume');
  };
  const current = openId === null ? [] : [openId];
  const targets = checked.size > 0 ? [...checked] : current;
  useReviewKeys(
    {
      onNext: () => review.step(1),
      onPrevious: () => review.step(-1),
      onShortlist: () => shortlist(targets),
      onReject: () => startReject(targets),
      onUndo: undo,
      onAsk: () => askFor(current),
      onSelect: () => openId !== null && check(openId, !checked.has(openId)),
      onShowKeys: () => setKeys(true),
    },
    rejecting === null && !keys,
  );

  const job = jobs.data?.find(({ id }) => id === jobId);
  const shellLeft = job && (
    <JobSwitch
      job={{ ...job, href: jobHref(job.id) }}
      coreMinutes={job.coreHours === null ? null : dayMinutes(job.coreHours.grid)}
      others={(jobs.data ?? [])
        .filter(({ id, state }) => id !== jobId && state !== 'draft')
        .map((other) => ({ ...other, href: jobHref(other.id) }))}
    />
  );
  const tabs = (
    <ShellTabs
      label="This job"
      path={jobHref(jobId)}
      tabs={[
        { href: jobHref(jobId), label: 'Review', count: job?.ranked ?? 0 },
        { href: editJobHref(jobId), label: 'Job' },
      ]}
    />
  );
  const importLink = newImportHref(jobId);
  const mayImport = member.may('candidate:write');
  const actions = (
    <>
      {job !== undefined && member.may('job:write') && <JobMenu jobId={jobId} state={job.state} />}
      {mayImport && (
        <Button component={Link} href={importLink} variant="default" leftSection={<IconUpload size={16} />}>
          Import résumés
        </Button>
      )}
    </>
  );

  if (ranking.isError && ranking.data === undefined) {
    return (
      <EmployerShell left={shellLeft} tabs={tabs}>
        <QueryFailed error={ranking.error} what="The ranking" onRetry={() => void ranking.refetch()} />
      </EmployerShell>
    );
  }
  const data = ranking.data;
  const filtered = view.bands.length > 0 || view.min > 0 || view.stage !== 'open';
  const nobody = data?.computing ? (
    <EmptyState compact title="Matches are being computed" icon={<IconUsers size={32} stroke={1.3} />}>
      The list fills by itself; you can leave this page.
    </EmptyState>
  ) : filtered ? (
    <EmptyState
      compact
      title="Nobody fits these filters"
      actions={
        <Button variant="default" onClick={() => void setView({ bands: [], min: 0, stage: 'open' })}>
          Clear filters
        </Button>
      }
    >
      {plural(data?.unfiltered ?? 0, 'person is', 'people are')} in this group without them.
    </EmptyState>
  ) : (
    <EmptyState
      compact
      title={view.group === 'ranked' ? 'Nobody to rank yet' : 'Nobody here'}
      icon={<IconUsers size={32} stroke={1.3} />}
      actions={
        view.group === 'ranked' &&
        mayImport && (
          <Button component={Link} href={importLink} leftSection={<IconUpload size={16} />}>
            Import résumés
          </Button>
        )
      }
    >
      {view.group === 'ranked'
        ? 'Bring the people you already have; each is ranked, with the reasons.'
        : 'People come here when a fact is missing or a must-have is not met. Nobody is rejected by a score.'}
    </EmptyState>
  );
  const newest = review.newest?.moves ?? [];
  const decision = shown && {
    person: shown.person,
    onShortlist: () => shortlist(current),
    onReject: () => startReject(current),
    onUndo: () => {
      ask.forgetLast();
      if (openId !== null) review.takeBack(openId);
    },
    undoKey: newest.every(({ candidateId }) => candidateId === openId),
    busy: shown.person.candidateId !== openId || review.moving.has(openId),
    mayDecide,
  };
  /** The job's own questions are answered here, the others on the person's page; only of the organisation's people. */
  const fillIn = (questionId: string) => {
    if (questionId.startsWith('screening:')) setTab('answers');
    else if (shown !== undefined) router.push(personHref(shown.person.candidateId));
  };

  return (
    <EmployerShell fixed left={shellLeft} tabs={tabs} actions={actions} onShowKeys={() => setKeys(true)}>
      <ReviewLayout
        listHead={
          <>
            <GroupTabs
              group={view.group}
              counts={data?.counts ?? { ranked: 0, needs_information: 0, misses_must_have: 0 }}
              onChange={(group) => {
                void setView({ group, person: null });
                setChecked(new Set());
              }}
            />
            <FilterBar
              filter={{ bands: view.bands, minimumScore: view.min, stage: view.stage }}
              onChange={({ bands, minimumScore, stage }) =>
                void setView({ bands: [...bands], min: minimumScore, stage })
              }
            />
            {data?.computing && <ComputingBanner {...data.computing} hasRanking={data.runId !== null} />}
            {data?.failed && (
              <Alert color="red" m={12}>
                The last ranking did not finish. The one shown is older; publish the job again to rank anew.
              </Alert>
            )}
            {ask.problem !== null && (
              <Alert color="red" m={12} withCloseButton onClose={ask.clearProblem} role="alert">
                {ask.problem}
              </Alert>
            )}
            {review.signedOut && <SignedOut />}
            {review.problem !== null && !review.signedOut && (
              <Alert color="red" m={12} withCloseButton onClose={review.clearProblem} role="alert">
                {review.problem}
              </Alert>
            )}
          </>
        }
        list={
          data === undefined ? (
            <ListSkeleton rows={8} rowHeight={78} />
          ) : (
            <RankedList
              rows={rows}
              openId={openId}
              onOpen={(id) => {
                // Where the person takes the list's place, Back leads to the list again.
                if (sideBySide) review.open(id);
                else void setView({ person: id }, { history: 'push' });
                setActiveFactor(null);
              }}
              checked={checked}
              onCheck={check}
              empty={nobody}
            />
          )
        }
        bulkBar={
          checked.size > 0 && mayDecide ? (
            <BulkBar
              count={checked.size}
              onClear={() => setChecked(new Set())}
              onReject={() => startReject([...checked])}
              onShortlist={() => shortlist([...checked])}
              onAsk={
                view.group === 'needs_information'
                  ? () => {
                      askFor([...checked]);
                      setChecked(new Set());
                    }
                  : undefined
              }
              busy={[...checked].some((id) => review.moving.has(id))}
            />
          ) : null
        }
        person={
          shown === undefined ||
          decision === undefined ||
          rows.length === 0 ||
          (!sideBySide && view.person === null)
            ? null
            : {
                header: <PersonHeader {...decision} />,
                summary: <PhoneSummary match={shown} />,
                score: shown.score.expected,
                resume:
                  shown.resume === null ? (
                    <EmptyState compact title="No résumé">
                      This person’s facts were entered, not read from a file.
                    </EmptyState>
                  ) : (
                    <ResumeReader
                      resume={shown.resume}
                      factors={shown.factors}
                      activeFactor={activeFactor}
                      onActivate={setActiveFactor}
                    />
                  ),
                answers: (
                  <>
                    <ScreeningAnswers
                      key={shown.person.candidateId}
                      jobId={jobId}
                      candidateId={shown.person.candidateId}
                      questions={shown.screening}
                      disabled={!member.may('candidate:write')}
                    />
                    <AnswersList answers={shown.answers} />
                  </>
                ),
                why: (
                  <>
                    {shown.contests.length > 0 && (
                      <ContestPanel
                        key={shown.person.candidateId}
                        contests={shown.contests}
                        labelOf={(factor) =>
                          shown.factors.find((view) => view.factor === factor)?.label.toLowerCase() ??
                          'the result'
                        }
                        {...review.contest}
                        mayAnswer={mayDecide}
                      />
                    )}
                    <WhyPanel
                      match={shown}
                      activeFactor={activeFactor}
                      onActivate={activate}
                      onFillIn={shown.person.own && member.may('candidate:write') ? fillIn : undefined}
                      onAsk={mayDecide ? (questionId) => askFor(current, questionId) : undefined}
                    />
                  </>
                ),
                thumbBar: (
                  <ThumbBar
                    {...decision}
                    onPrevious={review.index > 0 ? () => review.step(-1) : undefined}
                    onNext={review.index < rows.length - 1 ? () => review.step(1) : undefined}
                  />
                ),
              }
        }
        nobody={
          data?.rows.length === 0 && (
            <Text c="dimmed" p={24}>
              The résumé of the person you open stands here, beside the reasons for the score.
            </Text>
          )
        }
        keyBar={
          <KeyBar
            keys={keysOf(mayDecide)}
            place={rows.length === 0 ? null : review.index + 1}
            count={rows.length}
            onShowKeys={() => setKeys(true)}
          />
        }
        tab={tab}
        onTab={setTab}
        onBack={() => void setView({ person: null })}
        toast={
          ask.last !== null ? (
            <UndoToast
              key={ask.last.factRequestIds.join()}
              title={ask.last.title}
              text="The mail leaves when this is gone."
              onUndo={ask.undoLast}
              onDone={ask.forgetLast}
            />
          ) : review.last === null ? null : (
            <UndoToast
              key={review.last.id}
              title={`${MOVED[review.last.to] ?? 'Moved'} ${review.last.who}`}
              text="Nothing was sent to them."
              onUndo={() => void review.undoLast()}
              onDone={review.forgetLast}
            />
          )
        }
      />
      <RejectDialog
        who={whoOf(rejecting ?? [], rows)}
        opened={rejecting !== null}
        onClose={() => setRejecting(null)}
        onReject={(reason, note) => {
          decide(rejecting ?? [], 'rejected', reason, note);
          setRejecting(null);
          setChecked(new Set());
        }}
      />
      <KeySheet keys={keysOf(mayDecide)} opened={keys} onClose={() => setKeys(false)} />
    </EmployerShell>
  );
};
