import { resumes } from './files';
import { expect, test } from './fixtures';

test.use({ expectedProblems: [/ERR_FAILED .*\/api\/uploads/] });

const FILES = ['shobha-iyer.pdf', 'nitin-gaikwad.pdf', 'suresh-pillai.txt'];

test('an import whose page was closed goes on from another one', async ({ page, api, member, context }) => {
  expect(member.email).toContain('@');
  await test.step('the page is closed before a file has come', async () => {
    await context.route('**/api/uploads', (route) => route.abort());
    await page.goto('/employer/imports/new');
    const chooser = page.waitForEvent('filechooser');
    await page.getByLabel('Drop résumés here or press Enter to choose files').click();
    await (await chooser).setFiles(resumes(...FILES));
    await page.getByLabel('They applied to us, or sent it to be considered').check();
    await page.getByRole('button', { name: 'Import 3 files' }).click();
    await expect.poll(async () => (await api.imports.list.query()).length).toBe(1);
  });
  const [left] = await api.imports.list.query();
  const other = await context.newPage();
  await page.close();
  const choose = async (...names: string[]) => {
    const opened = other.waitForEvent('filechooser');
    await other.getByRole('button', { name: 'Choose the missing files' }).click();
    const chooser = await opened;
    // Else a browser would not tell that the same files were chosen again.
    expect(await chooser.element().inputValue()).toBe('');
    await chooser.setFiles(resumes(...names));
  };

  await test.step('files that are none of it are not taken', async () => {
    await other.goto(`/employer/imports/${left?.id}`);
    await expect(other.getByText('3 files have not arrived')).toBeVisible();
    await choose('anjali-kadam.docx');
    await expect(other.getByText(/^None of the missing files is among these/)).toBeVisible();
  });

  await test.step('what does not get through is told', async () => {
    await choose(...FILES);
    await expect(other.getByText(/^3 files did not get through/)).toBeVisible();
    await context.unroute('**/api/uploads');
  });

  await test.step('what is missing is sent and read', async () => {
    await choose(...FILES, 'anjali-kadam.docx');
    await expect(other.getByRole('heading', { name: '3 résumés read' })).toBeVisible({ timeout: 30_000 });
    await expect(other.getByRole('link', { name: 'Shobha Iyer' })).toBeVisible();
  });
});
