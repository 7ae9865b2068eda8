'use client';
import { Button, PasswordInput, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { signInSchema } from '@/domain/accounts/schema';
import { useTRPC } from '@/trpc/client';
import classes from '../auth.module.css';
import { Failure } from '../failure';
import { rememberMailAddress } from '../mail-address';
import { useAccountForm } from '../use-account-form';

export const SignInForm = ({ next }: { next: string }) => {
  const router = useRouter();
  const signIn = useMutation(useTRPC().accounts.signIn.mutationOptions());
  const { form, field, button, failure } = useAccountForm(signInSchema, async (input) => {
    const { status } = await signIn.mutateAsync(input);
    if (status === 'signed_in') {
      window.location.assign(next);
      return;
    }
    rememberMailAddress(input.email);
    router.push('/check-your-mail');
  });
  return (
    <>
      <Failure>{failure}</Failure>
      <form {...form} className={classes.form}>
        <TextInput {...field('email')} size="md" label="Work e-mail" type="email" autoComplete="username" />
        <PasswordInput {...field('password')} size="md" label="Password" autoComplete="current-password" />
        <Button {...button} fullWidth size="md" h={44}>
          Sign in
        </Button>
      </form>
      <div className={classes.under}>
        <Text size="sm">
          New here?{' '}
          <Link href="/sign-up" className="fb-link">
            Create an account
          </Link>
        </Text>
        <Text size="sm">
          <Link href="/reset-password" className="fb-link">
            Forgot your password?
          </Link>
        </Text>
      </div>
    </>
  );
};
