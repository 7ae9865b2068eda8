import { Anchor, Text } from '@mantine/core';
import { env } from '@/env';

/** Where the mail of this copy can be read, for copies that send none out. */
export const MailInbox = () => {
  const { MAIL_INBOX_URL } = env();
  return (
    MAIL_INBOX_URL !== undefined && (
      <Text size="sm" c="dimmed" mt={16}>
        Mail of this copy goes to its{' '}
        <Anchor href={MAIL_INBOX_URL} className="fb-link" inherit>
          mail inbox
        </Anchor>
        .
      </Text>
    )
  );
};
