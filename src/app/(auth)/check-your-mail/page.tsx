import type { Metadata } from 'next';
import { Heading } from '../heading';
import { MailInbox } from '../mail-inbox';
import { ResendForm } from './resend-form';

export const metadata: Metadata = { title: 'Check your mail' };

export default function CheckYourMailPage() {
  return (
    <>
      <Heading title="Check your mail">
        A link that confirms your address was sent to it. It works for 48 hours; after that, or if nothing
        comes within a minute, ask for another.
      </Heading>
      <ResendForm />
      <MailInbox />
    </>
  );
}
