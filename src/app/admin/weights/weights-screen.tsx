'use client';
import { Alert, Badge, Button, Paper, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WeightsOverview } from '@/domain/matching/schema/weights';
import { differences } from '@/domain/scoring/weights';
import { errorData, useTRPC } from '@/trpc/client';
import { PageSkeleton } from '@/ui/page-skeleton';
import { saveKind } from '@/ui/save-words';
import { Saved, WaitsForConnection } from '@/ui/saved';
import { QueryFailed } from '../../employer/query-state';
import { AdminShell } from '../admin-shell';
import { Differences } from './differences';
import { DraftEditor } from './draft-editor';
import { History } from './history';
import { ExperimentNote } from './experiment-note';
import { PutInUseDialog } from './put-in-use-dialog';
import { TOAST_MS, usePutInUse } from './use-put-in-use';
import { useWeightDraft } from './use-weight-draft';
import { WeightsTabs } from './weights-tabs';
import classes from './weights.module.css';

/** Which weights rank people, the draft of the next ones, and the history. */
export const WeightsScreen = () => {
  const overview = useQuery(useTRPC().weights.overview.queryOptions());
  if (overview.data === undefined) {
    return (
      <AdminShell left={<Title order={2}>Weights</Title>}>
        {overview.isError ? (
          <QueryFailed error={overview.error} what="The weights" onRetry={() => void overview.refetch()} />
        ) : (
          <PageSkeleton />
        )}
      </AdminShell>
    );
  }
  // A publication ends the draft; what was typed for it does not go into the next one.
  return <Weights key={overview.data.inUse.number} overview={overview.data} />;
};

const Weights = ({ overview }: { overview: WeightsOverview }) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { inUse, draft, labels } = overview;
  const nextName = draft?.name ?? overview.nextName;
  const { factors, save, held, change, flush, reset, revision } = useWeightDraft(overview);
  const kept = saveKind(save, held);
  const { publish } = usePutInUse();
  const [asking, setAsking] = useState(false);
  const discard = useMutation(
    trpc.weights.discardDraft.mutationOptions({
      onSuccess: () => {
        const thrownAway = factors;
        reset(inUse.factors);
        notifications.show({
          id: 'weights-discarded',
          autoClose: TOAST_MS,
          message: (
            <>
              The draft is discarded.{' '}
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => {
                  notifications.hide('weights-discarded');
                  change(thrownAway);
                }}
              >
                Undo
              </Button>
            </>
          ),
        });
      },
      onError: (error) =>
        notifications.show({ color: 'red', title: 'Not done', message: errorData(error).message }),
      onSettled: () => queryClient.invalidateQueries(trpc.weights.pathFilter()),
    }),
  );
  const overName =
    overview.publications.find(({ number }) => number === draft?.overNumber)?.name ?? inUse.name;
  const changed = differences(inUse.factors, factors).length > 0;
  const ready = changed && draft !== null && draft.issues.length === 0;
  const ask = async () => {
    if (await flush()) setAsking(true);
  };
  const throwAway = async () => {
    await flush();
    const seen = revision();
    if (seen !== null) discard.mutate({ revision: seen });
  };
  return (
    <AdminShell
      left={
        <>
          <Title order={1} className={classes.title}>
            Weights
          </Title>
          <Badge>{inUse.name} in use</Badge>
          {draft !== null && <Badge color="honey">{nextName} draft</Badge>}
        </>
      }
      tabs={<WeightsTabs page="/admin/weights" />}
      actions={
        <>
          {(draft !== null || kept !== 'saved') && <Saved kind={kept} />}
          <Button disabled={!ready} onClick={() => void ask()}>
            Publish {nextName}
          </Button>
        </>
      }
    >
      <div className={classes.page}>
        <div>
          <WaitsForConnection kind={kept} />
          {save.kind === 'failed' && (
            <Alert color="red" mb={12} role="alert" title={save.conflict ? 'Changed meanwhile' : 'Not saved'}>
              {save.message}{' '}
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => (save.conflict ? window.location.reload() : void flush())}
              >
                {save.conflict ? 'Load what is there' : 'Try again'}
              </Button>
            </Alert>
          )}
          <Paper component="section" aria-label="Draft">
            <div className={classes.lead}>
              <div className="fb-grow">
                <Title order={3}>{draft === null ? `${inUse.name}, in use` : `${nextName}, draft`}</Title>
                <Text size="sm" c="dimmed">
                  {draft === null
                    ? 'Change a number and a draft begins. Nothing changes for anybody until it is published.'
                    : `Begun over ${overName}, last changed by ${draft.updatedBy}.`}{' '}
                  The second number is what a factor is taken to be, of 100, while its facts are not known.
                </Text>
              </div>
              {draft !== null && (
                <Button variant="default" loading={discard.isPending} onClick={() => void throwAway()}>
                  Discard
                </Button>
              )}
            </div>
            <DraftEditor overview={overview} factors={factors} onChange={change} />
          </Paper>
        </div>
        <div className={classes.side}>
          {changed && (
            <Paper p={20} component="section" aria-label="Difference">
              <Title order={3} mb={8}>
                Diff, {inUse.name} → {nextName}
              </Title>
              <Differences before={inUse.factors} after={factors} labels={labels} />
            </Paper>
          )}
          <History overview={overview} />
        </div>
      </div>
      {asking && (
        <PutInUseDialog
          title={`Publish ${nextName}?`}
          button={`Publish ${nextName}`}
          step={publish}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => {
            const seen = revision();
            if (seen !== null) publish.mutate({ revision: seen, expected: inUse.number, reason });
          }}
        >
          <Text mb={8}>
            Every open job that goes by the weights in use is ranked anew, promoted ones first. You can roll
            back at any time.
          </Text>
          <ExperimentNote experiment={overview.experiment} name={nextName} />
          <Differences before={inUse.factors} after={factors} labels={labels} />
        </PutInUseDialog>
      )}
    </AdminShell>
  );
};
