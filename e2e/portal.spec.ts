import { wholePoints } from '@/domain/scoring/points';
import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { accountantJob, fullAnswers } from '@/testing/people';
import { openApi, type Api } from './api';
import { expect, test, watchProblems } from './fixtures';
import { mailedLink } from './inbox';

const PHONE = { width: 390, height: 844 };

/** An open job of the member's, and somebody who applied for it: their address. */
const applied = async (api: Api, browser: Browser, baseURL: string) => {
  const { jobId } = await api.jobs.create.mutate({ title: 'Accountant, mornings', role: null });
  const { revision } = await api.jobs.saveDraft.mutate({ jobId, revision: 1, answers: accountantJob });
  await api.jobs.publish.mutate({ jobId, revision });
  const email = `asha@${randomUUID().slice(0, 8)}.example`;
  const visitor = await browser.newContext();
  const board = openApi(visitor.request, baseURL);
  const key = await board.applications.begin.mutate({ jobId });
  await board.applications.submit.mutate({
    ...key,
    form: {
      profile: {
        name: 'Asha Pillai',
        email,
        phone: null,
        place: null,
        skills: [
          { from: null, skillId: 'tally', level: 1 },
          { from: null, skillId: 'gst', level: 3 },
        ],
        experience: [
          { from: null, title: 'Accountant', company: 'Nandi Stationers', start: '2019-01', end: 'present' },
        ],
        education: [],
        languages: [],
        licences: [],
      },
      answers: { ...fullAnswers, least_pay: 'unsaid' },
      screening: {},
      consents: { application: true, pool: false },
    },
  });
  await visitor.close();
  const listed = async () => {
    for (const group of ['ranked', 'needs_information', 'misses_must_have'] as const) {
      const [row] = (await api.pipeline.matches.query({ jobId, group })).rows;
      if (row !== undefined) return row.candidateId;
    }
    return '';
  };
  await expect.poll(listed, { timeout: 60_000 }).not.toBe('');
  return { jobId, email, candidateId: await listed() };
};

/** The portal in a phone's browser, opened by the mailed link. */
const openPortal = async (page: Page, email: string): Promise<void> => {
  await page.goto('/me/sign-in');
  await page.getByLabel('The address you applied with').fill(email);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(page.getByText(`If we know ${email}`)).toBeVisible();
  await page.goto(await mailedLink(email, /^Open your applications$/, '/me/open'));
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'My applications' })).toBeVisible();
};

const scoreOf = async (api: Api, pair: { jobId: string; candidateId: string }): Promise<number> =>
  (await api.pipeline.match.query(pair)).score.expected;

test('a candidate sees the recruiter’s numbers, puts a fact right, contests, and withdraws', async ({
  page,
  api,
  member,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  expect(member.email).toContain('@');
  const { email, ...pair } = await applied(api, browser, baseURL ?? '');
  const before = await scoreOf(api, pair);

  const phone = await browser.newContext({ viewport: PHONE, locale: 'en-IN', timezoneId: 'Asia/Kolkata' });
  const problems = watchProblems(phone);
  const own = await phone.newPage();
  await openPortal(own, email);
  await own.getByRole('link', { name: /Accountant, mornings/ }).click();
  await expect(
    own.getByRole('heading', { name: `What ${member.organizationName} sees about you` }),
  ).toBeVisible();
  await expect(own.getByText(`${wholePoints(before)}`, { exact: true }).first()).toBeVisible();

  // A fact the machine has wrong: Tally at level 1.
  await own.getByText('3, on your own').click();
  await own.getByRole('button', { name: 'Fix this fact' }).click();
  await expect(own.getByText('by your change')).toBeVisible();
  const after = await scoreOf(api, pair);
  expect(after).toBeGreaterThan(before);
  await expect(own.getByText(`${wholePoints(before)} → ${wholePoints(after)}`)).toBeVisible();

  // A question left open, answered where it is missed.
  await own.getByRole('button', { name: /^Answer: Least pay/ }).click();
  const dialog = own.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /Prefer not to say/i }).uncheck();
  await dialog.getByLabel('Amount').fill('450');
  await dialog.getByRole('button', { name: 'Save the answer' }).click();
  await expect.poll(() => scoreOf(api, pair)).toBeGreaterThan(after);

  await own.getByRole('button', { name: 'Contest', exact: true }).click();
  await own.getByLabel('Why', { exact: true }).fill('I have done GST returns for nine years.');
  await own.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(own.getByText('must answer. You are told by mail.')).toBeVisible();

  await page.goto('/employer');
  await expect(page.getByText('Asha Pillai contests a score')).toBeVisible();
  await page.getByRole('link', { name: /^Answer Asha Pillai/ }).click();
  await expect(page.getByText('I have done GST returns for nine years.')).toBeVisible();
  await page.getByLabel('Your answer, which they read').fill('The returns count; the months were not told.');
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await expect(page.getByText('Upheld: The returns count; the months were not told.')).toBeVisible();

  await mailedLink(email, /answered you$/, '/me');
  await own.reload();
  await expect(own.getByText('The returns count; the months were not told.')).toBeVisible();

  await own.getByRole('button', { name: 'Withdraw' }).click();
  await expect(own.getByText('Nobody has been told yet.')).toBeVisible();
  await own.getByRole('button', { name: /^Undo/ }).click();
  await expect(own.getByRole('button', { name: 'Withdraw' })).toBeVisible();
  await own.getByRole('button', { name: 'Withdraw' }).click();
  await expect(own.getByText(/^You withdrew\./)).toBeVisible();
  await expect
    .poll(async () => (await api.notifications.list.query()).items.map(({ event }) => event), {
      timeout: 90_000,
    })
    .toContain('application_withdrawn');
  expect(problems).toEqual([]);
  await phone.close();
});

test('the portal’s pages fit every screen and let everybody in', async ({
  api,
  member,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  expect(member.email).toContain('@');
  const { email } = await applied(api, browser, baseURL ?? '');
  const context = await browser.newContext({ locale: 'en-IN', timezoneId: 'Asia/Kolkata' });
  const page = await context.newPage();
  await page.goto('/me/sign-in');
  await openPortal(page, email);
  await page.getByRole('link', { name: /Accountant, mornings/ }).click();
  await expect(page.getByRole('heading', { name: /sees about you$/ })).toBeVisible();
  const mirror = new URL(page.url()).pathname;
  for (const { width, height } of [{ width: 1440, height: 900 }, PHONE]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const path of ['/me', mirror, '/me/profile', '/me/settings']) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${path} scrolls sideways at ${width}`).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
          .analyze();
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect(
          serious.map(
            ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 140)).join(' | ')}`,
          ),
          `${path} at ${width}, ${colorScheme}`,
        ).toEqual([]);
      }
    }
  }
  await context.close();
});
