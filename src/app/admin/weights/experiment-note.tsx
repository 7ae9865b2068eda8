import { Alert, Anchor } from '@mantine/core';
import Link from 'next/link';
import type { ExperimentUnderWay } from '@/domain/matching/schema/experiments';
import { leftOutWords } from '../experiments/words';

/** Where `name` is about to be put in use: what the experiment that runs keeps from it. */
export const ExperimentNote = ({
  experiment,
  name,
}: {
  experiment: ExperimentUnderWay | null;
  name: string;
}) =>
  experiment !== null && (
    <Alert color="honey" mb={12}>
      <Anchor component={Link} href={`/admin/experiments#${experiment.id}`} inherit>
        “{experiment.name}”
      </Anchor>{' '}
      is running. {leftOutWords(experiment, name)}
    </Alert>
  );
