'use client';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { joinByInvitationSchema } from '@/domain/accounts/schema/members';
import { useTRPC } from '@/trpc/client';
import classes from '../auth.module.css';
import { Failure } from '../failure';
import { useAccountForm } from '../use-account-form';

/** A new account for the address that was invited, which the link has proved. */
export const JoinForm = ({ token, email }: { token: string; email: string }) => {
  const join = useMutation(useTRPC().accounts.joinByInvitation.mutationOptions());
  const { form, field, button, failure } = useAccountForm(
    joinByInvitationSchema,
    async (input) => {
      await join.mutateAsync(input);
      window.location.assign('/employer');
    },
    () => ({ token, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
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
        <TextInput {...field('name')} size="md" label="Your name" autoComplete="name" />
        <PasswordInput
          {...field('password')}
          size="md"
          label="Password"
          description="At least ten characters; a short sentence works well."
          autoComplete="new-password"
        />
        <Button {...button} fullWidth size="md" h={44}>
          Join
        </Button>
      </form>
    </>
  );
};
