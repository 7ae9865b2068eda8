'use client';
import { Button } from '@mantine/core';
import { IconUpload, IconUsers } from '@tabler/icons-react';
import Link from 'next/link';
import type { RankingView } from '@/domain/pipeline/schema/ranking';
import { EmptyState } from '@/ui/empty-state';
import { useMember } from '../../member';
import { newImportHref } from '../../routes';
import { plural } from '../../words';
import { LoosenTerms } from './loosen-terms';
import type { Review } from './use-review';

const ICON = <IconUsers size={32} stroke={1.3} />;

export interface NobodyListedProps {
  jobId: string;
  ranking: RankingView;
  view: Review['view'];
  onClearFilters: () => void;
}

/** Why the list is empty, and what would fill it. */
export const NobodyListed = ({ jobId, ranking, view, onClearFilters }: NobodyListedProps) => {
  const member = useMember();
  // The banner above says how far the first ranking is.
  if (ranking.computing !== null && ranking.runId === null) {
    return (
      <EmptyState compact title="People come in as they are ranked" icon={ICON}>
        Nothing to do here meanwhile.
      </EmptyState>
    );
  }
  const filtered = view.bands.length > 0 || view.min > 0 || view.stage !== 'open' || view.moved;
  if (filtered && ranking.unfiltered > 0) {
    return (
      <EmptyState
        compact
        title="Nobody fits these filters"
        actions={
          <Button variant="default" onClick={onClearFilters}>
            Clear filters
          </Button>
        }
      >
        {plural(ranking.unfiltered, 'person is', 'people are')} in this group without them.
      </EmptyState>
    );
  }
  if (view.group !== 'ranked') {
    return (
      <EmptyState compact title="Nobody here" icon={ICON}>
        People come here when a fact is missing or a must-have is not met. Nobody is rejected by a score.
      </EmptyState>
    );
  }
  return (
    <LoosenTerms jobId={jobId}>
      <EmptyState
        compact
        title="Nobody to rank yet"
        icon={ICON}
        actions={
          member.may('candidate:write') && (
            <Button component={Link} href={newImportHref(jobId)} leftSection={<IconUpload size={16} />}>
              Import résumés
            </Button>
          )
        }
      >
        Bring the people you already have; each is ranked, with the reasons.
      </EmptyState>
    </LoosenTerms>
  );
};
