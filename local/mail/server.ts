import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Mailbox, openMailbox } from './mailbox';
import { renderHtml, renderInbox, renderMessage } from './page';
import { startSmtp } from './smtp';

export type MailOptions = { dir: string; smtpPort: number; inboxPort: number };

export type MailServer = { smtpUrl: string; inboxUrl: string; stop: () => Promise<void> };

type Answer = { status?: number; type: string; body: string | Buffer; policy?: string };

/** Nothing in a mail may run, and nothing in the inbox needs to. */
const INBOX_POLICY = `default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'`;
const MESSAGE_POLICY = `sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:`;

/**
 * Starts the mail sink on 127.0.0.1: SMTP in; a web inbox at `/`, and the same as JSON:
 * `GET /api/messages?to=` (newest first), `GET /api/messages/:id`, `GET /api/messages/:id/raw`, `DELETE /api/messages?to=`.
 */
export async function startMail({ dir, smtpPort, inboxPort }: MailOptions): Promise<MailServer> {
  const mailbox = openMailbox(dir);
  const smtp = await startSmtp(mailbox, smtpPort);
  const server = http.createServer((request, response) => void serve(mailbox, request, response));
  server.listen(inboxPort, '127.0.0.1');
  await once(server, 'listening');
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    inboxUrl: `http://127.0.0.1:${inboxPort}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await smtp.stop();
    },
  };
}

async function serve(mailbox: Mailbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const {
    status = 200,
    type,
    body,
    policy,
  } = await answer(mailbox, request.method ?? 'GET', url).catch((error: unknown) => ({
    ...json({ error: String(error) }),
    status: 500,
  }));
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': policy ?? `default-src 'none'`,
  });
  response.end(body);
}

async function answer(mailbox: Mailbox, method: string, { pathname, searchParams }: URL): Promise<Answer> {
  const to = searchParams.get('to') ?? undefined;
  if (method === 'DELETE' && pathname === '/api/messages') return json({ deleted: await mailbox.clear(to) });
  if (method !== 'GET') return missing();
  if (pathname === '/') return html(renderInbox(mailbox.list(to), to), INBOX_POLICY);
  if (pathname === '/api/messages') return json(mailbox.list(to));
  const [, api, id = '', part = ''] = /^(\/api)?\/messages\/([\w-]+)(\/raw|\/html)?$/.exec(pathname) ?? [];
  const message = await mailbox.read(id);
  if (!message) return missing();
  if (part === '/html') return html(renderHtml(message), MESSAGE_POLICY);
  if (part === '/raw') return { type: 'message/rfc822', body: (await mailbox.readRaw(id)) ?? '' };
  return api === undefined ? html(renderMessage(message), INBOX_POLICY) : json(message);
}

const html = (body: string, policy: string): Answer => ({ type: 'text/html; charset=utf-8', body, policy });
const json = (value: unknown): Answer => ({ type: 'application/json', body: JSON.stringify(value) });
const missing = (): Answer => ({ ...json({ error: 'not found' }), status: 404 });
