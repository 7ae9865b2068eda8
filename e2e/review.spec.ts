import { accountantJob } from '@/testing/people';
import { expect, personShown, test } from './fixtures';
import { bringResumes } from './import';

const RESUMES = ['shobha-iyer.pdf', 'nitin-gaikwad.pdf', 'anjali-kadam.docx'];

test('the review screen is worked by keys alone', async ({ page, api, member }) => {
  test.setTimeout(120_000);
  expect(member.organizationName).toContain('Looms');
  const { jobId } = await api.jobs.create.mutate({ title: 'Accountant, mornings', role: null });
  const { revision } = await api.jobs.saveDraft.mutate({ jobId, revision: 1, answers: accountantJob });
  await api.jobs.publish.mutate({ jobId, revision });
  await bringResumes(page, api, jobId, ...RESUMES);
  await page.goto(`/employer/jobs/${jobId}`);
  const rows = page.getByRole('region', { name: 'Matches' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  const names = await rows.getByRole('button').locator('b').allTextContents();
  const opened = (index: number) => expect(personShown(page, names[index]!)).toBeVisible();
  const key = (name: string) => page.keyboard.press(name);

  await test.step('j and k go through the list, also from a row, a checkbox or a tab that has the focus', async () => {
    await opened(0);
    await key('j');
    await opened(1);
    await rows.nth(1).getByRole('button').focus();
    await key('j');
    await opened(2);
    await expect(rows.nth(2).getByRole('button')).toBeFocused();
    await rows.nth(2).getByRole('checkbox').focus();
    await key('k');
    await opened(1);
    await page.getByRole('radio', { name: /^Ranked/ }).focus();
    await key('k');
    await opened(0);
  });

  await test.step('s, u and x decide, take back and select', async () => {
    await key('s');
    const toast = page.getByRole('status').filter({ hasText: `Shortlisted ${names[0]}` });
    await expect(toast).toBeVisible();
    await key('u');
    await expect(toast).toHaveCount(0);
    await key('x');
    await expect(page.getByText('1 selected')).toBeVisible();
    await key('x');
    await expect(page.getByText('1 selected')).toHaveCount(0);
  });

  await test.step('r asks for a reason, which is given without a mouse; letters typed there decide nothing', async () => {
    await key('r');
    const dialog = page.getByRole('dialog', { name: `Reject ${names[0]}` });
    await expect(dialog.getByRole('radio').first()).toBeFocused();
    await key('Space');
    await key('Tab');
    await page.keyboard.type('just so');
    await expect(dialog.getByRole('textbox')).toHaveValue('just so');
    await key('Tab');
    await key('Tab');
    await expect(dialog.getByRole('button', { name: 'Reject', exact: true })).toBeFocused();
    await key('Enter');
    await expect(rows).toHaveCount(2);
    await key('u');
    await expect(rows).toHaveCount(3);
  });

  await test.step('2 and 1 change the group, v the pane', async () => {
    await key('2');
    await expect(page).toHaveURL(/group=needs_information/);
    await key('1');
    await expect(rows).toHaveCount(3);
    await key('v');
    await expect(page.getByRole('heading', { level: 3, name: 'Answers' })).toBeVisible();
    await key('v');
    await expect(page.getByRole('heading', { level: 3, name: 'Résumé' })).toBeVisible();
  });

  await test.step('? names the keys, those that find things among them', async () => {
    await key('Shift+?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await expect(sheet).toContainText('find a person, a job or a page');
    await expect(sheet).toContainText('shortlist');
    await key('Escape');
    await expect(sheet).toHaveCount(0);
  });

  await test.step('/ finds people, and opens one in the ranking', async () => {
    await key('/');
    const find = page.getByRole('textbox', { name: 'Find anything' });
    await expect(find).toBeFocused();
    // As laid out: the box on screen still grows while it opens.
    const height = () => page.getByRole('dialog').evaluate((dialog: HTMLElement) => dialog.offsetHeight);
    const before = await height();
    await page.keyboard.type(names[1]!);
    const found = page.getByRole('button', { name: `${names[1]!} Ranked for Accountant, mornings` });
    await expect(found).toBeVisible();
    await expect(page.getByRole('button', { name: new RegExp(`${names[1]!} Profile`) })).toBeVisible();
    expect(await height()).toBe(before);
    await find.press('ArrowDown');
    await find.press('Enter');
    await opened(1);
  });
});

test('on a phone the list is one step back from a person, and a marked passage opens its note', async ({
  browser,
  page,
  api,
  member,
}) => {
  test.setTimeout(90_000);
  expect(member.organizationName).toContain('Looms');
  const { jobId } = await api.jobs.create.mutate({ title: 'Accountant, mornings', role: null });
  const { revision } = await api.jobs.saveDraft.mutate({ jobId, revision: 1, answers: accountantJob });
  await api.jobs.publish.mutate({ jobId, revision });
  await bringResumes(page, api, jobId, ...RESUMES.slice(0, 2));
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const phone = await context.newPage();
  await phone.goto('/employer/jobs');
  await phone.getByRole('link', { name: /^Accountant, mornings/ }).tap();
  const rows = phone.getByRole('region', { name: 'Matches' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await rows.first().getByRole('button').tap();
  await expect(phone.getByText('1 of 2, ranked')).toBeVisible();
  await expect(phone.getByRole('navigation', { name: 'Main' })).toBeHidden();

  await phone.getByRole('radiogroup', { name: 'What to show' }).getByText('Résumé').tap();
  const passage = phone.getByRole('region', { name: 'Reading pane' }).locator('[role="button"]').first();
  await passage.tap();
  await expect(phone.getByRole('dialog')).toContainText(/\d of \d/);
  await phone.keyboard.press('Escape');

  await phone.reload();
  await expect(phone.getByText('1 of 2, ranked')).toBeVisible();
  await phone.getByRole('button', { name: 'Back to the list' }).tap();
  await expect(rows.first()).toBeVisible();
  await phone.goBack();
  await expect(phone).toHaveURL(/\/employer\/jobs$/);
  await context.close();
});

test('an archived job comes back as it was', async ({ page, api, member }) => {
  expect(member.organizationName).toContain('Looms');
  const { jobId } = await api.jobs.create.mutate({ title: 'Accountant, mornings', role: null });
  await page.goto(`/employer/jobs/${jobId}/edit`);
  await page.getByRole('button', { name: 'More about this job' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  const toast = page.getByRole('status').filter({ hasText: 'This job is archived' });
  await expect(page.getByRole('banner').getByText('Archived')).toBeVisible();
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect(toast).toHaveCount(0);
  await expect(page.getByRole('banner').getByText('Draft', { exact: true })).toBeVisible();
  expect((await api.jobs.list.query({})).map(({ state }) => state)).toEqual(['draft']);
});
