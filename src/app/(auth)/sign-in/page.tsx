import type { Metadata } from 'next';
import { Heading } from '../heading';
import { MailInbox } from '../mail-inbox';
import { nextPath } from '../next-path';
import { visitorsOnly } from '../visitors-only';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = nextPath((await searchParams).next);
  await visitorsOnly(next);
  return (
    <>
      <Heading title="Good people, for the hours you have">Sign in to your jobs and shortlists.</Heading>
      <SignInForm next={next} />
      <MailInbox />
    </>
  );
}
