'use client';
import { Button, FileButton, Group, Paper, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/trpc/client';
import { CHOOSE_AGAIN } from '@/ui/choose-again';
import { useMember } from '../../member';
import { plural } from '../../words';
import { readChosen, type Chosen } from '../new/read-files';
import { useUpload } from '../use-upload';

/** Files that never came, since the page that sent them was closed or lost its connection: they can be sent from here. */
export const MissingFiles = ({
  importId,
  count,
  arriving,
}: {
  importId: string;
  count: number;
  /** Others are being read: as long as these come one after the other, nothing is amiss. */
  arriving: boolean;
}) => {
  const member = useMember();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { state, goOn } = useUpload();
  const [others, setOthers] = useState(false);
  const [problems, setProblems] = useState<Chosen['problems']>([]);
  const refresh = () => queryClient.invalidateQueries(trpc.imports.pathFilter());
  const abandon = useMutation(trpc.imports.abandon.mutationOptions({ onSettled: refresh }));
  const busy = state.phase === 'uploading';
  const send = async (chosen: File[]) => {
    setOthers(false);
    const read = await readChosen(chosen);
    setProblems(read.problems);
    setOthers((await goOn(importId, read.files)) === 0);
    await refresh();
  };
  if (!member.may('candidate:write') || (arriving && !busy)) return null;
  return (
    <Paper p={16} mb={16} role="status">
      <Text fw={600}>{plural(count, 'file has', 'files have')} not arrived</Text>
      <Text size="sm" mt={4}>
        Is the page that sends them still open? Then they are on their way. If it was closed, choose the same
        files again, or the ZIP that they came in: what is missing is sent, nothing comes twice.
      </Text>
      {busy && (
        <Text size="sm" mt={8}>
          {state.sent} of {state.total} sent. Stay on this page until they are.
        </Text>
      )}
      {problems.map(({ name, words }) => (
        <Text key={name} size="sm" mt={8} c="red">
          {name}: {words}
        </Text>
      ))}
      {others && (
        <Text size="sm" mt={8} c="red">
          None of the missing files is among these. They are known by name and size.
        </Text>
      )}
      {!busy && state.lost > 0 && (
        <Text size="sm" mt={8} c="red" role="alert">
          {plural(state.lost, 'file', 'files')} did not get through. Look at your connection, then choose{' '}
          {state.lost === 1 ? 'it' : 'them'} again.
        </Text>
      )}
      {state.phase === 'failed' && (
        <Text size="sm" mt={8} c="red" role="alert">
          {state.message}
        </Text>
      )}
      <Group mt={12}>
        <FileButton multiple inputProps={CHOOSE_AGAIN} onChange={(files) => void send(files)}>
          {(props) => (
            <Button {...props} size="sm" loading={busy}>
              Choose the missing files
            </Button>
          )}
        </FileButton>
        <Button
          size="sm"
          variant="default"
          disabled={busy}
          loading={abandon.isPending}
          onClick={() => abandon.mutate({ importId })}
        >
          Finish without {count === 1 ? 'it' : 'them'}
        </Button>
      </Group>
    </Paper>
  );
};
