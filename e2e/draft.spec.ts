import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const draftPage = async (page: Page, title: string): Promise<void> => {
  await page.goto('/employer/jobs/new');
  await page.getByLabel('Job title').fill(title);
  await page.getByRole('button', { name: 'Start the draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
};

test('a form that is reloaded just before a save is confirmed goes on with what was typed', async ({
  page,
  member,
}) => {
  await draftPage(page, 'Cook, mornings');
  const description = page.getByRole('textbox', { name: 'Description' });
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/api/trpc/jobs.saveDraft*', async (route) => {
    await held;
    await route.continue();
  });
  const sent = page.waitForRequest(/jobs\.saveDraft/);
  await description.fill('Lunch for forty.');
  await sent;

  // The page is read before the save, and arrives after this tab heard of it and asks for the list of jobs again.
  await page.route('**/edit', async (route) => {
    const older = await route.fetch();
    const heard = page.waitForRequest(/jobs\.list/);
    release();
    await heard;
    await route.fulfill({ response: older });
  });
  await page.reload();
  await expect(description, member.email).toHaveValue('Lunch for forty.');

  await page.unroute('**/edit');
  await description.fill('Lunch for forty, six days.');
  await expect(page.getByText(/^Saved /)).toBeVisible();
  await page.reload();
  await expect(description).toHaveValue('Lunch for forty, six days.');
});

test('a save whose answer was lost is sent again by the reloaded form', async ({ page, member }) => {
  await draftPage(page, 'Gardener, afternoons');
  const description = page.getByRole('textbox', { name: 'Description' });
  const older = await page.context().request.get(page.url());
  let carriedOut = (): void => {};
  const saved = new Promise<void>((resolve) => (carriedOut = resolve));
  await page.route('**/api/trpc/jobs.saveDraft*', async (route) => {
    await route.fetch();
    carriedOut();
  });
  await description.fill('Water the beds.');
  await saved;

  await page.unroute('**/api/trpc/jobs.saveDraft*');
  await page.route('**/edit', (route) => route.fulfill({ response: older }));
  const again = page.waitForResponse(/jobs\.saveDraft/);
  await page.reload();
  expect((await again).status(), member.email).toBe(200);
  await expect(description).toHaveValue('Water the beds.');
  await expect(page.getByText(/^Saved /)).toBeVisible();
});
