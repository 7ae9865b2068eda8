'use client';
import { Button, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { emailOnlySchema } from '@/domain/accounts/schema';
import { useTRPC } from '@/trpc/client';
import classes from '../auth.module.css';
import { Failure } from '../failure';
import { useAccountForm } from '../use-account-form';

export const RequestForm = () => {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const request = useMutation(useTRPC().accounts.requestPasswordReset.mutationOptions());
  const { form, field, button, failure } = useAccountForm(emailOnlySchema, async ({ email }) => {
    setSentTo(null);
    await request.mutateAsync({ email });
    setSentTo(email);
  });
  return (
    <>
      <Failure>{failure}</Failure>
      <form {...form} className={classes.form}>
        <TextInput {...field('email')} size="md" label="Work e-mail" type="email" autoComplete="username" />
        <Button {...button} fullWidth size="md" h={44}>
          Mail me a link
        </Button>
        <Text size="sm" component="output" display="block">
          {sentTo !== null && `If ${sentTo} has an account, a link is on its way. It works for one hour.`}
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
