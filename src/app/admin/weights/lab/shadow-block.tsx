'use client';
import { Button, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { errorData, useTRPC } from '@/trpc/client';
import { counted } from '@/ui/score-words';
import { When } from '../../admin';
import classes from './lab.module.css';
import { strongWords } from './words';

/** The draft that each run is scored by too, and what it would have changed so far. */
export const ShadowBlock = () => {
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
  return (
    <section className={classes.block}>
      <Title order={4} mb={4}>
        {name} runs in shadow
      </Title>
      <Text size="sm" c="dimmed" mb={8}>
        Scored beside the weights in use since <When at={startedAt} time />, by {startedBy}, among the people
        whom each run lists. Shown to nobody.
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
      <Button
        variant="default"
        loading={end.isPending}
        onClick={() => end.mutate({ shadowId: shadow.shadowId })}
      >
        End the shadow run
      </Button>
    </section>
  );
};
