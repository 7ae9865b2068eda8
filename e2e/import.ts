import type { Page } from '@playwright/test';
import type { Api } from './api';
import { resumes } from './files';
import { expect } from './fixtures';

/** Brings résumés of the demo through the import page and waits until the job has ranked all of them. */
export const bringResumes = async (
  page: Page,
  api: Api,
  jobId: string,
  ...names: string[]
): Promise<void> => {
  await page.goto('/employer/imports/new');
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('Drop résumés here or press Enter to choose files').click();
  await (await chooser).setFiles(resumes(...names));
  await page.getByLabel('They applied to us, or sent it to be considered').check();
  await page.getByRole('button', { name: /^Import \d+ files?$/ }).click();
  await expect(page.getByRole('heading', { name: /résumés? read$/ })).toBeVisible({ timeout: 30_000 });
  const grouped = async () => {
    const { counts } = await api.pipeline.matches.query({ jobId, group: 'ranked' });
    return counts.ranked + counts.needs_information + counts.misses_must_have;
  };
  await expect.poll(grouped, { timeout: 30_000 }).toBe(names.length);
};
