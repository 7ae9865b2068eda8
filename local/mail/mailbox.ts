import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AddressObject, simpleParser } from 'mailparser';

export type Summary = {
  id: string;
  /** ISO instant. */
  receivedAt: string;
  /** As written in the message: name and address. */
  from: string;
  /** Addresses that the message was handed over for, lower case. */
  to: string[];
  subject: string;
  /** Where the message's links lead, in order, from its HTML or else its text. */
  links: string[];
};

export type Message = Summary & {
  text: string;
  html: string | null;
  headers: Record<string, string>;
  attachments: { filename: string; contentType: string; size: number }[];
};

export type Mailbox = {
  /** Keeps a message; it is on disk when this resolves. */
  add: (raw: Buffer, recipients: string[]) => Promise<Summary>;
  /** Newest first. @param to only messages for this address */
  list: (to?: string) => Summary[];
  read: (id: string) => Promise<Message | undefined>;
  /** The message as it was received. */
  readRaw: (id: string) => Promise<Buffer | undefined>;
  /** @returns how many were removed */
  clear: (to?: string) => Promise<number>;
};

/** Opens the mailbox in a directory: two files a message, the source and what was read from it. */
export function openMailbox(dir: string): Mailbox {
  mkdirSync(dir, { recursive: true });
  for (const name of readdirSync(dir)) if (name.endsWith('.new')) rmSync(join(dir, name));
  const read = (name: string): Message => JSON.parse(readFileSync(join(dir, name), 'utf8'));
  const known = readdirSync(dir).filter((name) => name.endsWith('.json'));
  // Identifiers begin with the time of arrival.
  const summaries = new Map(known.toSorted().map((name) => [name.slice(0, -5), summarise(read(name))]));
  const path = (id: string, extension: string): string => join(dir, `${id}.${extension}`);
  const list = (to?: string): Summary[] =>
    [...summaries.values()]
      .filter((summary) => to === undefined || summary.to.includes(to.toLowerCase()))
      .toReversed();

  return {
    list,
    add: async (raw, recipients) => {
      const now = new Date();
      const id = `${String(now.getTime()).padStart(15, '0')}-${randomBytes(6).toString('hex')}`;
      const message = await parse(raw, {
        id,
        receivedAt: now.toISOString(),
        to: recipients.map((to) => to.toLowerCase()),
      });
      await writeFile(path(id, 'eml'), raw);
      await writeFile(path(id, 'new'), JSON.stringify(message));
      await rename(path(id, 'new'), path(id, 'json'));
      summaries.set(id, summarise(message));
      return summarise(message);
    },
    read: async (id) =>
      summaries.has(id) ? JSON.parse(await readFile(path(id, 'json'), 'utf8')) : undefined,
    readRaw: async (id) => (summaries.has(id) ? readFile(path(id, 'eml')) : undefined),
    clear: async (to) => {
      const gone = list(to);
      for (const { id } of gone) {
        summaries.delete(id);
        await rm(path(id, 'json'), { force: true });
        await rm(path(id, 'eml'), { force: true });
      }
      return gone.length;
    },
  };
}

const summarise = ({ id, receivedAt, from, to, subject, links }: Summary): Summary => ({
  id,
  receivedAt,
  from,
  to,
  subject,
  links,
});

async function parse(raw: Buffer, envelope: Pick<Summary, 'id' | 'receivedAt' | 'to'>): Promise<Message> {
  const mail = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true });
  const html = typeof mail.html === 'string' ? mail.html : null;
  return {
    ...envelope,
    from: addresses(mail.from),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html,
    links: html === null ? linksOfText(mail.text ?? '') : linksOfHtml(html),
    headers: Object.fromEntries(
      mail.headerLines.map(({ key, line }) => [
        key,
        line
          .slice(line.indexOf(':') + 1)
          .replaceAll(/\r?\n\s+/g, ' ')
          .trim(),
      ]),
    ),
    attachments: mail.attachments.map(({ filename, contentType, size }) => ({
      filename: filename ?? 'unnamed',
      contentType,
      size,
    })),
  };
}

const linksOfHtml = (html: string): string[] =>
  [...html.matchAll(/\shref="([^"]*)"/g)].map(([, target = '']) => target.replaceAll('&amp;', '&'));

const linksOfText = (text: string): string[] => text.match(/https?:\/\/[^\s<>]+/g) ?? [];

const addresses = (value: AddressObject | undefined): string => value?.text ?? '';
