import { Text } from '@mantine/core';
import type { WeightsOverview } from '@/domain/matching/schema/weights';
import type { WeightSet } from '@/domain/scoring/schema';
import { COUNTED_FACTORS, differences, sumOfWeights } from '@/domain/scoring/weights';
import { counted } from '@/ui/score-words';
import { sumWords } from './draft-editor';
import classes from './weights.module.css';

export interface DifferencesProps {
  before: WeightSet['factors'];
  after: WeightSet['factors'];
  labels: WeightsOverview['labels'];
}

/** What changes from one set to another, factor by factor. */
export const Differences = ({ before, after, labels }: DifferencesProps) => {
  const found = differences(before, after);
  if (found.length === 0) return <Text c="dimmed">No difference.</Text>;
  return (
    <>
      <ul className={classes.chips}>
        {found.map(({ factor, weight, prior }) => (
          <li key={factor}>
            {labels[factor].label}{' '}
            {weight.before !== weight.after && (
              <>
                <span className={classes.old}>{weight.before}</span> → <b>{weight.after}</b>
              </>
            )}
            {weight.before !== weight.after && prior.before !== prior.after && ', '}
            {prior.before !== prior.after && (
              <>
                when not known <span className={classes.old}>{prior.before / 100}</span> →{' '}
                <b>{prior.after / 100}</b>
              </>
            )}
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {counted(COUNTED_FACTORS.length - found.length, 'factor')} unchanged,{' '}
        {sumWords(sumOfWeights(after)).toLowerCase()}.
      </Text>
    </>
  );
};
