'use client';
import { ActionIcon, Menu, Portal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  IconArchive,
  IconArchiveOff,
  IconCopy,
  IconDots,
  IconPlayerPause,
  IconPlayerPlay,
  IconStar,
  IconStarOff,
  IconX,
} from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { JOB_MOVES, type JobState } from '@/domain/jobs/schema';
import { errorData, useTRPC } from '@/trpc/client';
import classes from '@/ui/shell/shell.module.css';
import { UndoToast } from '@/ui/review/undo-toast';
import { editJobHref } from '../../routes';

const MOVES = {
  open: { label: 'Open again', icon: <IconPlayerPlay size={16} /> },
  paused: { label: 'Pause', icon: <IconPlayerPause size={16} /> },
  closed: { label: 'Close', icon: <IconX size={16} /> },
  archived: { label: 'Archive', icon: <IconArchive size={16} /> },
} as const;
type Target = keyof typeof MOVES;

export interface JobMenuProps {
  jobId: string;
  state: JobState;
  promoted: boolean;
}

/** What else can be done with a job: pause, close, open again, promote, archive and take out of the archive, duplicate. */
export const JobMenu = ({ jobId, state, promoted }: JobMenuProps) => {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [archived, setArchived] = useState(false);
  const fail = (error: unknown) => notifications.show({ color: 'red', message: errorData(error).message });
  const told = {
    onSuccess: ({ state: now }: { state: JobState }) => {
      setArchived(now === 'archived');
      if (now !== 'archived')
        notifications.show({ message: `This job is ${now === 'draft' ? 'a draft' : now} now.` });
    },
    onError: fail,
    onSettled: () => queryClient.invalidateQueries(),
  };
  const move = useMutation(trpc.jobs.move.mutationOptions(told));
  const promote = useMutation(
    trpc.jobs.promote.mutationOptions({
      onSuccess: ({ promoted: now }) =>
        notifications.show({
          message: now
            ? 'This job is promoted: it is ranked before the others each night.'
            : 'This job is promoted no longer.',
        }),
      onError: fail,
      onSettled: () => queryClient.invalidateQueries(),
    }),
  );
  const restore = useMutation(trpc.jobs.restore.mutationOptions(told));
  const duplicate = useMutation(
    trpc.jobs.duplicate.mutationOptions({
      onSuccess: ({ jobId: copy }) => router.push(editJobHref(copy)),
      onError: fail,
    }),
  );
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="default"
            size={32}
            aria-label="More about this job"
            loading={move.isPending || restore.isPending}
          >
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
          {state !== 'archived' && (
            <Menu.Item
              leftSection={promoted ? <IconStarOff size={16} /> : <IconStar size={16} />}
              onClick={() => promote.mutate({ jobId, promoted: !promoted })}
            >
              {promoted ? 'Promote no longer' : 'Promote'}
            </Menu.Item>
          )}
          {state === 'archived' && (
            <Menu.Item leftSection={<IconArchiveOff size={16} />} onClick={() => restore.mutate({ jobId })}>
              Take out of the archive
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => duplicate.mutate({ jobId })}>
            Duplicate
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {archived && (
        <Portal>
          <div className={classes.toastPlace}>
            <UndoToast
              title="This job is archived"
              text="It left your lists; its people and decisions are kept."
              onUndo={() => restore.mutate({ jobId })}
              onDone={() => setArchived(false)}
            />
          </div>
        </Portal>
      )}
    </>
  );
};
