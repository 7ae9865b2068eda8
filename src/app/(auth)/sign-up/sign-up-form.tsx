'use client';
import { Button, PasswordInput, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { signUpSchema } from '@/domain/accounts/schema';
import { useTRPC } from '@/trpc/client';
import classes from '../auth.module.css';
import { Failure } from '../failure';
import { rememberMailAddress } from '../mail-address';
import { useAccountForm } from '../use-account-form';

const here = () => ({ timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });

export const SignUpForm = () => {
  const router = useRouter();
  const signUp = useMutation(useTRPC().accounts.signUp.mutationOptions());
  const { form, field, button, failure } = useAccountForm(
    signUpSchema,
    async (input) => {
      await signUp.mutateAsync(input);
      rememberMailAddress(input.email);
      router.push('/check-your-mail');
    },
    here,
  );
  return (
    <>
      <Failure>{failure}</Failure>
      <form {...form} className={classes.form}>
        <TextInput {...field('name')} size="md" label="Your name" autoComplete="name" />
        <TextInput
          {...field('organizationName')}
          size="md"
          label="Organisation"
          autoComplete="organization"
        />
        <TextInput {...field('email')} size="md" label="Work e-mail" type="email" autoComplete="username" />
        <PasswordInput
          {...field('password')}
          size="md"
          label="Password"
          description="At least ten characters; a short sentence works well."
          autoComplete="new-password"
        />
        <Button {...button} fullWidth size="md" h={44}>
          Create the account
        </Button>
      </form>
      <Text size="sm" className={classes.under}>
        <span>
          Have an account?{' '}
          <Link href="/sign-in" className="fb-link">
            Sign in
          </Link>
        </span>
      </Text>
    </>
  );
};
