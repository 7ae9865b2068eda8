import { accountantJob } from '@/testing/people';
import { resumes } from './files';
import { expect, test } from './fixtures';
import { looksRight } from './looks';

test.describe('in front of the door', () => {
  // The browser itself reports the page that is not there.
  test.use({ expectedProblems: [/404 \(Not Found\)/] });

  test('public pages fit every screen and let everybody in', async ({ page }) => {
    test.setTimeout(120_000);
    await looksRight(page, ['/', '/sign-in', '/sign-up', '/reset-password', '/nowhere']);
  });
});

test('an employer’s pages fit every screen and let everybody in', async ({ page, api, member }) => {
  test.setTimeout(240_000);
  expect(member.email).toContain('@');
  const { jobId } = await api.jobs.create.mutate({ title: 'Accountant, mornings', role: null });
  const { revision } = await api.jobs.saveDraft.mutate({ jobId, revision: 1, answers: accountantJob });
  await api.jobs.publish.mutate({ jobId, revision });
  await page.goto('/employer/imports/new');
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('Drop résumés here or press Enter to choose files').click();
  await (await chooser).setFiles(resumes('shobha-iyer.pdf', 'anjali-kadam.docx'));
  await page.getByLabel('They applied to us, or sent it to be considered').check();
  await page.getByRole('button', { name: 'Import 2 files' }).click();
  await expect(page.getByRole('heading', { name: '2 résumés read' })).toBeVisible({ timeout: 30_000 });
  const importPath = new URL(page.url()).pathname;
  const grouped = async () => {
    const { counts } = await api.pipeline.matches.query({ jobId, group: 'ranked' });
    return counts.ranked + counts.needs_information + counts.misses_must_have;
  };
  await expect.poll(grouped).toBeGreaterThanOrEqual(2);
  const [person] = (await api.people.list.query({})).items;

  await looksRight(page, [
    '/employer',
    '/employer/jobs',
    '/employer/jobs/new',
    `/employer/jobs/${jobId}`,
    `/employer/jobs/${jobId}/edit`,
    '/employer/people',
    `/employer/people/${person?.id ?? ''}`,
    '/employer/people/answers',
    '/employer/imports/new',
    importPath,
    '/employer/settings',
  ]);
});
