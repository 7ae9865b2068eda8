import { once } from 'node:events';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Mailbox } from './mailbox';

const LARGEST = 25 * 1024 * 1024;

/** A refusal with the code that the sending side is told. */
const refusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

/**
 * Takes mail for everybody and keeps it. For tests of failures, an address that begins with `refuse+` is refused for good
 * (550), one that begins with `defer+` for now (451).
 */
export async function startSmtp(mailbox: Mailbox, port: number): Promise<{ stop: () => Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST,
    // Senders pool connections: stopping does not wait for idle ones.
    closeTimeout: 200,
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('refuse+')) done(refusal(550, 'No such mailbox'));
      else if (address.startsWith('defer+')) done(refusal(451, 'Try again later'));
      else done();
    },
    onData: (stream, session, done) => {
      const finish = async (): Promise<void> => done(await receive(mailbox, stream, session));
      void finish();
    },
  });
  // A sender that hangs up is no concern of ours.
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return { stop: () => new Promise((done) => server.close(() => done())) };
}

/** @returns what the sender is told when the message could not be kept */
async function receive(
  mailbox: Mailbox,
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
): Promise<Error | null> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    if (stream.sizeExceeded) return refusal(552, 'Message too large');
    await mailbox.add(
      Buffer.concat(chunks),
      envelope.rcptTo.map(({ address }) => address),
    );
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
