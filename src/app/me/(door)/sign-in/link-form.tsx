'use client';
import { Button, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import classes from '@/app/(auth)/auth.module.css';
import { Failure } from '@/app/(auth)/failure';
import { useAccountForm } from '@/app/(auth)/use-account-form';
import { emailOnlySchema } from '@/domain/accounts/schema';
import { useTRPC } from '@/trpc/client';

/** Asks for the address and answers the same for every one. */
export const LinkForm = () => {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const request = useMutation(useTRPC().portal.requestLink.mutationOptions());
  const { form, field, button, failure } = useAccountForm(emailOnlySchema, async ({ email }) => {
    setSentTo(null);
    await request.mutateAsync({ email });
    setSentTo(email);
  });
  return (
    <>
      <Failure>{failure}</Failure>
      <form {...form} className={classes.form}>
        <TextInput
          {...field('email')}
          size="md"
          label="The address you applied with"
          type="email"
          autoComplete="email"
        />
        <Button {...button} fullWidth size="md" h={44}>
          Mail me a link
        </Button>
        <Text size="sm" component="output" display="block">
          {sentTo !== null &&
            `If we know ${sentTo}, a link is on its way. It works once, for one hour. Nothing came? Look in the spam folder, or try the other address you use.`}
        </Text>
      </form>
      <Text size="sm" className={classes.under}>
        <span>
          Hiring for an organisation?{' '}
          <Link href="/sign-in" className="fb-link">
            Sign in there
          </Link>
        </span>
      </Text>
    </>
  );
};
