import { wholePoints } from '@/domain/scoring/points';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { accountantJob } from '@/testing/people';
import type { Api } from './api';
import { expect, personShown, test } from './fixtures';
import { bringResumes } from './import';
import { mailedLink, mailsTo } from './inbox';

const PERSON = 'Nitin Gaikwad';
const ADDRESS = 'nitin.gaikwad@example.net';
const OTHER_ADDRESS = 'shobha.iyer@example.com';
/** The minutely sweep takes up the mail, once it can no longer be taken back. */
const MAIL_TIME = 100_000;

const publish = async (api: Api): Promise<string> => {
  const { jobId } = await api.jobs.create.mutate({ title: 'Accountant, mornings', role: null });
  const answers = {
    ...accountantJob,
    screening: [{ id: 'q-books', text: 'Have you closed books on your own?', kind: 'yes_no', wanted: 'yes' }],
  } as const;
  const { revision } = await api.jobs.saveDraft.mutate({
    jobId,
    revision: 1,
    answers: { ...answers, screening: [...answers.screening] },
  });
  await api.jobs.publish.mutate({ jobId, revision });
  return jobId;
};

const barriers = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 140)).join(' | ')}`);
};

test('a recruiter asks, one tap answers, and the new score is told once', async ({
  page,
  browser,
  baseURL,
  api,
  member,
}) => {
  test.setTimeout(300_000);
  const jobId = await publish(api);
  await bringResumes(page, api, jobId, 'nitin-gaikwad.pdf', 'shobha-iyer.pdf');
  const { items } = await api.people.list.query({});
  const { id: candidateId } = items.find(({ name }) => name === PERSON)!;
  const { id: otherId } = items.find(({ name }) => name === 'Shobha Iyer')!;
  const score = async () => (await api.pipeline.match.query({ jobId, candidateId })).score.expected;
  const before = await score();
  await page.goto(`/employer/jobs/${jobId}?person=${candidateId}`);
  await expect(personShown(page, PERSON)).toBeVisible();
  const why = page.getByRole('region', { name: 'Why' });
  const factors = page.getByRole('region', { name: 'Factors' });

  await test.step('the first missing fact is asked by key, and taken back', async () => {
    await expect(why.getByText(/facts missing\. Asking could move this to \d+/)).toBeVisible();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('ask for a missing fact');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveCount(0);
    await page.keyboard.press('a');
    await expect(page.getByText(/^Asked Nitin Gaikwad: /)).toBeVisible();
    await expect(factors.getByText('Asked just now')).toBeVisible();
    await page.keyboard.press('u');
    await expect(page.getByText(/^Asked Nitin Gaikwad: /)).toHaveCount(0);
    await expect(factors.getByText('Asked just now')).toHaveCount(0);
  });

  await test.step('one question is asked from its row', async () => {
    await factors.getByRole('button', { name: 'Ask: Have you closed books on your own?' }).click();
    await expect(page.getByText(`Asked ${PERSON}: Have you closed books on your own?`)).toBeVisible();
    await expect(factors.getByText('Asked just now')).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await api.pipeline.ask.mutate({ jobId, candidateId: otherId, questionIds: ['hours'] });
  });

  const ours = new RegExp(`^${member.organizationName} asks one thing`);
  const visitor = await browser.newContext({
    baseURL: baseURL ?? '',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const phone = await visitor.newPage();

  await test.step('the mail of what was asked comes, and nothing of what was taken back', async () => {
    await expect
      .poll(async () => (await mailsTo(ADDRESS, ours)).map(({ subject }) => subject), { timeout: MAIL_TIME })
      .toEqual([`${member.organizationName} asks one thing about this job`]);
    const link = await mailedLink(ADDRESS, ours, '/answer');
    await phone.goto(link);
    await expect(
      phone.getByRole('heading', { level: 1, name: 'Have you closed books on your own?' }),
    ).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await phone.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await barriers(phone)).toEqual([]);
    }
    const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, 'sideways scroll').toBeLessThanOrEqual(0);
    const box = await phone.getByRole('button', { name: 'Yes' }).boundingBox();
    expect(box!.height).toBeGreaterThanOrEqual(48);
  });

  await test.step('one tap answers; the link opens nothing else', async () => {
    await phone.getByRole('button', { name: 'Yes' }).tap();
    await expect(phone.getByText('is not told yet.')).toBeVisible();
    expect(await barriers(phone)).toEqual([]);
    await phone.getByRole('button', { name: 'Undo' }).tap();
    await expect(phone.getByText(/^Taken back: /)).toBeVisible();
    await expect(phone.getByRole('button', { pressed: true })).toHaveCount(0);
    await phone.getByRole('button', { name: 'Yes' }).tap();
    await expect(phone.getByText(/^Sent\. .* is told shortly\./)).toBeVisible();
    await expect(phone.getByRole('button', { name: 'Yes' })).toHaveAttribute('aria-pressed', 'true');
    expect(await visitor.cookies()).toEqual([]);
    // Opened again it still answers, and does not tell what was answered.
    await phone.reload();
    await expect(phone.getByText(/^You answered on /)).toBeVisible();
    await expect(phone.getByRole('button', { pressed: true })).toHaveCount(0);
  });

  await test.step('hours are one tap, or saved by a button; what cannot be is named at its field', async () => {
    await phone.goto(await mailedLink(OTHER_ADDRESS, ours, '/answer'));
    await phone.reload();
    await expect(phone.getByRole('heading', { level: 1, name: /How many hours a week/ })).toBeVisible();
    expect(await barriers(phone)).toEqual([]);
    await phone.getByRole('button', { name: '16–20 h a week, as they ask' }).tap();
    await expect(phone.getByText(/^Sent\. /)).toBeVisible();
    await expect(phone.getByLabel('At least', { exact: true })).toHaveValue('16 h');
    await phone.getByLabel('At least', { exact: true }).fill('30');
    await phone.getByLabel('At most', { exact: true }).fill('20');
    await phone.getByRole('button', { name: 'Save' }).tap();
    await expect(phone.getByLabel('At most', { exact: true })).toHaveAccessibleDescription(/must not exceed/);
    await phone.getByLabel('At least', { exact: true }).fill('18');
    await phone.getByRole('button', { name: 'Save' }).tap();
    await expect
      .poll(async () => (await api.people.get.query({ candidateId: otherId })).answers.hours)
      .toEqual({ min: 18, max: 20 });
    await visitor.close();
  });

  await test.step('the recruiter sees the new score by itself, and is told once', async () => {
    await expect.poll(score, { timeout: 30_000 }).toBeGreaterThan(before);
    const [was, is] = [wholePoints(before), wholePoints(await score())];
    await expect(why.getByRole('heading', { name: `Why ${is}` })).toBeVisible({ timeout: 30_000 });
    await expect(factors.getByText(/^Answered/)).toBeVisible();
    const told = `${PERSON} answered: ${was === is ? `still ${is}` : `${was} → ${is}`}`;
    await expect
      .poll(
        async () =>
          (await mailsTo(member.email, /answered/))
            .map(({ subject }) => subject)
            .filter((subject) => subject.startsWith(PERSON)),
        { timeout: MAIL_TIME },
      )
      .toEqual([told]);
    await page.goto('/employer');
    await expect(page.getByText('2 answers came in')).toBeVisible();
    await page.getByRole('button', { name: /new notification/ }).click();
    await expect(page.getByRole('link', { name: told })).toHaveCount(1);
    expect(await barriers(page)).toEqual([]);
  });
});

test.describe('without a question', () => {
  // The browser itself reports what was not found.
  test.use({ expectedProblems: [/404 \(Not Found\)/] });

  test('a link that is not whole, or not ours, answers nothing', async ({ page }) => {
    await page.goto('/answer');
    await expect(page.getByText('This link is incomplete. Open it from the mail again.')).toBeVisible();
    await page.goto(`/answer#${'x'.repeat(22)}.${'y'.repeat(43)}`);
    await page.reload();
    await expect(page.getByText('This link was not found.')).toBeVisible();
  });
});
