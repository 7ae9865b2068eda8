import { randomUUID } from 'node:crypto';
import type { Api } from './api';
import { accountantJob } from '@/testing/people';
import { expect, test } from './fixtures';
import { looksRight } from './looks';

/** Publishes a job whose title holds a word that no other job has. */
const publishJob = async (api: Api, answers: object = {}) => {
  const word = `Zari${randomUUID().slice(0, 8)}`;
  const title = `${word} accountant`;
  const { jobId } = await api.jobs.create.mutate({ title, role: null });
  const { revision } = await api.jobs.saveDraft.mutate({
    jobId,
    revision: 1,
    answers: { ...accountantJob, title, description: 'Close the books.</script><b>bold</b>', ...answers },
  });
  await api.jobs.publish.mutate({ jobId, revision });
  return { jobId, title, word };
};

test.describe('somebody without an account', () => {
  // The browser itself reports the job that is not there.
  test.use({ expectedProblems: [/404 \(Not Found\)/] });

  test('finds a job by its hours, pay and skills, reads it, and hears when it has closed', async ({
    page,
    context,
    api,
    member,
  }) => {
    const { jobId, title, word } = await publishJob(api);
    await context.clearCookies();

    await page.goto('/jobs');
    await page.getByPlaceholder('Job, employer, skill or town').fill(word);
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`1 flexible job for “${word}”`);

    await test.step('filters are searched as they are chosen, and stay in the address', async () => {
      await page.getByLabel('At most').fill('15');
      await page.getByLabel('At most').blur();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`No flexible jobs for “${word}”`);
      await expect(page.getByRole('link', { name: 'With any number of hours' })).toBeVisible();
      await page.getByRole('link', { name: 'With any number of hours' }).click();
      await page.getByLabel('Amount').fill('600');
      await page.getByLabel('Remote', { exact: false }).first().check();
      await expect(page).toHaveURL(/mode=remote.*pay=600/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`1 flexible job for “${word}”`);
    });

    await test.step('a skill is picked from the taxonomy', async () => {
      const suggested = page.waitForResponse(/board\.suggestSkills/);
      await page.getByLabel('Add a skill').pressSequentially('Tall');
      await suggested;
      await page.getByLabel('Add a skill').fill('Tally');
      await page.getByLabel('Add a skill').press('Enter');
      await expect(page).toHaveURL(/skill=tally/);
      await expect(page.getByRole('link', { name: /^Remove Tally/ })).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`1 flexible job for “${word}”`);
    });

    await page.getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByText(member.organizationName).first()).toBeVisible();
    await expect(page.getByText('a person reads every application and decides')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Apply, about 3 minutes' }).first()).toHaveAttribute(
      'href',
      `/jobs/${jobId}/apply`,
    );

    await test.step('search engines read the job, whatever was written in it', async () => {
      const data = await page.locator('script[type="application/ld+json"]').textContent();
      expect(JSON.parse(data ?? '')).toMatchObject({
        '@type': 'JobPosting',
        title,
        jobLocationType: 'TELECOMMUTE',
        applicantLocationRequirements: { name: 'India' },
        directApply: true,
      });
      await expect(page.locator('main b', { hasText: 'bold' })).toHaveCount(0);
      const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
      expect(canonical).toMatch(new RegExp(`/jobs/${word.toLowerCase()}-accountant-${jobId}$`));
      const feed = await (await page.request.get('/jobs/feed.xml')).text();
      expect(feed).toContain(`<referencenumber><![CDATA[${jobId}]]></referencenumber>`);
    });

    const address = page.url();
    await api.accounts.signIn.mutate(member);
    await api.jobs.move.mutate({ jobId, to: 'closed' });
    await context.clearCookies();
    const closed = await page.goto(address);
    expect(closed?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This job is not open');
    await expect(page.getByRole('link', { name: 'See all open jobs' })).toBeVisible();
  });
});

test('the hours are told in the reader’s own time and in the job’s', async ({ page, api, member }) => {
  expect(member.email).toContain('@');
  const { jobId } = await publishJob(api, {
    core_hours: { ...accountantJob.core_hours, timeZone: 'Europe/London' },
  });
  await page.goto(`/jobs/${jobId}`);
  const hours = page.getByRole('complementary');
  await expect(hours.getByText(/Mon–Thu 1[34]:30–1[78]:30/).first()).toBeVisible();
  await hours.getByRole('button', { name: 'London time' }).click();
  await expect(hours.getByText('Mon–Thu 09:00–13:00')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the board is searched and read all the same', async ({ page, api, context, member }) => {
    expect(member.email).toContain('@');
    const { title, word } = await publishJob(api);
    await context.clearCookies();
    await page.goto('/jobs');
    await page.getByPlaceholder('Job, employer, skill or town').fill(word);
    await page.getByLabel('Add a skill').fill('Tally');
    await page.getByRole('button', { name: 'Show jobs' }).click();
    await expect(page).toHaveURL(/skill=tally/);
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByRole('complementary').getByText('Mon–Thu 09:00–13:00')).toBeVisible();
  });
});

test('the board fits every screen and lets everybody in', async ({ page, api, member }) => {
  test.setTimeout(180_000);
  expect(member.email).toContain('@');
  const { jobId, word } = await publishJob(api);
  await looksRight(page, ['/jobs', `/jobs?q=${word}&from=60`, `/jobs/${jobId}`]);
});

test('a week painted on a job’s page tells how much fits, stays, and fills the application’s', async ({
  page,
  context,
  api,
  member,
}) => {
  test.setTimeout(120_000);
  expect(member.email).toContain('@');
  const { jobId } = await publishJob(api);
  await context.clearCookies();
  await page.goto(`/jobs/${jobId}`);
  const aside = page.getByRole('complementary');
  await aside.getByRole('button', { name: 'Paint your week over it' }).click();
  const week = aside.getByRole('group', { name: /^Your week, .* time$/ });
  const cell = (name: string) => week.getByRole('button', { name: new RegExp(`^${name}`) });

  await test.step('a drag paints, and the fit is told at once', async () => {
    await cell('Monday 09:00').scrollIntoViewIfNeeded();
    await cell('Monday 09:00').hover();
    await page.mouse.down();
    await cell('Wednesday 12:30').hover();
    await expect(aside.getByText('12 of 16 h fit')).toBeVisible();
    await page.mouse.up();
    await expect(cell('Tuesday 10:00')).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('keys do the same', async () => {
    await cell('Thursday 09:00').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(aside.getByText('13 of 16 h fit')).toBeVisible();
  });

  await test.step('and typing', async () => {
    await aside.getByText('Type hours instead').click();
    await aside.getByRole('checkbox', { name: 'Thursday' }).check();
    await aside.getByLabel('From').fill('10:00');
    await aside.getByLabel('To').fill('11:30');
    await aside.getByRole('button', { name: 'Add to my week' }).click();
    await expect(aside.getByText('14.5 of 16 h fit')).toBeVisible();
  });

  await looksRight(page, [`/jobs/${jobId}`]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/jobs/${jobId}`);
  await expect(aside.getByText('14.5 of 16 h fit')).toBeVisible();
  await aside.getByRole('link', { name: 'Apply, about 3 minutes' }).click();
  // The button is there before its script is.
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Fill in by hand' }).click();
  await expect(page.getByText('14.5 of 16 h')).toBeVisible();
  await page.reload();
  await expect(page.getByText('14.5 of 16 h')).toBeVisible();
});
