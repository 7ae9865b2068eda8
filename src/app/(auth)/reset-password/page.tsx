import type { Metadata } from 'next';
import { Heading } from '../heading';
import { MailInbox } from '../mail-inbox';
import { RequestForm } from './request-form';

export const metadata: Metadata = { title: 'Reset your password' };

export default function ResetRequestPage() {
  return (
    <>
      <Heading title="Reset your password">
        Type your address. If it has an account, we mail a link that sets a new password.
      </Heading>
      <RequestForm />
      <MailInbox />
    </>
  );
}
