import { randomUUID } from 'node:crypto';
import { test as base, expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { openApi, type Api } from './api';
import { mailedLink } from './inbox';

export interface Account {
  name: string;
  email: string;
  password: string;
  organizationName: string;
}

/** A person and an organisation that no other test knows. */
export const newAccount = (): Account => {
  const id = randomUUID().slice(0, 8);
  return {
    name: 'Gauri Sabnis',
    email: `gauri@${id}.example`,
    password: 'tea at half past four',
    organizationName: `Sabnis Looms ${id}`,
  };
};

/** Signs up, confirms the address from the mail, and signs in: the context holds the session afterwards. */
export const enter = async (api: Api, account: Account): Promise<void> => {
  await api.accounts.signUp.mutate({ ...account, timeZone: 'Asia/Kolkata' });
  const link = await mailedLink(account.email, /confirm/i, '/verify');
  await api.accounts.verifyEmail.mutate({ token: new URL(link).hash.slice(1), password: account.password });
  await api.accounts.signIn.mutate(account);
};

/** The name over a person on the review screen, before their résumé, which comes when it comes and may begin with it, too. */
export const personShown = (page: Page, name: string): Locator =>
  page.getByRole('heading', { level: 2, name }).first();

/** Everything that a page complained about: uncaught errors, and the console's errors with refused resources among them. */
export const watchProblems = (context: BrowserContext): string[] => {
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.text()} (${message.location().url})`);
  });
  return problems;
};

interface Fixtures {
  /** Problems that a journey brings about on purpose. */
  expectedProblems: readonly RegExp[];
  /** A journey ends well only if no page complained. */
  calm: void;
  api: Api;
  account: Account;
  /** The owner of a new organisation, signed in. */
  member: Account;
}

export const test = base.extend<Fixtures>({
  expectedProblems: [[], { option: true }],
  calm: [
    async ({ context, expectedProblems }, use) => {
      const problems = watchProblems(context);
      await use();
      const unexpected = problems.filter((problem) => !expectedProblems.some((known) => known.test(problem)));
      expect(unexpected, 'what pages complained about').toEqual([]);
    },
    { auto: true },
  ],
  api: async ({ context, baseURL }, use) => use(openApi(context.request, baseURL ?? '')),
  account: async ({}, use) => use(newAccount()),
  member: async ({ api, account }, use) => {
    await enter(api, account);
    await use(account);
  },
});
export { expect };
