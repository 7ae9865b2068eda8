import type { Metadata } from 'next';
import { Heading } from '../heading';
import { visitorsOnly } from '../visitors-only';
import { SignUpForm } from './sign-up-form';

export const metadata: Metadata = { title: 'Create an account' };

export default async function SignUpPage() {
  await visitorsOnly();
  return (
    <>
      <Heading title="Start with one job">
        An account for your organisation. You can post a job as soon as your address is confirmed.
      </Heading>
      <SignUpForm />
    </>
  );
}
