'use client';
import { Alert, Button, Group, Paper, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { errorData, useTRPC } from '@/trpc/client';
import { Ago } from '../../ago';
import { useMember } from '../../member';

/** Who was merged into this person, each with a way back. */
export const Merges = ({ candidateId }: { candidateId: string }) => {
  const trpc = useTRPC();
  const member = useMember();
  const queryClient = useQueryClient();
  const merges = useQuery(trpc.people.merges.queryOptions({ candidateId }));
  const undo = useMutation(
    trpc.people.undoMerge.mutationOptions({ onSettled: () => queryClient.invalidateQueries() }),
  );
  const stayed = undo.data?.stayed ?? [];
  const list = merges.data ?? [];
  if (list.length === 0 && undo.data === undefined && !undo.isError) return null;
  return (
    <Paper p={20} component="section" aria-label="Merged people">
      {list.length > 0 && <Title order={4}>Merged into this person</Title>}
      {list.map(({ mergeId, mergedName, mergedEmail, mergedAt, mergedBy, blocked }) => (
        <Group key={mergeId} mt={8} gap={12} justify="space-between" wrap="nowrap" align="flex-start">
          <div>
            <Text size="sm" fw={600}>
              {[mergedName, mergedEmail].filter((part) => part !== null).join(', ') ||
                'Somebody without a name'}
            </Text>
            <Text size="xs" c="dimmed">
              {mergedBy === null ? 'Merged' : `${mergedBy} merged them`} <Ago at={mergedAt} />
              {blocked !== null && `. ${blocked}`}
            </Text>
          </div>
          {member.may('candidate:write') && (
            <Button
              variant="default"
              disabled={blocked !== null}
              loading={undo.isPending && undo.variables.mergeId === mergeId}
              onClick={() => undo.mutate({ mergeId })}
            >
              Undo the merge
            </Button>
          )}
        </Group>
      ))}
      {undo.isSuccess && (
        <Text size="sm" mt={8} role="status">
          Undone. Both people stand by themselves again, and every open job is ranked with them.
        </Text>
      )}
      {stayed.map((words) => (
        <Text key={words} size="sm" mt={4}>
          {words}
        </Text>
      ))}
      {undo.isError && (
        <Alert color="red" mt={8} role="alert" title="Not undone">
          {errorData(undo.error).message}
        </Alert>
      )}
    </Paper>
  );
};
