'use client';
import { Button, PasswordInput, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { acceptInvitationSchema } from '@/domain/accounts/schema/members';
import { useTRPC } from '@/trpc/client';
import classes from '../auth.module.css';
import { Failure } from '../failure';
import { useAccountForm } from '../use-account-form';

/** The account of the address that was invited joins, with its own password. */
export const AcceptForm = ({ token, email }: { token: string; email: string }) => {
  const accept = useMutation(useTRPC().accounts.acceptInvitation.mutationOptions());
  const { form, field, button, failure } = useAccountForm(
    acceptInvitationSchema,
    async (input) => {
      await accept.mutateAsync(input);
      window.location.assign('/employer');
    },
    () => ({ token }),
  );
  return (
    <>
      <Failure>{failure}</Failure>
      <form {...form} className={classes.form}>
        <TextInput
          size="md"
          label="Work e-mail"
          type="email"
          value={email}
          readOnly
          autoComplete="username"
        />
        <PasswordInput
          {...field('password')}
          size="md"
          label="Password"
          description="This address has an account: its own password."
          autoComplete="current-password"
        />
        <Button {...button} fullWidth size="md" h={44}>
          Sign in and join
        </Button>
      </form>
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
