'use client';
import { Button, Text, VisuallyHidden } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import type { Factor, MatchGroup } from '@/domain/scoring/schema';
import { ListSkeleton } from '@/ui/page-skeleton';
import { MatchResumeTools } from '@/ui/resume-viewer/match-resume';
import { BulkBar, KeyBar, ThumbBar } from '@/ui/review/bottom-bars';
import { PersonHeader } from '@/ui/review/person-header';
import { PersonSkeleton } from '@/ui/review/person-skeleton';
import { PhoneSummary } from '@/ui/review/phone-summary';
import { RankedList } from '@/ui/review/ranked-list';
import { RejectDialog } from '@/ui/review/reject-dialog';
import { barKeys, reviewKeys } from '@/ui/review/review-keys';
import { ReviewLayout, type ReviewTab } from '@/ui/review/review-layout';
import reviewClasses from '@/ui/review/review.module.css';
import { useReviewKeys } from '@/ui/review/use-review-keys';
import { displayName, GROUP_WORDS } from '@/ui/review/words';
import { wholePoints } from '@/ui/score-words';
import { useMember } from '../../member';
import { QueryFailed } from '../../query-state';
import { newImportHref } from '../../routes';
import { JobMenu } from './job-menu';
import { JobShell, useJob } from './job-shell';
import { NobodyListed } from './nobody-listed';
import { PersonAnswers, PersonResume, PersonWhy } from './person-panes';
import { RankingHead } from './ranking-head';
import { ReviewToast } from './review-toast';
import { useReview } from './use-review';
import { useReviewActions } from './use-review-actions';

/** Deciding on people: the ranked list, the résumé, and why each stands where they stand. */
export const ReviewScreen = ({ jobId }: { jobId: string }) => {
  const member = useMember();
  const mayDecide = member.may('candidacy:decide');
  const { job } = useJob(jobId);
  const review = useReview(jobId);
  const actions = useReviewActions(jobId, review, mayDecide);
  const { view, setView, ranking, rows, match, openId } = review;
  const [activeFactor, setActiveFactor] = useState<Factor | null>(null);
  const [tab, setTab] = useState<ReviewTab>('why');
  const [original, setOriginal] = useState(false);
  const shown = match.data;
  const { since } = review.moved;
  const { onlyMoved } = review;
  const isTested = ranking.data?.orderTested === true;
  const moves = useMemo(() => ({ since, places: !isTested, told: onlyMoved }), [since, isTested, onlyMoved]);

  const showGroup = (group: MatchGroup) => {
    void setView({ group, person: null });
    actions.clearChecked();
  };
  const toggle = (factor: Factor) => setActiveFactor((now) => (now === factor ? null : factor));
  /** Where only one pane fits, a bar that is pressed opens the résumé at its passage. */
  const activate = (factor: Factor) => {
    toggle(factor);
    if (factor !== activeFactor && shown?.factors.find((one) => one.factor === factor)?.evidence.length)
      setTab('resume');
  };
  useReviewKeys({
    onNext: () => review.step(1),
    onPrevious: () => review.step(-1),
    onShortlist: actions.shortlistTargets,
    onReject: actions.rejectTargets,
    onUndo: actions.undo,
    onAsk: actions.askOpen,
    onSelect: actions.toggleOpen,
    onGroup: showGroup,
    onRead: () => setTab(tab === 'answers' ? 'resume' : 'answers'),
  });

  const buttons = (
    <>
      {job !== undefined && member.may('job:write') && (
        <JobMenu jobId={jobId} state={job.state} promoted={job.promoted} />
      )}
      {member.may('candidate:write') && (
        <Button
          component={Link}
          href={newImportHref(jobId)}
          variant="default"
          className={reviewClasses.iconOnPhone ?? ''}
          leftSection={<IconUpload size={16} />}
          aria-label="Import résumés"
        >
          Import résumés
        </Button>
      )}
    </>
  );
  if (ranking.isError && ranking.data === undefined) {
    return (
      <JobShell jobId={jobId} page="review">
        <QueryFailed error={ranking.error} what="The ranking" onRetry={() => void ranking.refetch()} />
      </JobShell>
    );
  }
  const { data } = ranking;
  const { decision } = actions;
  const place = rows.length === 0 || openId === null ? null : review.index + 1;
  const loading = openId !== null && shown?.person.candidateId !== openId;
  const person =
    shown === undefined || decision === undefined || openId === null
      ? null
      : {
          id: shown.person.candidateId,
          header: <PersonHeader {...decision} />,
          summary: <PhoneSummary match={shown} />,
          points: wholePoints(shown.score.expected, shown.score.bands),
          resumeTools: shown.resume !== null && shown.resume.file !== null && (
            <MatchResumeTools
              resume={shown.resume}
              factors={shown.factors}
              activeFactor={activeFactor}
              onActivate={toggle}
              original={original}
              onOriginal={setOriginal}
            />
          ),
          resume: (
            <PersonResume match={shown} activeFactor={activeFactor} onActivate={toggle} original={original} />
          ),
          answers: (
            <PersonAnswers jobId={jobId} match={shown} onAsk={mayDecide ? actions.askOpen : undefined} />
          ),
          why: (
            <PersonWhy
              jobId={jobId}
              match={shown}
              contest={review.contest}
              activeFactor={activeFactor}
              onActivate={activate}
              onAsk={mayDecide ? actions.askOpen : undefined}
              onShowAnswers={() => setTab('answers')}
            />
          ),
          thumbBar: (
            <ThumbBar
              {...decision}
              onPrevious={review.index > 0 ? () => review.step(-1) : undefined}
              onNext={review.index < rows.length - 1 ? () => review.step(1) : undefined}
            />
          ),
        };
  return (
    <JobShell
      jobId={jobId}
      page="review"
      fixed
      alone={openId !== null && view.person !== null}
      actions={buttons}
      keys={reviewKeys(mayDecide)}
    >
      <ReviewLayout
        listHead={<RankingHead review={review} ask={actions.ask} onGroup={showGroup} />}
        list={
          data === undefined ? (
            <ListSkeleton rows={8} rowHeight={78} />
          ) : (
            <RankedList
              rows={rows}
              moved={review.moved.byId}
              moves={moves}
              openId={openId}
              onOpen={(id) => {
                review.choose(id);
                setActiveFactor(null);
              }}
              checked={actions.checked}
              onCheck={actions.check}
              empty={
                <NobodyListed
                  jobId={jobId}
                  ranking={data}
                  view={view}
                  onClearFilters={() => void setView({ bands: [], min: 0, stage: 'open', moved: false })}
                />
              }
            />
          )
        }
        bulkBar={
          actions.checked.size > 0 &&
          mayDecide && (
            <BulkBar
              count={actions.checked.size}
              onClear={actions.clearChecked}
              onReject={actions.rejectTargets}
              onShortlist={actions.shortlistTargets}
              onAsk={view.group === 'needs_information' ? actions.askChecked : undefined}
              busy={[...actions.checked].some((id) => review.moving.has(id))}
            />
          )
        }
        backTo={{
          title: job?.title ?? 'Back to the list',
          text: place === null ? '' : `${place} of ${rows.length}, ${GROUP_WORDS[view.group].toLowerCase()}`,
          part: place === null ? 0 : place / rows.length,
        }}
        person={person}
        loading={
          loading && match.isError ? (
            <QueryFailed error={match.error} what="This person" onRetry={() => void match.refetch()} />
          ) : loading ? (
            <PersonSkeleton row={review.selected} />
          ) : null
        }
        nobody={
          data === undefined ? (
            <PersonSkeleton row={undefined} />
          ) : (
            rows.length === 0 && (
              <Text c="dimmed" p={24}>
                The résumé of the person you open stands here, beside the reasons for the score.
              </Text>
            )
          )
        }
        keyBar={<KeyBar keys={barKeys(mayDecide)} place={place} count={rows.length} />}
        tab={tab}
        onTab={setTab}
        onBack={review.backToList}
        toast={<ReviewToast review={review} ask={actions.ask} />}
      />
      <VisuallyHidden component="output" aria-live="polite">
        {review.selected && place !== null && `${displayName(review.selected)}, ${place} of ${rows.length}`}
      </VisuallyHidden>
      <RejectDialog
        key={actions.rejectKey}
        who={actions.rejecting ?? ''}
        opened={actions.rejecting !== null}
        onClose={actions.closeReject}
        onReject={actions.reject}
      />
    </JobShell>
  );
};
