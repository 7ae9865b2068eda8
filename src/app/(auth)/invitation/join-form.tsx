'use client';
import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { joinByInvitationSchema } from '@/domain/accounts/schema/members';
import { useTRPC } from '@/trpc/client';
import { useAccountForm } from '../use-account-form';
import { InvitedForm } from './invited-form';

/** A new account for the address that was invited, which the link has proved. */
export const JoinForm = ({ token, email }: { token: string; email: string }) => {
  const join = useMutation(useTRPC().accounts.joinByInvitation.mutationOptions());
  const account = useAccountForm(
    joinByInvitationSchema,
    async (input) => {
      await join.mutateAsync(input);
      window.location.assign('/employer');
    },
    () => ({ token, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
  );
  return (
    <InvitedForm
      email={email}
      account={account}
      hint="At least ten characters; a short sentence works well."
      autoComplete="new-password"
      submit="Join"
    >
      <TextInput {...account.field('name')} size="md" label="Your name" autoComplete="name" />
    </InvitedForm>
  );
};
