'use client';
import { Checkbox, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Caution, ExperimentsOverview, ExperimentView } from '@/domain/matching/schema/experiments';
import { useTRPC } from '@/trpc/client';
import { ExperimentNote } from '../weights/experiment-note';
import { PutInUseDialog } from '../weights/put-in-use-dialog';
import { CAUTION_WORDS, stopWords } from './words';

export type End = 'stop' | 'promote' | 'rollBack';

export interface EndDialogProps {
  end: End;
  experiment: ExperimentView;
  overview: ExperimentsOverview;
  onClose: () => void;
}

/** Asks for the reason before an experiment is stopped, promoted or rolled back, and for what is known to speak against it. */
export const EndDialog = ({ end, experiment, overview, onClose }: EndDialogProps) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [known, setKnown] = useState<Caution[]>([]);
  const done = {
    onSuccess: onClose,
    onSettled: () => queryClient.invalidateQueries(trpc.experiments.pathFilter()),
  };
  const stop = useMutation(trpc.experiments.stop.mutationOptions(done));
  const rollBack = useMutation(trpc.experiments.rollBack.mutationOptions(done));
  const promote = useMutation(trpc.experiments.promote.mutationOptions(done));
  const { id: experimentId, cautions, treatment } = experiment;
  if (end === 'promote') {
    return (
      <PutInUseDialog
        title={`Promote ${treatment.name}?`}
        button={`Promote ${treatment.name}`}
        step={promote}
        disabled={cautions.some((caution) => !known.includes(caution))}
        onClose={onClose}
        onConfirm={(reason) =>
          promote.mutate({ experimentId, reason, acknowledged: known, expected: overview.publication })
        }
      >
        <Text mb={12}>{treatment.name} is put in use; open jobs that this changes are ranked anew.</Text>
        <ExperimentNote
          experiment={overview.experiments.find(({ state }) => state === 'running') ?? null}
          name={treatment.name}
        />
        {cautions.length > 0 && (
          <Checkbox.Group
            label="Tick what you know"
            value={known}
            onChange={(values) => setKnown(cautions.filter((caution) => values.includes(caution)))}
          >
            <Stack gap={8} mt={6}>
              {cautions.map((caution) => (
                <Checkbox key={caution} value={caution} label={CAUTION_WORDS[caution]} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
      </PutInUseDialog>
    );
  }
  const verb = end === 'stop' ? stop : rollBack;
  return (
    <PutInUseDialog
      title={end === 'stop' ? `Stop “${experiment.name}”?` : 'Roll back?'}
      button={end === 'stop' ? 'Stop' : 'Roll back'}
      step={verb}
      onClose={onClose}
      onConfirm={(reason) => verb.mutate({ experimentId, reason })}
    >
      <Text>
        {end === 'stop'
          ? stopWords(experiment.unit, experiment.jobs.waiting)
          : `Open jobs still ranked by ${treatment.name} are ranked anew by the weights in use.`}
      </Text>
    </PutInUseDialog>
  );
};
