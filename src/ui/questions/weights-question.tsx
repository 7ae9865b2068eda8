'use client';
import { Button, NumberInput, Select, Slider, Text } from '@mantine/core';
import { FACTORS, type Factor } from '@/domain/scoring/schema';
import { adjustedWeights, type WeightChange } from '@/domain/scoring/weights';
import { messageAt, numberOrUndefined, partOf, type ControlProps } from '@/ui/questions/question-meta';
import { useQuestionSources } from '@/ui/questions/sources';
import classes from '@/ui/questions/weights.module.css';

export interface WeightsDraft {
  /** Hash of a published set; null = the one in use. */
  set?: string | null | undefined;
  changes?: WeightChange[] | undefined;
}

const IN_USE = 'in-use';

/** Which published set ranks a job's people, and by how much each factor counts more or less than there. */
export function WeightsQuestion({ question, value, onChange, issues, disabled }: ControlProps<WeightsDraft>) {
  const { weights } = useQuestionSources();
  if (weights === undefined) return <Text c="dimmed">The published weights are on their way.</Text>;
  const { min = -50, max = 50, step = 5 } = question.bounds ?? {};
  const changes = value?.changes ?? [];
  const set = value?.set ?? null;
  const base = weights.sets.find(({ hash }) => hash === set) ?? weights.sets[0];
  if (base === undefined) return null;
  const effective = adjustedWeights(
    FACTORS.map((factor) => base.weights[factor]),
    changes,
  );
  const tell = (next: WeightsDraft): void => {
    const told = { set: next.set ?? null, changes: next.changes ?? [] };
    onChange(told.set === null && told.changes.length === 0 ? undefined : told);
  };
  const move = (factor: Factor, percent: number): void =>
    tell({
      set,
      changes: [
        ...changes.filter((change) => change.factor !== factor),
        ...(percent === 0 ? [] : [{ factor, percent }]),
      ],
    });
  return (
    <div>
      {weights.sets.length > 1 && (
        <Select
          label={partOf(question, 'set').label}
          maw={420}
          mb={12}
          allowDeselect={false}
          disabled={disabled}
          value={set ?? IN_USE}
          error={messageAt(issues, question, 'set')}
          data={weights.sets.map(({ hash, id, label, inUse }) => ({
            value: inUse ? IN_USE : hash,
            label: [inUse ? `${id}, in use` : id, ...(label === `Weights ${id}` ? [] : [label])].join(': '),
          }))}
          onChange={(chosen) => tell({ set: chosen === IN_USE ? null : chosen, changes })}
        />
      )}
      <ul className={classes.rows} aria-label={partOf(question, 'changes').label}>
        {weights.factors.map(({ factor, label, about }) => {
          const before = base.weights[factor];
          const after = effective[FACTORS.indexOf(factor)] ?? 0;
          const percent = changes.find((change) => change.factor === factor)?.percent ?? 0;
          return (
            <li key={factor} className={classes.row}>
              <span className={classes.name} title={about}>
                {label}
              </span>
              <Slider
                size={4}
                thumbSize={16}
                min={min}
                max={max}
                step={step}
                label={null}
                color={percent === 0 ? 'gray' : 'peacock'}
                value={Math.max(min, Math.min(max, percent))}
                thumbLabel={`${label}: more or less, in percent`}
                onChange={(next) => move(factor, next)}
                disabled={disabled || before === 0}
              />
              <NumberInput
                w={92}
                aria-label={`${label}: change in percent`}
                min={min}
                max={max}
                step={step}
                suffix=" %"
                error={percent < min || percent > max}
                value={percent}
                disabled={disabled || before === 0}
                onChange={(next) => move(factor, numberOrUndefined(next) ?? 0)}
              />
              <span className={classes.weight}>
                {before !== after && <s>{before}</s>} <b>{after}</b>
              </span>
            </li>
          );
        })}
      </ul>
      {value !== undefined && !disabled && (
        <Button variant="default" mt={8} onClick={() => onChange(undefined)}>
          Back to the weights in use
        </Button>
      )}
    </div>
  );
}
