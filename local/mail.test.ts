import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message, Summary } from './mail/mailbox';
import { type MailServer, startMail } from './mail/server';
import { freePort } from './ports';

let dir: string;
let options: Parameters<typeof startMail>[0];
let mail: MailServer;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'flexibees-mail-'));
  options = { dir, smtpPort: await freePort(), inboxPort: await freePort() };
  mail = await startMail(options);
});
afterAll(async () => {
  await mail.stop();
  rmSync(dir, { recursive: true, force: true });
});

const send = (message: SendMailOptions) =>
  createTransport(mail.smtpUrl).sendMail({ from: 'Flexibees <hello@flexibees.example>', ...message });
const api = async <T>(path: string, method = 'GET'): Promise<T> =>
  (await fetch(mail.inboxUrl + path, { method })).json();
const show = async (path: string): Promise<string> => (await fetch(mail.inboxUrl + path)).text();

test('keeps mail and shows it by recipient, newest first', async () => {
  const to = 'Asha.Rao@people.example';
  const link = 'http://localhost:3000/verify?token=a&next=%2Fjobs';
  await send({
    to,
    subject: 'Grüße',
    text: 'plain words',
    headers: { 'X-Event': 'e1' },
    messageId: '<m1@flexibees.example>',
  });
  await send({
    to,
    cc: 'cc@people.example',
    subject: 'Second',
    html: `<a href="${link.replaceAll('&', '&amp;')}">go</a>`,
  });
  await send({ to: 'other@people.example', subject: 'Third', text: 'x' });
  const list = await api<Summary[]>('/api/messages?to=asha.rao@people.example');
  expect(list.map(({ subject }) => subject)).toEqual(['Second', 'Grüße']);
  expect(list[0]!.to).toEqual(['asha.rao@people.example', 'cc@people.example']);
  const [second, first] = await Promise.all(list.map(({ id }) => api<Message>(`/api/messages/${id}`)));
  expect(first).toMatchObject({
    text: 'plain words\n',
    html: null,
    from: '"Flexibees" <hello@flexibees.example>',
  });
  expect(first!.headers).toMatchObject({ 'x-event': 'e1', 'message-id': '<m1@flexibees.example>' });
  expect([second!.links, list[0]!.links]).toEqual([[link], [link]]);
});

test('an address can refuse for good or for now', async () => {
  await expect(send({ to: 'refuse+anyone@people.example', text: 'x' })).rejects.toMatchObject({
    responseCode: 550,
  });
  await expect(send({ to: 'defer+anyone@people.example', text: 'x' })).rejects.toMatchObject({
    responseCode: 451,
  });
  const mixed = await send({ to: ['good@people.example', 'refuse+x@people.example'], text: 'x' });
  expect([mixed.accepted, mixed.rejected]).toEqual([['good@people.example'], ['refuse+x@people.example']]);
  expect(await api('/api/messages?to=refuse%2Bx@people.example')).toEqual([]);
});

test('the inbox shows hostile mail as text and lets nothing in it run', async () => {
  const attack = '<script>alert(1)</script>';
  await send({
    to: 'victim@people.example',
    subject: attack,
    html: `<p>${attack}</p>`,
    attachments: [{ filename: `${attack}.txt`, content: 'x' }],
  });
  const [{ id } = { id: '' }] = await api<Summary[]>('/api/messages?to=victim@people.example');
  expect(await show('/?to=victim@people.example')).not.toContain('<script');
  expect(await show(`/messages/${id}`)).not.toContain('<script');
  const body = await fetch(`${mail.inboxUrl}/messages/${id}/html`);
  expect(body.headers.get('content-security-policy')).toMatch(/^sandbox allow-popups .*default-src 'none'/);
  expect((await fetch(`${mail.inboxUrl}/messages/..%2Fsecrets`)).status).toBe(404);
});

test('mail survives a restart, and can be cleared', async () => {
  await send({
    to: 'durable@people.example',
    subject: 'Kept',
    text: 'x',
    attachments: [{ filename: 'cv.pdf', content: 'pdf' }],
  });
  await mail.stop();
  mail = await startMail(options);
  const [kept] = await api<Summary[]>('/api/messages?to=durable@people.example');
  expect(await api(`/api/messages/${kept!.id}`)).toMatchObject({
    attachments: [{ filename: 'cv.pdf', size: 3 }],
  });
  expect(await show(`/api/messages/${kept!.id}/raw`)).toContain('Subject: Kept');
  expect(await api('/api/messages?to=durable@people.example', 'DELETE')).toEqual({ deleted: 1 });
  expect((await fetch(`${mail.inboxUrl}/api/messages/${kept!.id}`)).status).toBe(404);
  expect((await api<Summary[]>('/api/messages')).length).toBeGreaterThan(0);
});
