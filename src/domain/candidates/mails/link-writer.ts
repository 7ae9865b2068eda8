import type { MailContent } from '@emails/render';
import type { candidates, candidateTokens } from '@/db/schema';
import type { Transaction } from '@/db/client';

export interface Link {
  token: typeof candidateTokens.$inferSelect;
  person: typeof candidates.$inferSelect;
  /** What stands behind the `#` of the link: that part of an address reaches no server and no log. */
  secret: string;
}

/** Writes the mail of one purpose's link when it is sent, or null when what it is about is gone. */
export type LinkWriter = (tx: Transaction, link: Link) => Promise<MailContent | null>;
