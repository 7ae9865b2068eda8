import { expect } from '@playwright/test';

export interface Mail {
  id: string;
  subject: string;
  links: string[];
}

const inbox = (): string => {
  const url = process.env['MAIL_INBOX_URL'];
  if (url === undefined) throw new Error('Set MAIL_INBOX_URL to the mail inbox that `npm start` prints.');
  return url;
};

/** What has come for an address and has this in its subject, newest first. */
export const mailsTo = async (address: string, subject: RegExp): Promise<Mail[]> => {
  const response = await fetch(`${inbox()}/api/messages?to=${encodeURIComponent(address)}`);
  const mails = (await response.json()) as Mail[];
  return mails.filter((mail) => subject.test(mail.subject));
};

/** Waits for the first mail of that kind and gives its link to a page of the application. */
export const mailedLink = async (address: string, subject: RegExp, path: string): Promise<string> => {
  const link = async () =>
    (await mailsTo(address, subject))[0]?.links.find((target) => new URL(target).pathname.startsWith(path)) ??
    '';
  await expect.poll(link, `the mail to ${address}`).not.toBe('');
  return link();
};
