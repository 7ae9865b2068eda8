'use client';
import { Alert, Badge, Button, Paper, Select, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { inviteSchema, ROLE_WORDS } from '@/domain/accounts/schema/members';
import { fieldIssues } from '@/domain/kernel/schema';
import { MEMBER_ROLES, type MemberRole } from '@/domain/kernel/policy';
import { errorData, useTRPC } from '@/trpc/client';
import { useMember } from '../member';
import { QueryFailed } from '../query-state';
import { dateTime } from '../words';
import classes from './members.module.css';

const ROLES = MEMBER_ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role].name }));

const InviteForm = () => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<MemberRole>('recruiter');
  const [problem, setProblem] = useState<string | null>(null);
  const invite = useMutation(
    trpc.members.invite.mutationOptions({
      onSuccess: () => {
        notifications.show({ message: `The invitation to ${email.trim()} is on its way.` });
        setEmail('');
      },
      onError: (error) => setProblem(errorData(error).issues[0]?.message ?? errorData(error).message),
      onSettled: () => queryClient.invalidateQueries(trpc.members.pathFilter()),
    }),
  );
  const submit = () => {
    const input = inviteSchema.safeParse({ email, role });
    setProblem(input.success ? null : (fieldIssues(input.error)[0]?.message ?? null));
    if (input.success) invite.mutate(input.data);
  };
  return (
    <form
      noValidate
      className={classes.invite}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextInput
        label="E-mail to invite"
        type="email"
        autoComplete="off"
        value={email}
        error={problem}
        onChange={(event) => {
          setEmail(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <Select
        label="Role"
        data={ROLES}
        allowDeselect={false}
        value={role}
        onChange={(chosen) => setRole(MEMBER_ROLES.find((known) => known === chosen) ?? 'recruiter')}
      />
      <Button type="submit" size="sm" loading={invite.isPending}>
        Send invitation
      </Button>
      <Text size="sm" c="dimmed" style={{ gridColumn: '1 / -1' }}>
        {ROLE_WORDS[role].name}: can {ROLE_WORDS[role].may}
      </Text>
    </form>
  );
};

/** Inviting people, and the invitations that are open; for owners. */
export const Invitations = () => {
  const trpc = useTRPC();
  const { timeZone } = useMember();
  const queryClient = useQueryClient();
  const invitations = useQuery(trpc.members.invitations.queryOptions());
  const settled = { onSettled: () => queryClient.invalidateQueries(trpc.members.pathFilter()) };
  const resend = useMutation(
    trpc.members.resendInvitation.mutationOptions({
      ...settled,
      onSuccess: () => notifications.show({ message: 'Sent again. The link before does nothing any more.' }),
    }),
  );
  const revoke = useMutation(
    trpc.members.revokeInvitation.mutationOptions({
      ...settled,
      onSuccess: () => notifications.show({ message: 'Revoked. Its link does nothing any more.' }),
    }),
  );
  const busy = resend.isPending || revoke.isPending;
  const failure = resend.error ?? revoke.error;
  if (invitations.isError)
    return (
      <QueryFailed
        error={invitations.error}
        what="The invitations"
        onRetry={() => void invitations.refetch()}
      />
    );
  const open = invitations.data ?? [];
  return (
    <Paper p={20} component="section" aria-label="Invitations">
      <Title order={3} mb={12}>
        Invite people
      </Title>
      <InviteForm />
      {failure !== null && (
        <Alert color="red" mt={12} role="alert">
          {errorData(failure).message}
        </Alert>
      )}
      {open.length > 0 && (
        <>
          <Title order={4} mt={20}>
            Waiting for an answer
          </Title>
          <ul className={classes.list}>
            {open.map(({ invitationId, email, role, expiresAt, expired }) => (
              <li key={invitationId}>
                <div className={classes.who}>
                  <Text fw={600} truncate>
                    {email}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {ROLE_WORDS[role].name}, {expired ? 'ended' : 'until'} {dateTime(expiresAt, timeZone)}
                  </Text>
                </div>
                {expired && <Badge color="honey">Too old</Badge>}
                <div className={classes.tools}>
                  <Button
                    variant="default"
                    disabled={busy}
                    aria-label={`Send the invitation to ${email} again`}
                    onClick={() => resend.mutate({ invitationId })}
                  >
                    Send again
                  </Button>
                  <Button
                    variant="default"
                    disabled={busy}
                    aria-label={`Revoke the invitation to ${email}`}
                    onClick={() => revoke.mutate({ invitationId })}
                  >
                    Revoke
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Paper>
  );
};
