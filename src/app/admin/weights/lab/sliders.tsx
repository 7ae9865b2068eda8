'use client';
import { Slider, Text } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import type { WeightsOverview } from '@/domain/matching/schema/weights';
import type { Factor, WeightSet } from '@/domain/scoring/schema';
import { COUNTED_FACTORS, sumOfWeights, withWeight } from '@/domain/scoring/weights';
import { sumWords } from '../draft-editor';
import { LockedFactors } from '../locked-factors';
import { WholeNumber } from '../whole-number';
import classes from './lab.module.css';

type Factors = WeightSet['factors'];

/** The slider ends here; more can be typed. */
const SLIDER_MAX = 40;

export interface SlidersProps {
  inUse: Factors;
  factors: Factors;
  labels: WeightsOverview['labels'];
  /** What is to be said of them, above. */
  note: ReactNode;
  onChange: (factors: Factors) => void;
}

/** A slider and a number for each factor; moving one scales the others, so that the sum stays 100. */
export const Sliders = ({ inUse, factors, labels, note, onChange }: SlidersProps) => {
  const order = COUNTED_FACTORS.toSorted((a, b) => inUse[b].weight - inUse[a].weight);
  // While one slider moves, the others are scaled from where they stood: rounding at each step would wander.
  const moving = useRef<{ factor: Factor; from: Factors; told: Factors } | null>(null);
  const move = (factor: Factor, weight: number): void => {
    const { current } = moving;
    const from = current?.factor === factor && current.told === factors ? current.from : factors;
    const told = withWeight(from, factor, weight);
    moving.current = { factor, from, told };
    onChange(told);
  };
  return (
    <section className={classes.pane} aria-label="Weights">
      <header className={classes.head}>
        <Text fw={620}>Weights</Text>
        <Text size="sm" c="dimmed">
          <b>{sumWords(sumOfWeights(factors))}</b>
        </Text>
      </header>
      {note}
      <div className={classes.scroll}>
        {order.map((factor) => {
          const before = inUse[factor].weight;
          const { weight } = factors[factor];
          const { label, about } = labels[factor];
          const change = weight - before;
          const set = (next: number) => move(factor, next);
          return (
            <div key={factor} className={classes.slider} data-changed={change !== 0 || undefined}>
              <span className={classes.name} title={about}>
                {label}
              </span>
              <div className={classes.track}>
                {change !== 0 && (
                  <i
                    className={classes.tick}
                    style={{
                      left: `calc(8px + (100% - 16px) * ${Math.min(before, SLIDER_MAX) / SLIDER_MAX})`,
                    }}
                  />
                )}
                <Slider
                  size={4}
                  thumbSize={16}
                  min={0}
                  max={SLIDER_MAX}
                  label={null}
                  color={change === 0 ? 'gray' : 'peacock'}
                  value={Math.min(weight, SLIDER_MAX)}
                  thumbLabel={label}
                  onChange={set}
                />
              </div>
              <span className={classes.delta}>
                {change !== 0 && (
                  <>
                    <s>{before}</s>
                    <span>{change > 0 ? `+${change}` : `−${-change}`}</span>
                  </>
                )}
              </span>
              <WholeNumber
                aria-label={`${label}: weight`}
                w={48}
                size="xs"
                min={0}
                max={100}
                clampBehavior="strict"
                hideControls
                value={weight}
                onChange={set}
              />
            </div>
          );
        })}
      </div>
      <LockedFactors labels={labels} />
    </section>
  );
};
