'use client';
import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { acceptInvitationSchema } from '@/domain/accounts/schema/members';
import { useTRPC } from '@/trpc/client';
import classes from '../auth.module.css';
import { useAccountForm } from '../use-account-form';
import { InvitedForm } from './invited-form';

/** The account of the address that was invited joins, with its own password. */
export const AcceptForm = ({ token, email }: { token: string; email: string }) => {
  const accept = useMutation(useTRPC().accounts.acceptInvitation.mutationOptions());
  const account = useAccountForm(
    acceptInvitationSchema,
    async (input) => {
      await accept.mutateAsync(input);
      window.location.assign('/employer');
    },
    () => ({ token }),
  );
  return (
    <>
      <InvitedForm
        email={email}
        account={account}
        hint="This address has an account: its own password."
        autoComplete="current-password"
        submit="Sign in and join"
      />
      <Text size="sm" className={classes.under}>
        <span>
          Forgot it?{' '}
          <Link href="/reset-password" className="fb-link">
            Choose a new password
          </Link>
          , then open the invitation again.
        </span>
      </Text>
    </>
  );
};
