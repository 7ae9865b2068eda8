'use client';
import { Button, Paper, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconFlag } from '@tabler/icons-react';
import Link from 'next/link';
import { useState } from 'react';
import type { TodayView } from '@/domain/pipeline/schema/today';
import { errorData, useTRPC } from '@/trpc/client';
import { ContestPanel } from '@/ui/review/contest-panel';
import { Dialog } from '@/ui/dialog';
import { useMember } from './member';
import { listedHref } from './routes';
import classes from './today.module.css';
import { Ago } from './ago';

type Item = TodayView['contests'][number];
const nameOf = ({ name, code }: Item): string => name ?? `Candidate ${code}`;

/** Contests that wait for an answer in words: on the review screen, or here for who is not ranked any more. */
export const ContestList = ({ contests }: { contests: readonly Item[] }) => {
  const [answering, setAnswering] = useState<Item | null>(null);
  return (
    <>
      <Paper component="ul" className={classes.list} mb={12}>
        {contests.map((item) => {
          const { contest, jobId, jobTitle, candidateId, group } = item;
          const label = `Answer ${nameOf(item)} about ${jobTitle}`;
          return (
            <li key={contest.contestId} className={classes.decision} data-first>
              <IconFlag size={20} stroke={1.6} aria-hidden="true" className={classes.icon} />
              <div className="fb-grow">
                <Text fw={650}>{nameOf(item)} contests a score</Text>
                <Text size="sm" c="dimmed">
                  {jobTitle}, <Ago at={contest.openedAt} />. A person must answer.
                </Text>
              </div>
              {group === null ? (
                <Button aria-label={label} onClick={() => setAnswering(item)}>
                  Answer
                </Button>
              ) : (
                <Button component={Link} href={listedHref(jobId, candidateId, group)} aria-label={label}>
                  Answer
                </Button>
              )}
            </li>
          );
        })}
      </Paper>
      {answering !== null && <AnswerHere item={answering} onClose={() => setAnswering(null)} />}
    </>
  );
};

const AnswerHere = ({ item, onClose }: { item: Item; onClose: () => void }) => {
  const trpc = useTRPC();
  const member = useMember();
  const queryClient = useQueryClient();
  const answer = useMutation(
    trpc.pipeline.answerContest.mutationOptions({
      onSuccess: onClose,
      onSettled: () => queryClient.invalidateQueries(trpc.pipeline.pathFilter()),
    }),
  );
  return (
    <Dialog onClose={onClose} title={`${nameOf(item)}, ${item.jobTitle}`}>
      <Text size="sm" c="dimmed" mb={8}>
        This person is not ranked for the job any more, and still gets an answer.
      </Text>
      <ContestPanel
        contests={[item.contest]}
        labelOf={() => 'one factor'}
        onAnswer={answer.mutate}
        busy={answer.isPending}
        problem={answer.isError ? errorData(answer.error).message : null}
        mayAnswer={member.may('candidacy:decide')}
      />
    </Dialog>
  );
};
