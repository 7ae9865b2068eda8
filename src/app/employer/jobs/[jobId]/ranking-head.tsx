'use client';
import { Alert, Text } from '@mantine/core';
import Link from 'next/link';
import type { MovedPerson } from '@/domain/pipeline/schema/moved';
import { ComputingBanner } from '@/ui/review/computing-banner';
import { FilterBar } from '@/ui/review/filter-bar';
import { GroupTabs } from '@/ui/review/group-tabs';
import { MovedBanner } from '@/ui/review/moved-banner';
import { bannerWords } from '@/ui/review/moved-words';
import { MATCH_GROUPS, type MatchGroup } from '@/domain/scoring/schema';
import { SignedOut } from '../../query-state';
import { FewListed } from './loosen-terms';
import type { Review } from './use-review';
import type { ReviewActions } from './use-review-actions';

const NOBODY = { ranked: 0, needs_information: 0, misses_must_have: 0 };

const movedCounts = (people: readonly MovedPerson[]): Record<MatchGroup, number> => {
  const counts = { ...NOBODY };
  for (const { after } of people) counts[after.group] += 1;
  return counts;
};

const Problem = ({ text, onClose }: { text: string | null; onClose: () => void }) =>
  text !== null && (
    <Alert color="red" m={12} withCloseButton onClose={onClose} role="alert" closeButtonLabel="Close">
      {text}
    </Alert>
  );

const FEW = 3;

/** Whether the ranking itself, unfiltered, lists so few that looser terms are worth a thought. */
const isShort = ({ view, ranking, rows }: Review): boolean =>
  view.group === 'ranked' &&
  view.stage === 'open' &&
  view.bands.length === 0 &&
  view.min === 0 &&
  !view.moved &&
  ranking.data?.computing === null &&
  rows.length > 0 &&
  rows.length <= FEW;

export interface RankingHeadProps {
  review: Review;
  ask: ReviewActions['ask'];
  onGroup: (group: MatchGroup) => void;
}

/** Above the list: the groups, the filters, how far a run is, and what went wrong. */
export const RankingHead = ({ review, ask, onGroup }: RankingHeadProps) => {
  const { view, setView, ranking, moved, onlyMoved } = review;
  const { data } = ranking;
  const counts = onlyMoved ? movedCounts(moved.view?.people ?? []) : (data?.counts ?? NOBODY);
  /** The whole list of a group in which somebody moved, theirs alone or with everybody. */
  const filterMoved = (filtered: boolean) => {
    const places = movedCounts(moved.view?.people ?? []);
    const group = places[view.group] > 0 ? view.group : MATCH_GROUPS.find((one) => places[one] > 0);
    void setView(
      filtered
        ? { moved: true, bands: [], min: 0, stage: 'open', group: group ?? view.group, person: null }
        : { moved: false },
    );
  };
  const dismissMoved = () => {
    void setView({ moved: false });
    moved.dismiss();
  };
  return (
    <>
      <GroupTabs group={view.group} counts={counts} onChange={onGroup} />
      <FilterBar
        filter={{ bands: view.bands, minimumScore: view.min, stage: view.stage, moved: onlyMoved }}
        onChange={({ bands, minimumScore, stage, moved }) =>
          void setView({ bands: [...bands], min: minimumScore, stage, moved })
        }
      />
      {data?.computing && <ComputingBanner {...data.computing} hasRanking={data.runId !== null} />}
      {isShort(review) && <FewListed jobId={review.jobId} count={review.rows.length} />}
      {data?.failed && (
        <Alert color="red" m={12}>
          The last ranking did not finish. The one shown is older; publish the job again to rank anew.
        </Alert>
      )}
      {data?.orderTested && view.group === 'ranked' && (
        <Text size="xs" c="dimmed" px={16} py={6}>
          The order is being tested: scores need not fall from row to row.{' '}
          <Link href="/employer/settings">About the ranking</Link>
        </Text>
      )}
      {moved.view !== null && data?.computing === null && (
        <MovedBanner
          words={bannerWords(moved.view, moved.since)}
          filtered={onlyMoved}
          onFilter={filterMoved}
          onDismiss={dismissMoved}
        />
      )}
      <Problem text={ask.problem} onClose={ask.clearProblem} />
      {review.signedOut ? <SignedOut /> : <Problem text={review.problem} onClose={review.clearProblem} />}
    </>
  );
};
