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

test('letters typed while a save is under way outlast a reload that comes after it', async ({
  page,
  member,
}) => {
  await draftPage(page, 'Tailor, evenings');
  const description = page.getByRole('textbox', { name: 'Description' });
  // Carried out, and not heard of before the page goes.
  const unheard = page.waitForRequest(/jobs\.saveDraft/);
  let carriedOut: Promise<unknown> | undefined;
  await page.route('**/api/trpc/jobs.saveDraft*', async (route) => {
    if (carriedOut === undefined) await (carriedOut = route.fetch());
    else await route.continue();
  });
  await description.fill('Hem skirts, ');
  await unheard;
  await description.pressSequentially('take in trousers.');
  await carriedOut;
  await page.reload();
  await expect(description, member.email).toHaveValue('Hem skirts, take in trousers.');
  await expect(page.getByText(/^Saved /)).toBeVisible();
  await page.reload();
  await expect(description).toHaveValue('Hem skirts, take in trousers.');
});

test.describe('a save that is carried out after the reload', () => {
  // The browser itself reports the first sending, which the late one was before.
  test.use({ expectedProblems: [/409 \(Conflict\)/] });

  test('is told from somebody else’s work', async ({ page, member }) => {
    await draftPage(page, 'Nanny, afternoons');
    const description = page.getByRole('textbox', { name: 'Description' });
    const sent = page.waitForRequest(/jobs\.saveDraft/);
    let goOn = (): void => {};
    const reloaded = new Promise<void>((resolve) => (goOn = resolve));
    let late: Promise<unknown> | undefined;
    await page.route('**/api/trpc/jobs.saveDraft*', async (route) => {
      if (late === undefined) await (late = reloaded.then(() => route.fetch()));
      else {
        await late;
        await route.continue();
      }
    });
    await description.fill('Two children, ');
    await sent;
    await description.pressSequentially('six and nine.');
    await page.reload();
    goOn();
    await expect(description, member.email).toHaveValue('Two children, six and nine.');
    await expect(page.getByText(/^Saved /)).toBeVisible();
    await page.reload();
    await expect(description).toHaveValue('Two children, six and nine.');
  });
});
