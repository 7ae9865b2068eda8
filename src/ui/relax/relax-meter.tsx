import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Relaxations } from '@/domain/matching/schema/relaxations';
import classes from './relax-meter.module.css';

export type RelaxStepView = Relaxations['steps'][number];

const people = (count: number): string => (count === 1 ? 'person' : 'people');
const told = (count: number): string => count.toLocaleString('en-IN');

/** What is counted, in words. */
export const COUNTED = 'Counted: at least Good, no must-have missed, at least half of the facts known.';

export interface RelaxMeterProps {
  relaxations: Relaxations;
  /** The steps to show, in order. */
  steps: readonly RelaxStepView[];
  /** What may be done about a step, at the end of its line, by its id. */
  actions: ReadonlyMap<string, ReactNode>;
  /** The figures are those of before: new ones are being counted. */
  counting?: boolean;
}

/** How many people could do a job, and how many more each requirement loosened by one step would bring. */
export function RelaxMeter({ relaxations, steps, actions, counting = false }: RelaxMeterProps) {
  const { inPlay, people: all } = relaxations;
  return (
    <div className={classes.meter} data-counting={counting || undefined} aria-busy={counting}>
      <p className={classes.total}>
        <span className="fb-display">{inPlay === null ? 'A few' : told(inPlay)}</span>
        <Text span size="sm" c="dimmed">
          of {told(all)} {people(all)} could do this job
        </Text>
      </p>
      <Text size="xs" c="dimmed">
        {COUNTED}
      </Text>
      <Title order={4} mt={16}>
        What would bring more
      </Title>
      {steps.length === 0 ? (
        <Text size="sm" c="dimmed" mt={4}>
          No single step brings anybody more.
        </Text>
      ) : (
        <ul className={classes.steps}>
          {steps.map((step) => (
            <li key={step.id}>
              <span className={classes.step}>
                <Text span size="sm" fw={600} display="block">
                  {step.text}
                </Text>
                <Text span size="xs" c="dimmed" display="block">
                  Now: {step.now}
                </Text>
              </span>
              <Text span size="sm" fw={600} className={classes.more}>
                {step.more === null ? '+ a few' : `+${told(step.more)} ${people(step.more)}`}
              </Text>
              {actions.get(step.id)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
