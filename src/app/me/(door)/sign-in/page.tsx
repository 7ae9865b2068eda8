import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Heading } from '@/app/(auth)/heading';
import { MailInbox } from '@/app/(auth)/mail-inbox';
import { pageContext } from '@/trpc/server';
import { LinkForm } from './link-form';

export const metadata: Metadata = { title: 'Your applications' };

const SignInPage = async () => {
  const { candidateId } = await pageContext();
  if (candidateId !== null) redirect('/me');
  return (
    <>
      <Heading title="Your applications">
        No password: we mail you a link. It shows where you stand, what the ranking says about you and why.
      </Heading>
      <LinkForm />
      <MailInbox />
    </>
  );
};
export default SignInPage;
