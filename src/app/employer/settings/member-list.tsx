'use client';
import { Alert, Badge, Button, Group, Paper, Select, Skeleton, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ROLE_WORDS, type MemberView } from '@/domain/accounts/schema/members';
import { MEMBER_ROLES, type MemberRole } from '@/domain/kernel/policy';
import { errorData, useTRPC } from '@/trpc/client';
import { PersonAvatar } from '@/ui/person-avatar';
import { Dialog } from '@/ui/dialog';
import { useMember } from '../member';
import { QueryFailed } from '../query-state';
import classes from './members.module.css';

const ROLES = MEMBER_ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role].name }));

/** Asks before a member is taken out. */
const RemoveDialog = ({ person, onClose }: { person: MemberView; onClose: () => void }) => {
  const trpc = useTRPC();
  const me = useMember();
  const queryClient = useQueryClient();
  const remove = useMutation(
    trpc.members.remove.mutationOptions({
      onSuccess: async () => {
        if (person.email === me.email) return window.location.assign('/sign-in');
        onClose();
        notifications.show({ message: `${person.name} is no member any more.` });
        await queryClient.invalidateQueries(trpc.members.pathFilter());
      },
    }),
  );
  return (
    <Dialog onClose={onClose} title={`Remove ${person.name}?`}>
      <Text>
        They cannot open anything of the organisation from their next click on. What they did stays, but for
        invitations that nobody accepted yet, and they can be invited again.
      </Text>
      {remove.isError && (
        <Alert color="red" mt={12} role="alert">
          {errorData(remove.error).message}
        </Alert>
      )}
      <Group mt={16} gap={8}>
        <Button
          color="red"
          loading={remove.isPending}
          onClick={() => remove.mutate({ userId: person.userId })}
        >
          Remove
        </Button>
        <Button variant="default" onClick={onClose}>
          Keep
        </Button>
      </Group>
    </Dialog>
  );
};

interface StepDownProps {
  role: MemberRole;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before an owner gives the ownership up: only another owner can give it back. */
const StepDownDialog = ({ role, onConfirm, onClose }: StepDownProps) => (
  <Dialog onClose={onClose} title={`Become a ${ROLE_WORDS[role].name.toLowerCase()}?`}>
    <Text>You will not be able to undo this yourself. Another owner can make you an owner again.</Text>
    <Group mt={16} gap={8}>
      <Button color="red" onClick={onConfirm}>
        Change my role
      </Button>
      <Button variant="default" onClick={onClose}>
        Stay owner
      </Button>
    </Group>
  </Dialog>
);

/** Who belongs to the organisation; owners change roles and take people out. */
export const MemberList = () => {
  const trpc = useTRPC();
  const me = useMember();
  const router = useRouter();
  const queryClient = useQueryClient();
  const members = useQuery(trpc.members.list.queryOptions());
  const [leaving, setLeaving] = useState<MemberView | null>(null);
  const [steppingDown, setSteppingDown] = useState<{ userId: string; role: MemberRole } | null>(null);
  const changeRole = useMutation(
    trpc.members.changeRole.mutationOptions({
      onSuccess: ({ userId, role }) => {
        notifications.show({ message: `Changed. The role is ${ROLE_WORDS[role].name.toLowerCase()} now.` });
        // What the pages offer depends on the role of whoever looks at them.
        if (members.data?.find((person) => person.userId === userId)?.email === me.email) router.refresh();
      },
      onSettled: () => queryClient.invalidateQueries(trpc.members.pathFilter()),
    }),
  );
  const mayManage = me.may('organization:manage');
  if (members.isError)
    return <QueryFailed error={members.error} what="The members" onRetry={() => void members.refetch()} />;
  return (
    <Paper p={20} component="section" aria-label="Members">
      <Title order={3} mb={4}>
        Members
      </Title>
      <Text size="sm" c="dimmed" mb={8}>
        {mayManage ? 'A new role holds from the next click on.' : 'Owners invite people and change roles.'}
      </Text>
      {changeRole.isError && (
        <Alert color="red" mb={8} role="alert" title="Not changed">
          {errorData(changeRole.error).message}
        </Alert>
      )}
      {members.data === undefined && <Skeleton h={55} />}
      <ul className={classes.list}>
        {(members.data ?? []).map((person) => (
          <li key={person.userId}>
            <PersonAvatar name={person.name} />
            <div className={classes.who}>
              <Text fw={650} truncate>
                {person.name}
                {person.email === me.email && ' (you)'}
              </Text>
              <Text size="sm" c="dimmed" truncate>
                {person.email}
              </Text>
            </div>
            {mayManage ? (
              <div className={classes.tools}>
                <Select
                  w={150}
                  aria-label={`Role of ${person.name}`}
                  data={ROLES}
                  allowDeselect={false}
                  value={person.role}
                  disabled={changeRole.isPending}
                  onChange={(role) => {
                    const chosen = MEMBER_ROLES.find((known) => known === role);
                    if (chosen === undefined || chosen === person.role) return;
                    const change = { userId: person.userId, role: chosen };
                    if (person.email === me.email) setSteppingDown(change);
                    else changeRole.mutate(change);
                  }}
                />
                <Button
                  variant="default"
                  aria-label={`Remove ${person.name}`}
                  onClick={() => setLeaving(person)}
                >
                  Remove
                </Button>
              </div>
            ) : (
              <Badge color="gray">{ROLE_WORDS[person.role].name}</Badge>
            )}
          </li>
        ))}
      </ul>
      {steppingDown !== null && (
        <StepDownDialog
          role={steppingDown.role}
          onClose={() => setSteppingDown(null)}
          onConfirm={() => {
            changeRole.mutate(steppingDown);
            setSteppingDown(null);
          }}
        />
      )}
      {leaving !== null && <RemoveDialog person={leaving} onClose={() => setLeaving(null)} />}
    </Paper>
  );
};
