'use client';
import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import classes from '@/app/(auth)/auth.module.css';
import { Failure } from '@/app/(auth)/failure';
import { Heading } from '@/app/(auth)/heading';
import { useMailedToken } from '@/app/(auth)/mail-link';
import { useAccountForm } from '@/app/(auth)/use-account-form';
import { RenewLink } from '@/app/me/renew-link';
import { tokenSchema } from '@/domain/accounts/schema';
import { errorData, useTRPC } from '@/trpc/client';

export interface OpenFormProps {
  purpose: 'portal' | 'application';
  /** This browser has a session: an old link is not needed to get in. */
  signedIn: boolean;
}

/** A button rather than a visit spends the link: scanners of mail follow links, and some run their scripts. */
export const OpenForm = ({ purpose, signedIn }: OpenFormProps) => {
  const token = useMailedToken();
  const [stale, setStale] = useState(false);
  const trpc = useTRPC();
  const openPortal = useMutation(trpc.portal.open.mutationOptions());
  const openApplication = useMutation(trpc.applications.open.mutationOptions());
  const open = purpose === 'portal' ? openPortal : openApplication;
  const { form, button, failure } = useAccountForm(
    tokenSchema,
    async (input) => {
      try {
        await open.mutateAsync(input);
      } catch (error) {
        setStale(errorData(error).code === 'conflict');
        throw error;
      }
      // A full load: what the browser held of anybody before is gone.
      window.location.replace('/me');
    },
    () => ({ token }),
  );
  return (
    <>
      {purpose === 'portal' ? (
        <Heading title="Open your applications">One click. The link works once, for one hour.</Heading>
      ) : (
        <Heading title="Confirm your application">
          One click: what you sent becomes your profile, and you see where you stand.
        </Heading>
      )}
      <Failure>{failure}</Failure>
      {stale ? (
        <RenewLink token={token} purpose={purpose} />
      ) : (
        <form {...form} className={classes.form}>
          <Button {...button} fullWidth size="md" h={44}>
            Open
          </Button>
        </form>
      )}
      <Text size="sm" className={classes.under}>
        {signedIn ? (
          <span>
            You are signed in on this device.{' '}
            <Link href="/me" className="fb-link">
              See my applications
            </Link>
          </span>
        ) : (
          <span>
            Does it not work?{' '}
            <Link href="/me/sign-in" className="fb-link">
              Type your address for another link
            </Link>
          </span>
        )}
      </Text>
    </>
  );
};
