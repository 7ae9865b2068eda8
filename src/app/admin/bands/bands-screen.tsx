'use client';
import { Button, Paper, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { BAND_PROMISES, LEAST_DECISIONS, type BandsOverview } from '@/domain/matching/schema/bands';
import { useTRPC } from '@/trpc/client';
import { PageSkeleton } from '@/ui/page-skeleton';
import { counted } from '@/ui/score-words';
import { QueryFailed } from '../../employer/query-state';
import { When } from '../admin';
import { AdminShell } from '../admin-shell';
import { PutInUseDialog } from '../weights/put-in-use-dialog';
import classes from './bands.module.css';
import { Curve } from './curve';

type Points = BandsOverview['inUse'];
const NAMES = { strong: 'Strong', good: 'Good', partial: 'Partial' } as const;
const BANDS = ['strong', 'good', 'partial'] as const;

const pointsWords = (points: Points): string =>
  BANDS.map((band) => `${NAMES[band]} from ${points[band]}`).join(' · ');
const same = (one: Points, other: Points): boolean => BANDS.every((band) => one[band] === other[band]);

/** Where bands begin, what people decided by score, and where bands would begin by that. */
export const BandsScreen = () => {
  const overview = useQuery(useTRPC().bands.overview.queryOptions());
  return (
    <AdminShell
      left={
        <Title order={1} className={classes.title}>
          Bands
        </Title>
      }
    >
      <div className={classes.page}>
        {overview.data !== undefined ? (
          <Bands overview={overview.data} />
        ) : overview.isError ? (
          <QueryFailed error={overview.error} what="The bands" onRetry={() => void overview.refetch()} />
        ) : (
          <PageSkeleton />
        )}
      </div>
    </AdminShell>
  );
};

const Bands = ({ overview }: { overview: BandsOverview }) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { decisions, missing, curve, inUse, calibrated, defaults, publications } = overview;
  const [asking, setAsking] = useState<'calibrated' | 'default' | null>(null);
  const publish = useMutation(
    trpc.bands.publish.mutationOptions({
      onSuccess: () => setAsking(null),
      onSettled: () => queryClient.invalidateQueries(trpc.bands.pathFilter()),
    }),
  );
  const chosen = asking === 'default' ? defaults : calibrated;
  return (
    <>
      <Paper p={20} component="section" aria-label="In use">
        <Title order={2} size="h3">
          {pointsWords(inUse)}
        </Title>
        <Text size="sm" c="dimmed" mt={4}>
          The number shown stays the score.{' '}
          {same(inUse, defaults.points)
            ? 'These are the default bands: nobody’s decisions went into them.'
            : 'A band says how often people like this were shortlisted.'}
        </Text>
        {!same(inUse, defaults.points) && (
          <Button variant="default" mt={12} onClick={() => setAsking('default')}>
            Use the default bands
          </Button>
        )}
      </Paper>
      <Paper p={20} component="section" aria-label="By decisions">
        <Title order={2} size="h3">
          By {counted(decisions, 'decision')}
        </Title>
        {calibrated === null ? (
          <Text mt={8}>
            {counted(missing, 'more decision')} {missing === 1 ? 'is' : 'are'} needed: from {LEAST_DECISIONS}{' '}
            on, bands can be read from who was shortlisted and who was rejected after being opened. Until then
            the default bands stay.
          </Text>
        ) : (
          <>
            <Curve curve={curve} points={calibrated.points} decisions={decisions} />
            <Text mt={12} fw={650}>
              {pointsWords(calibrated.points)}
            </Text>
            <Text size="sm" c="dimmed" mt={4}>
              {BANDS.map((band) => `${NAMES[band]}: at least ${BAND_PROMISES[band] * 100} of 100`).join(
                ' · ',
              )}{' '}
              were shortlisted. A band that no score promises stays where it is by default.
            </Text>
            <Button mt={12} disabled={same(inUse, calibrated.points)} onClick={() => setAsking('calibrated')}>
              Publish these bands
            </Button>
          </>
        )}
      </Paper>
      {publications.length > 0 && (
        <Paper p={20} component="section" aria-label="History">
          <Title order={2} size="h3" mb={8}>
            History
          </Title>
          <ol className={classes.history}>
            {publications.map((publication) => (
              <li key={publication.number}>
                <Text fw={650}>{pointsWords(publication.points)}</Text>
                <Text size="sm">{publication.reason}</Text>
                <Text size="xs" c="dimmed">
                  <When at={publication.publishedAt} />, {publication.publishedBy}, by{' '}
                  {counted(publication.decisions, 'decision')}
                </Text>
              </li>
            ))}
          </ol>
        </Paper>
      )}
      {asking !== null && chosen !== null && (
        <PutInUseDialog
          title={asking === 'default' ? 'Use the default bands?' : 'Publish these bands?'}
          button={asking === 'default' ? 'Use the default bands' : 'Publish'}
          step={publish}
          onClose={() => setAsking(null)}
          onConfirm={(reason) =>
            publish.mutate({
              kind: asking,
              hash: chosen.hash,
              expected: publications[0]?.number ?? 0,
              reason,
            })
          }
        >
          <Text>
            {pointsWords(chosen.points)}. Rankings made from now on use them; those that were made keep
            theirs, and their receipts replay.
          </Text>
        </PutInUseDialog>
      )}
    </>
  );
};
