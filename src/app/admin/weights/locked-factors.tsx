import { Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { WeightsOverview } from '@/domain/matching/schema/weights';
import { LOCKED_FACTORS } from '@/domain/scoring/weights';
import classes from './locked-factors.module.css';

const LIST = new Intl.ListFormat('en-GB');

/** Says which factors nobody can give a weight, and why no control does. */
export const LockedFactors = ({ labels }: { labels: WeightsOverview['labels'] }) => (
  <footer className={classes.locked}>
    <Text fw={650}>
      <IconLock size={15} aria-hidden="true" /> Locked at zero, on purpose
    </Text>
    <Text size="sm" c="dimmed">
      {LIST.format(
        LOCKED_FACTORS.map((factor, index) =>
          index === 0 ? labels[factor].label : labels[factor].label.toLowerCase(),
        ),
      )}{' '}
      never count. Letting one count needs a change to the policy, not to a number here.
    </Text>
  </footer>
);
