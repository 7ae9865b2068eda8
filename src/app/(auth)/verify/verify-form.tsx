'use client';
import { Button, PasswordInput, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { verifyEmailSchema } from '@/domain/accounts/schema';
import { useTRPC } from '@/trpc/client';
import classes from '../auth.module.css';
import { Failure } from '../failure';
import { Heading } from '../heading';
import { useMailedToken } from '../mail-link';
import { useAccountForm } from '../use-account-form';

/** A password and a button rather than a visit confirm: scanners of mail follow links, and some run their scripts. */
export const VerifyForm = () => {
  const token = useMailedToken();
  const trpc = useTRPC();
  const verify = useMutation(trpc.accounts.verifyEmail.mutationOptions());
  const signIn = useMutation(trpc.accounts.signIn.mutationOptions());
  const { form, field, button, failure } = useAccountForm(
    verifyEmailSchema,
    async (input) => {
      const { email } = await verify.mutateAsync(input);
      await signIn.mutateAsync({ email, password: input.password });
      window.location.assign('/employer');
    },
    () => ({ token }),
  );
  return (
    <>
      <Heading title="Confirm your address">
        Type the password that you chose, and your account is ready. The link works once.
      </Heading>
      <Failure>{failure}</Failure>
      <form {...form} className={classes.form}>
        <PasswordInput {...field('password')} size="md" label="Password" autoComplete="current-password" />
        <Button {...button} fullWidth size="md" h={44}>
          Confirm my address
        </Button>
      </form>
      <Text size="sm" className={classes.under}>
        <span>
          Used it already?{' '}
          <Link href="/sign-in" className="fb-link">
            Sign in
          </Link>
        </span>
        <span>
          Not your password?{' '}
          <Link href="/reset-password" className="fb-link">
            Choose a new one
          </Link>
        </span>
        <span>
          Does it not work?{' '}
          <Link href="/check-your-mail" className="fb-link">
            Ask for another link
          </Link>
        </span>
      </Text>
    </>
  );
};
