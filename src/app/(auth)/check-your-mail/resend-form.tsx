'use client';
import { Button, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { emailOnlySchema } from '@/domain/accounts/schema';
import { useTRPC } from '@/trpc/client';
import classes from '../auth.module.css';
import { Failure } from '../failure';
import { mailAddress, rememberMailAddress } from '../mail-address';
import { useAccountForm } from '../use-account-form';

export const ResendForm = () => {
  const input = useRef<HTMLInputElement>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const resend = useMutation(useTRPC().accounts.resendVerification.mutationOptions());
  const { form, field, button, failure } = useAccountForm(emailOnlySchema, async ({ email }) => {
    setSentTo(null);
    await resend.mutateAsync({ email });
    rememberMailAddress(email);
    setSentTo(email);
  });
  useEffect(() => {
    if (input.current?.value === '') input.current.value = mailAddress();
  }, []);
  return (
    <>
      <Failure>{failure}</Failure>
      <form {...form} className={classes.form}>
        <TextInput
          {...field('email')}
          ref={input}
          size="md"
          label="Your address"
          type="email"
          autoComplete="username"
        />
        <Button {...button} variant="default" fullWidth size="md" h={44}>
          Send the link again
        </Button>
        <Text size="sm" component="output" display="block">
          {sentTo !== null && `If ${sentTo} still needs confirming, a new link is on its way.`}
        </Text>
      </form>
      <Text size="sm" className={classes.under}>
        <Link href="/sign-in" className="fb-link">
          Back to sign in
        </Link>
      </Text>
    </>
  );
};
