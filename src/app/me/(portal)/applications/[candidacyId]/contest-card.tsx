'use client';
import { Alert, Button, Group, Select, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconFlag } from '@tabler/icons-react';
import { useState } from 'react';
import type { MirrorView } from '@/domain/pipeline/schema/mirror';
import type { Factor } from '@/domain/scoring/schema';
import { errorData, useTRPC } from '@/trpc/client';
import classes from '../../portal.module.css';
import { useDay } from '../../use-day';

const WHOLE = 'whole';

/** What was contested and answered before, and the form for another; one is open at a time. */
export const ContestCard = ({ mirror }: { mirror: MirrorView }) => {
  const { contests, application, explanation } = mirror;
  const day = useDay();
  const [writing, setWriting] = useState(false);
  const open = contests.some(({ answeredAt }) => answeredAt === null);
  const labels = new Map(explanation?.factors.map(({ factor, label }) => [factor, label]));
  return (
    <div className={classes.part}>
      {contests.map((contest) => (
        <div key={contest.contestId} className={classes.contest}>
          <Text fw={600}>
            {contest.factor === null ? 'The result' : (labels.get(contest.factor) ?? 'One factor')}, contested{' '}
            {day(contest.openedAt)}
          </Text>
          <Text size="sm" className={classes.said}>
            {contest.message}
          </Text>
          <Text size="sm" c="dimmed" mt={4}>
            {contest.answer === null
              ? `A person at ${application.organizationName} must answer. You are told by mail.`
              : contest.outcome === 'corrected'
                ? 'Something was corrected. They write:'
                : 'The score stands. They write:'}
          </Text>
          {contest.answer !== null && (
            <Text size="sm" className={classes.said}>
              {contest.answer}
            </Text>
          )}
        </div>
      ))}
      {!open && !writing && (
        <Group wrap="nowrap" align="start" gap={10}>
          <IconFlag size={18} stroke={1.6} aria-hidden="true" />
          <div className="fb-grow">
            <Title order={3}>Contest the result</Title>
            <Text size="sm" c="dimmed">
              A person at {application.organizationName} must answer, in words.
            </Text>
          </div>
          <Button variant="default" onClick={() => setWriting(true)}>
            Contest
          </Button>
        </Group>
      )}
      {writing && !open && <ContestForm mirror={mirror} onDone={() => setWriting(false)} />}
    </div>
  );
};

const ContestForm = ({ mirror, onDone }: { mirror: MirrorView; onDone: () => void }) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [about, setAbout] = useState(WHOLE);
  const [message, setMessage] = useState('');
  const contest = useMutation(
    trpc.portal.contest.mutationOptions({
      onSuccess: onDone,
      onSettled: () => queryClient.invalidateQueries(trpc.portal.pathFilter()),
    }),
  );
  const failure = contest.isError ? errorData(contest.error) : null;
  const problem = failure?.issues.find(({ path }) => path === 'message')?.message ?? null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        contest.mutate({
          candidacyId: mirror.application.candidacyId,
          factor: about === WHOLE ? null : (about as Factor),
          message,
        });
      }}
    >
      <Title order={3} mb={8}>
        Contest the result
      </Title>
      <Select
        label="What is wrong"
        data={[
          { value: WHOLE, label: 'The result as a whole' },
          ...(mirror.explanation?.factors ?? []).map(({ factor, label }) => ({ value: factor, label })),
        ]}
        value={about}
        onChange={(value) => setAbout(value ?? WHOLE)}
        allowDeselect={false}
      />
      <Textarea
        mt={10}
        label="Why"
        autosize
        minRows={3}
        maxLength={4000}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
        error={problem}
      />
      {failure !== null && problem === null && (
        <Alert color="red" mt={10} role="alert">
          {failure.message}
        </Alert>
      )}
      <Group mt={10} justify="end">
        <Button variant="default" onClick={onDone}>
          Not now
        </Button>
        <Button type="submit" loading={contest.isPending}>
          Send
        </Button>
      </Group>
    </form>
  );
};
