'use client';
import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconArchive, IconCopy, IconDots, IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { JOB_MOVES, type JobState } from '@/domain/jobs/schema';
import { errorData, useTRPC } from '@/trpc/client';
import { editJobHref } from '../../routes';

const MOVES = {
  open: { label: 'Open again', icon: <IconPlayerPlay size={16} /> },
  paused: { label: 'Pause', icon: <IconPlayerPause size={16} /> },
  closed: { label: 'Close', icon: <IconX size={16} /> },
  archived: { label: 'Archive', icon: <IconArchive size={16} /> },
} as const;
type Target = keyof typeof MOVES;

/** What else can be done with a job: pause, close, open again, archive, duplicate. */
export const JobMenu = ({ jobId, state }: { jobId: string; state: JobState }) => {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const fail = (error: unknown) => notifications.show({ color: 'red', message: errorData(error).message });
  const move = useMutation(
    trpc.jobs.move.mutationOptions({
      onSuccess: ({ state: now }) => notifications.show({ message: `This job is ${now} now.` }),
      onError: fail,
      onSettled: () => queryClient.invalidateQueries(),
    }),
  );
  const duplicate = useMutation(
    trpc.jobs.duplicate.mutationOptions({
      onSuccess: ({ jobId: copy }) => router.push(editJobHref(copy)),
      onError: fail,
    }),
  );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={32} aria-label="More about this job" loading={move.isPending}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {JOB_MOVES[state]
          .filter((to): to is Target => to in MOVES)
          .map((to) => (
            <Menu.Item key={to} leftSection={MOVES[to].icon} onClick={() => move.mutate({ jobId, to })}>
              {MOVES[to].label}
            </Menu.Item>
          ))}
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => duplicate.mutate({ jobId })}>
          Duplicate
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
