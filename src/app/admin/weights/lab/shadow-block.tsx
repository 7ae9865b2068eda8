'use client';
import { Button, Group, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { WeightsOverview } from '@/domain/matching/schema/weights';
import { errorData, useTRPC } from '@/trpc/client';
import { counted } from '@/ui/score-words';
import { When } from '../../admin';
import classes from './lab.module.css';
import { shadowStanding, strongWords } from './words';

export interface ShadowBlockProps {
  overview: WeightsOverview;
  /** The way to start one from the saved draft, and what keeps it from being started. */
  shadow: { start: () => void; isPending: boolean; hindrance: string | null };
}

/** The draft that each run is scored by too, what became of it since, and what it would have changed so far. */
export const ShadowBlock = ({ overview, shadow: { start, isPending, hindrance } }: ShadowBlockProps) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: shadow } = useQuery(trpc.weights.shadow.queryOptions(undefined, { refetchInterval: 15_000 }));
  const end = useMutation(
    trpc.weights.endShadow.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.weights.shadow.pathFilter()),
    }),
  );
  if (shadow == null) return null;
  const { name, startedAt, startedBy, runs, people, moved, displaced } = shadow;
  const { words, another } = shadowStanding(shadow, overview);
  return (
    <section className={classes.block} aria-label="Shadow">
      <Title order={4} mb={4}>
        {name} runs in shadow
      </Title>
      <Text size="sm" mb={4}>
        As the draft stood on <When at={startedAt} time />, when {startedBy} started it: {words}.
      </Text>
      <Text size="sm" c="dimmed" mb={8}>
        Scored beside the weights in use, among the people whom each run lists. Shown to nobody.
      </Text>
      <Text mb={12}>
        {runs === 0
          ? 'No run was scored by it yet. The next one that a job, an import or new weights set off is.'
          : `Of ${counted(people, 'place')} in ${counted(runs, 'run')}, ${moved.toLocaleString('en')} would change: ${strongWords(shadow)}. ${displaced === null ? '' : `Of the first ten, ${displaced.toFixed(1)} would be others on average.`}`}
      </Text>
      {end.isError && (
        <Text c="red" size="sm" mb={8} role="alert">
          {errorData(end.error).message}
        </Text>
      )}
      {another && (
        <Text c="dimmed" size="sm" mb={8}>
          {hindrance ?? 'Starting it anew begins its counts from nothing.'}
        </Text>
      )}
      <Group gap={8}>
        {another && (
          <Button variant="default" disabled={hindrance !== null} loading={isPending} onClick={start}>
            Start anew from the draft
          </Button>
        )}
        <Button
          variant="default"
          loading={end.isPending}
          onClick={() => end.mutate({ shadowId: shadow.shadowId })}
        >
          End the shadow run
        </Button>
      </Group>
    </section>
  );
};
