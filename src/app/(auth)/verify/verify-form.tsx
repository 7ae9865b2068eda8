'use client';
import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { tokenSchema } from '@/domain/accounts/schema';
import { useTRPC } from '@/trpc/client';
import classes from '../auth.module.css';
import { Failure } from '../failure';
import { Heading } from '../heading';
import { useMailedToken } from '../mail-link';
import { useAccountForm } from '../use-account-form';

/** A button rather than a visit confirms: scanners of mail follow links, and some run their scripts. */
export const VerifyForm = () => {
  const token = useMailedToken();
  const verify = useMutation(useTRPC().accounts.verifyEmail.mutationOptions());
  const { form, button, failure } = useAccountForm(
    tokenSchema,
    (input) => verify.mutateAsync(input),
    () => ({ token }),
  );
  if (verify.isSuccess) {
    return (
      <>
        <Heading title="Your address is confirmed">Sign in, and post your first job.</Heading>
        <Button component={Link} href="/sign-in" fullWidth size="md" h={44}>
          Sign in
        </Button>
      </>
    );
  }
  return (
    <>
      <Heading title="Confirm your address">
        One click, and your account is ready. The link works once.
      </Heading>
      <Failure>{failure}</Failure>
      <form {...form} className={classes.form}>
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
          Does it not work?{' '}
          <Link href="/check-your-mail" className="fb-link">
            Ask for another link
          </Link>
        </span>
      </Text>
    </>
  );
};
