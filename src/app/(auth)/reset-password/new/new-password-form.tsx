'use client';
import { Button, PasswordInput, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { resetPasswordSchema } from '@/domain/accounts/schema';
import { useTRPC } from '@/trpc/client';
import classes from '../../auth.module.css';
import { Failure } from '../../failure';
import { Heading } from '../../heading';
import { useMailedToken } from '../../mail-link';
import { useAccountForm } from '../../use-account-form';

export const NewPasswordForm = () => {
  const token = useMailedToken();
  const reset = useMutation(useTRPC().accounts.resetPassword.mutationOptions());
  const { form, field, button, failure } = useAccountForm(
    resetPasswordSchema,
    (input) => reset.mutateAsync(input),
    () => ({ token }),
  );
  if (reset.isSuccess) {
    return (
      <>
        <Heading title="Your password is changed">Every device was signed out. Sign in again here.</Heading>
        <Button component={Link} href="/sign-in" fullWidth size="md" h={44}>
          Sign in
        </Button>
      </>
    );
  }
  return (
    <>
      <Heading title="Choose a new password">Every device that is signed in now will be signed out.</Heading>
      <Failure>{failure}</Failure>
      <form {...form} className={classes.form}>
        <PasswordInput
          {...field('password')}
          size="md"
          label="New password"
          description="At least ten characters; a short sentence works well."
          autoComplete="new-password"
        />
        <Button {...button} fullWidth size="md" h={44}>
          Change the password
        </Button>
      </form>
      <Text size="sm" className={classes.under}>
        <span>
          Does the link not work?{' '}
          <Link href="/reset-password" className="fb-link">
            Ask for another
          </Link>
        </span>
      </Text>
    </>
  );
};
