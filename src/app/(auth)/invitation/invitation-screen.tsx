'use client';
import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useEffect } from 'react';
import { ROLE_WORDS, type OpenedInvitation } from '@/domain/accounts/schema/members';
import { errorData, useTRPC } from '@/trpc/client';
import classes from '../auth.module.css';
import { Failure } from '../failure';
import { Heading } from '../heading';
import { useMailedToken } from '../mail-link';
import { AcceptForm } from './accept-form';
import { JoinForm } from './join-form';

const Opened = ({ token, invitation }: { token: string; invitation: OpenedInvitation }) => {
  const { organizationName, inviterName, role, hasAccount } = invitation;
  return (
    <>
      <Heading title={`Join ${organizationName}`}>
        {inviterName} invites you as {role === 'owner' ? 'an' : 'a'} {ROLE_WORDS[role].name.toLowerCase()}:
        you can {ROLE_WORDS[role].may}
      </Heading>
      {hasAccount ? (
        <AcceptForm token={token} email={invitation.email} />
      ) : (
        <JoinForm token={token} email={invitation.email} />
      )}
    </>
  );
};

/** What a mailed invitation asks: an account is made, or the one of its address is signed in to. */
export const InvitationScreen = () => {
  const token = useMailedToken();
  const { mutate, data, error, isError } = useMutation(useTRPC().accounts.openInvitation.mutationOptions());
  useEffect(() => {
    if (token !== '') mutate({ token });
  }, [token, mutate]);
  if (data !== undefined) return <Opened token={token} invitation={data} />;
  if (!isError)
    return <Heading title="Your invitation">{token === '' ? 'Open it from the mail.' : 'Looking…'}</Heading>;
  const failure = errorData(error);
  return (
    <>
      <Heading title="This invitation cannot be used">Nothing was changed.</Heading>
      <Failure>{failure.issues[0]?.message ?? failure.message}</Failure>
      <Button variant="default" onClick={() => mutate({ token })}>
        Try again
      </Button>
      <Text size="sm" className={classes.under}>
        <Link href="/sign-in" className="fb-link">
          Go to sign in
        </Link>
      </Text>
    </>
  );
};
