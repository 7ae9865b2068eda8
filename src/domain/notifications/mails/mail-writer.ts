import type { MailContent } from '@emails/render';
import type { Transaction } from '@/db/client';
import type { notifications } from '@/db/schema';

export interface WrittenMail {
  to: { name: string; address: string };
  content: MailContent;
}

/** Writes the mail of one event's notification when it is sent, or null when there is nobody to send it to any more. */
export type MailWriter = (
  tx: Transaction,
  notification: typeof notifications.$inferSelect,
) => Promise<WrittenMail | null>;
