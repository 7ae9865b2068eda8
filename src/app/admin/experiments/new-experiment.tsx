'use client';
import { Alert, Button, Group, NumberInput, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  EXPERIMENT_UNITS,
  METRICS_OF,
  type ExperimentMetric,
  type ExperimentsOverview,
  type ExperimentUnit,
} from '@/domain/matching/schema/experiments';
import { errorData, useTRPC } from '@/trpc/client';
import { counted } from '@/ui/score-words';
import { Dialog } from '@/ui/dialog';
import { METRIC_WORDS, UNIT_WORDS } from './words';

const DRAFT = { value: 'draft', label: 'The draft, as it is now' };

/** Chooses what is compared and how; says how many jobs it takes before anything starts. */
export const NewExperiment = ({
  overview,
  onClose,
}: {
  overview: ExperimentsOverview;
  onClose: () => void;
}) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sets = overview.sets.map(({ hash, name, inUse }) => ({
    value: hash,
    label: inUse ? `${name}, in use` : name,
  }));
  const options = overview.draft === 'ready' ? [DRAFT, ...sets] : sets;
  const [name, setName] = useState('');
  const [unit, setUnit] = useState<ExperimentUnit>('interleaving');
  const [metric, setMetric] = useState<ExperimentMetric>('credit');
  const [control, setControl] = useState(sets[0]?.value ?? '');
  const [treatment, setTreatment] = useState(options.find(({ value }) => value !== control)?.value ?? '');
  const [effect, setEffect] = useState<number | string>(20);
  const [days, setDays] = useState<number | string>(14);
  const minimumEffect = typeof effect === 'number' ? Math.round(effect * 100) : Number.NaN;
  const plan = useQuery(
    trpc.experiments.plan.queryOptions(
      { unit, metric, minimumEffect },
      { enabled: minimumEffect >= 100 && minimumEffect <= 5_000, placeholderData: keepPreviousData },
    ),
  );
  const create = useMutation(
    trpc.experiments.create.mutationOptions({
      onSuccess: onClose,
      onSettled: () => queryClient.invalidateQueries(trpc.experiments.pathFilter()),
    }),
  );
  const failure = create.error === null ? null : errorData(create.error);
  const at = (field: string): string | undefined =>
    failure?.issues.find(({ path }) => path === field)?.message;
  const chooseUnit = (next: ExperimentUnit): void => {
    setUnit(next);
    setMetric(METRICS_OF[next][0]);
  };
  return (
    <Dialog onClose={onClose} title="New experiment" size="lg">
      <form
        // What is typed anew is not wrong yet.
        onChange={() => create.reset()}
        onSubmit={(event) => {
          event.preventDefault();
          // The second click of a double one comes before the button shows that the first is under way.
          if (queryClient.isMutating({ mutationKey: trpc.experiments.create.mutationKey() }) > 0) return;
          create.mutate({
            name,
            unit,
            metric,
            minimumEffect,
            controlHash: control,
            treatmentHash: treatment,
            windowDays: typeof days === 'number' ? days : Number.NaN,
          });
        }}
      >
        <Stack gap={16}>
          <TextInput
            label="Name"
            placeholder="Hours first"
            data-autofocus
            value={name}
            error={at('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group gap={12} grow preventGrowOverflow={false}>
            <Select
              label="As now"
              data={sets}
              value={control}
              error={at('controlHash')}
              onChange={(value) => value !== null && setControl(value)}
            />
            <Select
              label="Compared with"
              data={options}
              value={treatment}
              error={at('treatmentHash')}
              onChange={(value) => value !== null && setTreatment(value)}
            />
          </Group>
          <Radio.Group label="How" value={unit} onChange={chooseUnit}>
            <Stack gap={8} mt={6}>
              {EXPERIMENT_UNITS.toReversed().map((each) => (
                <Radio
                  key={each}
                  value={each}
                  label={UNIT_WORDS[each].label}
                  description={UNIT_WORDS[each].about}
                />
              ))}
            </Stack>
          </Radio.Group>
          {unit === 'job' && (
            <Select
              label="Decided by"
              data={METRICS_OF[unit].map((value) => ({ value, label: METRIC_WORDS[value].label }))}
              value={metric}
              error={at('metric')}
              onChange={(value) => value !== null && setMetric(value)}
            />
          )}
          <Group gap={12} grow align="flex-start" preventGrowOverflow={false}>
            <NumberInput
              label="Worth finding, points of 100"
              description={METRIC_WORDS[metric].about}
              min={1}
              max={50}
              decimalScale={2}
              value={effect}
              error={at('minimumEffect')}
              onChange={setEffect}
            />
            <NumberInput
              label="Days a list counts"
              description="after it was first shown"
              min={1}
              max={60}
              allowDecimal={false}
              value={days}
              error={at('windowDays')}
              onChange={setDays}
            />
          </Group>
          <Text role="status">
            {plan.data === undefined ? (
              'How many jobs it takes is reckoned from the difference worth finding.'
            ) : (
              <>
                Takes <b>{counted(plan.data.jobs, 'job')}</b>, stated now and not changed later.{' '}
                {plan.data.measuredOn === 0
                  ? `How much jobs differ is assumed (${plan.data.spread / 100} of 100): nothing has measured it yet.`
                  : `How much jobs differ was measured on ${counted(plan.data.measuredOn, 'comparison')}.`}
              </>
            )}
          </Text>
          {failure !== null && failure.issues.length === 0 && (
            <Alert color="red" role="alert" title="Not saved">
              {failure.message}
            </Alert>
          )}
          <Group gap={8}>
            <Button type="submit" loading={create.isPending || create.isSuccess}>
              Save as a draft
            </Button>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
};
