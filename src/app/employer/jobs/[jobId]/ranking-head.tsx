'use client';
import { Alert, Text } from '@mantine/core';
import Link from 'next/link';
import { ComputingBanner } from '@/ui/review/computing-banner';
import { FilterBar } from '@/ui/review/filter-bar';
import { GroupTabs } from '@/ui/review/group-tabs';
import type { MatchGroup } from '@/domain/scoring/schema';
import { SignedOut } from '../../query-state';
import { FewListed } from './loosen-terms';
import type { Review } from './use-review';
import type { ReviewActions } from './use-review-actions';

const NOBODY = { ranked: 0, needs_information: 0, misses_must_have: 0 };

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
  const { view, setView, ranking } = review;
  const { data } = ranking;
  return (
    <>
      <GroupTabs group={view.group} counts={data?.counts ?? NOBODY} onChange={onGroup} />
      <FilterBar
        filter={{ bands: view.bands, minimumScore: view.min, stage: view.stage }}
        onChange={({ bands, minimumScore, stage }) =>
          void setView({ bands: [...bands], min: minimumScore, stage })
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
      <Problem text={ask.problem} onClose={ask.clearProblem} />
      {review.signedOut ? <SignedOut /> : <Problem text={review.problem} onClose={review.clearProblem} />}
    </>
  );
};
