import nodemailer, { type NodemailerError } from 'nodemailer';
import { DomainError } from '@/domain/kernel/errors';
import { env } from '@/env';

export interface OutgoingMail {
  /** Names this mail for good: a second sending carries the same Message-ID and idempotency header. */
  key: string;
  to: string | { name: string; address: string };
  subject: string;
  html: string;
  text: string;
}

/**
 * Why a mail did not leave: `rejected` for good, `not_sent` and worth another try, or `unknown`: the line broke after
 * the message was handed over, so it may have been delivered. Its words hold codes only, never an address.
 */
export class MailError extends Error {
  override readonly name = 'MailError';

  constructor(
    readonly outcome: 'rejected' | 'not_sent' | 'unknown',
    detail: string,
  ) {
    super(`mail ${outcome}: ${detail}`);
  }
}

const connectMail = (url: string) =>
  nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 3,
    // A broken line is ambiguous: whether to send again is the queue's decision, not the pool's.
    maxRequeues: 0,
    idleTimeout: 20_000,
    dnsTimeout: 5_000,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

let shared: ReturnType<typeof connectMail> | undefined;
const transport = () => (shared ??= connectMail(env().SMTP_URL));

const toMailError = (error: NodemailerError): MailError => {
  const { responseCode, permanent = false, command = '', code = '' } = error;
  const detail = [code, command.split(' ')[0], responseCode].filter(Boolean).join(' ');
  if (responseCode !== undefined) return new MailError(permanent ? 'rejected' : 'not_sent', detail);
  return new MailError(command.startsWith('DATA') ? 'unknown' : 'not_sent', detail);
};

/** Hands one mail to the provider. Returns its Message-ID. Throws `MailError`. */
export const sendMail = async ({ key, ...mail }: OutgoingMail): Promise<{ messageId: string }> => {
  const messageId = `<${key}@${new URL(env().APP_URL).hostname}>`;
  try {
    await transport().sendMail({
      ...mail,
      from: env().MAIL_FROM,
      messageId,
      headers: { 'X-Idempotency-Key': key, 'Auto-Submitted': 'auto-generated' },
    });
    return { messageId };
  } catch (error) {
    throw toMailError(error instanceof Error ? error : new Error('unknown'));
  }
};

/** As `sendMail`; a mailbox that refuses for good is `invalid_input`, so that the queue gives its message up. */
export const sendOrGiveUp = async (mail: OutgoingMail): Promise<{ messageId: string }> => {
  try {
    return await sendMail(mail);
  } catch (error) {
    if (error instanceof MailError && error.outcome === 'rejected') {
      throw new DomainError('invalid_input', error.message, { cause: error });
    }
    throw error;
  }
};
