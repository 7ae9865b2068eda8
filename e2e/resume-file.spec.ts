import type { Locator, Page } from '@playwright/test';
import { accountantJob } from '@/testing/people';
import type { Api } from './api';
import { expect, personShown, test } from './fixtures';
import { bringResumes } from './import';

const publish = async (api: Api): Promise<string> => {
  const { jobId } = await api.jobs.create.mutate({ title: 'Accountant, mornings', role: null });
  const { revision } = await api.jobs.saveDraft.mutate({ jobId, revision: 1, answers: accountantJob });
  await api.jobs.publish.mutate({ jobId, revision });
  return jobId;
};

const openPerson = async (page: Page, jobId: string, name: string): Promise<void> => {
  await page.goto(`/employer/jobs/${jobId}`);
  await page.getByRole('listitem').filter({ hasText: name }).getByRole('button').first().click();
  await expect(personShown(page, name)).toBeVisible();
};

/** Whether letters are drawn on the page where the mark lies. */
const inkUnder = (mark: Locator): Promise<boolean> =>
  mark.evaluate((element) => {
    const canvas = element.closest('[aria-label^="Page "]')!.querySelector('canvas')!;
    const [box, whole] = [element.getBoundingClientRect(), canvas.getBoundingClientRect()];
    const scale = canvas.width / whole.width;
    const { data } = canvas
      .getContext('2d')!
      .getImageData(
        (box.left - whole.left) * scale,
        (box.top - whole.top) * scale,
        Math.max(1, box.width * scale),
        Math.max(1, box.height * scale),
      );
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 200) dark += 1;
    return dark > (data.length / 4) * 0.02;
  });

test('a résumé opens as its own pages, what counts marked on the words themselves', async ({
  page,
  api,
  member,
}) => {
  test.setTimeout(120_000);
  expect(member.email).toContain('@');
  const jobId = await publish(api);
  await bringResumes(page, api, jobId, 'shobha-iyer.pdf', 'anjali-kadam.docx');
  await openPerson(page, jobId, 'Shobha Iyer');
  const worker = page.waitForResponse(/pdf\.worker[^/]*\.mjs/);
  await page.getByRole('radiogroup', { name: 'Show the résumé as' }).getByText('Original').click();
  expect(new URL((await worker).url()).origin).toBe(new URL(page.url()).origin);
  const first = page.getByRole('group', { name: 'Page 1' });
  await expect(first.locator('canvas')).toBeVisible();

  await test.step('a factor that is chosen lights its passages and brings the first into view', async () => {
    await page.getByRole('button', { name: /^Marked/ }).click();
    await page.getByRole('menuitem', { name: 'Relevant experience' }).click();
    const lit = page.locator('mark[data-on]');
    await expect(lit.first()).toBeInViewport();
    const words = (await lit.allTextContents()).map((text) => text.trim()).filter(Boolean);
    expect(words).toContain('Consultant, Payroll and Labour Compliance');
    expect(words).toContain('Manager, Payroll');
    expect(words).not.toContain('Career break');
    for (const mark of await lit.all()) expect(await inkUnder(mark)).toBe(true);
  });

  await test.step('zoom widens the page, and fits it again', async () => {
    const width = async () => (await first.boundingBox())?.width ?? 0;
    const fitted = await width();
    await page.getByRole('button', { name: 'Larger' }).click();
    await expect.poll(width).toBeGreaterThan(fitted * 1.2);
    await page.getByRole('button', { name: 'Fit to width' }).click();
    await expect.poll(width).toBe(fitted);
  });

  await test.step('on a phone it fits as well', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${page.url().split('?')[0]}?person=${new URL(page.url()).searchParams.get('person')}`);
    await page.getByRole('radiogroup', { name: 'What to show' }).getByText('Résumé').click();
    await page.getByRole('radiogroup', { name: 'Show the résumé as' }).getByText('Original').click();
    await expect(first.locator('canvas')).toBeVisible();
    expect((await first.boundingBox())?.width ?? 0).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step('a file that is text has its text only, and is there to be downloaded', async () => {
    await openPerson(page, jobId, 'Anjali Kadam');
    await expect(page.getByRole('radiogroup', { name: 'Show the résumé as' })).toHaveCount(0);
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).click();
    expect((await saved).suggestedFilename()).toBe('anjali-kadam.docx');
  });
});

test.describe('a file that does not come', () => {
  // The browser itself reports what it could not reach.
  test.use({ expectedProblems: [/503/] });

  test('leaves the text, and says where the file is', async ({ page, api, member }) => {
    expect(member.email).toContain('@');
    const jobId = await publish(api);
    await bringResumes(page, api, jobId, 'shobha-iyer.pdf');
    await openPerson(page, jobId, 'Shobha Iyer');
    await page.route('**/api/resumes/*', (route) => route.fulfill({ status: 503 }));
    const shown = page.getByRole('radiogroup', { name: 'Show the résumé as' });
    await shown.getByText('Original').click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      'This file could not be opened here',
    );
    await expect(page.getByRole('link', { name: 'Download it' })).toBeVisible();
    await shown.getByText('Text', { exact: true }).click();
    await expect(page.getByRole('article')).toContainText('Shobha Iyer');
  });
});
