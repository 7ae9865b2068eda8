'use client';
import { Text } from '@mantine/core';
import type { WeightsOverview } from '@/domain/matching/schema/weights';
import type { Factor, WeightSet } from '@/domain/scoring/schema';
import { COUNTED_FACTORS, sumOfWeights, WEIGHTS_SUM } from '@/domain/scoring/weights';
import { LockedFactors } from './locked-factors';
import { WholeNumber } from './whole-number';
import classes from './weights.module.css';

type Factors = WeightSet['factors'];

export interface DraftEditorProps {
  overview: WeightsOverview;
  factors: Factors;
  onChange: (factors: Factors) => void;
}

/** How far a sum is from 100, in words. */
export const sumWords = (sum: number): string => {
  if (sum === WEIGHTS_SUM) return 'Sum 100';
  return sum < WEIGHTS_SUM
    ? `Sum ${sum}: ${WEIGHTS_SUM - sum} missing`
    : `Sum ${sum}: ${sum - WEIGHTS_SUM} too many`;
};

/** Weight and prior of each factor, typed; what is in use stands beside what was changed. */
export const DraftEditor = ({ overview, factors, onChange }: DraftEditorProps) => {
  const { inUse, labels, draft } = overview;
  const sum = sumOfWeights(factors);
  const change = (factor: Factor, part: Partial<Factors[Factor]>): void =>
    onChange({ ...factors, [factor]: { ...factors[factor], ...part } });
  const messageAt = (factor: Factor, field: string): string | undefined =>
    draft?.issues.find(({ path }) => path === `factors.${factor}.${field}`)?.message;
  return (
    <div>
      <div className={classes.factor} data-head>
        <span>Factor</span>
        <span>Weight</span>
        <span>When not known</span>
      </div>
      {COUNTED_FACTORS.map((factor) => {
        const before = inUse.factors[factor];
        const { weight, prior } = factors[factor];
        const { label, about } = labels[factor];
        return (
          <div key={factor} className={classes.factor}>
            <div>
              <Text fw={weight === before.weight && prior === before.prior ? 500 : 650}>{label}</Text>
              <Text size="xs" c="dimmed" className={classes.about}>
                {about}
              </Text>
            </div>
            <div className={classes.number}>
              <WholeNumber
                aria-label={`${label}: weight`}
                w={76}
                min={0}
                max={100}
                value={weight}
                onChange={(next) => change(factor, { weight: Math.min(100, next) })}
              />
              {weight !== before.weight && <s>{before.weight}</s>}
            </div>
            <div className={classes.number}>
              <WholeNumber
                aria-label={`${label}: expected when not known, of 100`}
                w={76}
                min={10}
                max={90}
                value={Math.round(prior / 100)}
                error={messageAt(factor, 'prior')}
                onChange={(next) => change(factor, { prior: Math.min(10_000, next * 100) })}
              />
              {prior !== before.prior && <s>{Math.round(before.prior / 100)}</s>}
            </div>
          </div>
        );
      })}
      <div className={classes.factor}>
        <Text fw={650}>{sumWords(sum)}</Text>
        {sum !== WEIGHTS_SUM && (
          <Text size="sm" c="red" role="status" className={classes.wide}>
            The weights must sum to 100 before they can be published. The draft is kept as it is.
          </Text>
        )}
      </div>
      <LockedFactors labels={labels} />
    </div>
  );
};
