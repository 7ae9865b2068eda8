import type { Locator } from '@playwright/test';
import { archive, badFile, PIXEL, resumes } from './files';
import { expect, personShown, test } from './fixtures';
import { mailedLink, mailsTo } from './inbox';

/** The whole points of each row, from what it says of its score. */
const scores = async (rows: Locator): Promise<number[]> =>
  (await rows.allTextContents()).map((text) => Number(/Score (\d+)/.exec(text)?.[1]));

const TITLE = 'Payroll specialist, mornings';

test('a recruiter posts a job, brings résumés, decides and is told', async ({ page, account }) => {
  test.setTimeout(150_000);

  await test.step('signs up, confirms the address from the mail, and is in', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Create an account' }).click();
    await page.getByLabel('Your name').fill(account.name);
    await page.getByLabel('Organisation').fill(account.organizationName);
    await page.getByLabel('Work e-mail').fill(account.email);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await page.getByRole('button', { name: 'Create the account' }).click();
    await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
    await expect(page.getByLabel('Your address')).toHaveValue(account.email);

    await page.goto(await mailedLink(account.email, /confirm/i, '/verify'));
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    await expect(page.getByRole('heading', { name: 'Welcome, Gauri' })).toBeVisible();
  });

  await test.step('starts a draft that the role fills in', async () => {
    await page.getByRole('link', { name: 'Post your first job' }).click();
    await page.getByLabel('Job title').fill(TITLE);
    await page.getByRole('button', { name: 'Start the draft' }).click();
    await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Closest role' })).toHaveValue('Payroll specialist');
    await page.getByRole('button', { name: /^Engagement/ }).click();
    await expect(page.getByText('4–5 h a day is usual for this role.')).toBeVisible();
    const hours = page.getByRole('group', { name: 'Hours a week' });
    await expect(hours.getByLabel('At least', { exact: true })).toHaveValue('20 h');
    await expect(hours.getByLabel('At most', { exact: true })).toHaveValue('25 h');
  });

  await test.step('adjusts hours, core hours by keyboard, skills and pay; all of it saves itself', async () => {
    const hours = page.getByRole('group', { name: 'Hours a week' });
    await hours.getByLabel('At least', { exact: true }).fill('16');

    await page.getByRole('button', { name: /^Week/ }).click();
    await page.getByRole('button', { name: 'Monday 09:00' }).focus();
    await page.keyboard.press('Space');
    for (let halfHour = 0; halfHour < 7; halfHour += 1) await page.keyboard.press('Shift+ArrowRight');
    for (let day = 0; day < 3; day += 1) await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByText('Core, 16 h: Mon–Thu 09:00–13:00')).toBeVisible();

    await page.getByRole('button', { name: /^Skills/ }).click();
    const mustHave = page.getByRole('group', { name: 'Must-have skills' });
    await mustHave.getByLabel('Must-have skills: add a skill').fill('payroll proc');
    await page.getByRole('option', { name: /^Payroll processing/ }).click();
    await mustHave.getByLabel('Must-have skills: add a skill').fill('provident');
    await expect(page.getByRole('option', { name: /^Provident fund/ })).toBeVisible();
    await page.keyboard.press('Enter');
    for (const skill of ['Payroll processing', 'Provident fund'])
      await mustHave
        .getByRole('group', { name: `Level of ${skill}` })
        .getByLabel(/^1/)
        .check();
    await expect(mustHave.getByRole('listitem')).toHaveCount(2);

    await page.getByRole('button', { name: 'Next: Pay' }).click();
    const pay = page.getByRole('group', { name: 'Pay', exact: true });
    await pay.getByLabel('From', { exact: true }).fill('450');
    await pay.getByLabel('To', { exact: true }).fill('700');

    await expect(page.getByRole('status').filter({ hasText: /^Saved \d\d:\d\d$/ })).toBeVisible();
    await page.reload();
    await page.getByRole('button', { name: /^Week/ }).click();
    await expect(page.getByText('Core, 16 h: Mon–Thu 09:00–13:00')).toBeVisible();
  });

  await test.step('publishes', async () => {
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(
      page.getByRole('region', { name: 'Matches' }).getByRole('heading', { name: 'Nobody to rank yet' }),
    ).toBeVisible();
  });

  await test.step('imports files; the bad ones are named with their reason', async () => {
    await page.getByRole('banner').getByRole('link', { name: 'Import résumés' }).click();
    await expect(page.getByRole('combobox', { name: 'For which job?' })).toHaveValue(TITLE);
    const chooser = page.waitForEvent('filechooser');
    await page.getByLabel('Drop résumés here or press Enter to choose files').click();
    await (
      await chooser
    ).setFiles([
      ...resumes('shobha-iyer.pdf', 'nitin-gaikwad.pdf', 'anjali-kadam.docx', 'suresh-pillai.txt'),
      archive('inbox.zip', 'mahesh-salunkhe.docx', 'devika-pradhan.docx', 'aslam-ansari.txt'),
      badFile('nothing.pdf', ''),
      badFile('photo.pdf', PIXEL),
    ]);
    await page.getByLabel('They applied to us, or sent it to be considered').check();
    await page.getByRole('button', { name: 'Import 9 files' }).click();
    await expect(page.getByRole('heading', { name: '7 résumés read' })).toBeVisible({ timeout: 30_000 });
    const files = page.getByRole('main').getByRole('list');
    await expect(files.getByRole('listitem').filter({ hasText: 'nothing.pdf' })).toContainText(
      'The file is empty',
    );
    await expect(files.getByRole('listitem').filter({ hasText: 'photo.pdf' })).toContainText(
      'The content does not match the file name',
    );
    await expect(files.getByRole('link', { name: 'Shobha Iyer' })).toBeVisible();
    await page.getByRole('link', { name: 'See the ranking' }).click();
  });

  const matches = page.getByRole('region', { name: 'Matches' });
  const rows = matches.getByRole('listitem');

  await test.step('the ranking fills by itself', async () => {
    await expect(page.getByRole('radio', { name: 'Ranked 7' })).toBeAttached({ timeout: 30_000 });
    await expect(rows).toHaveCount(7);
    const shown = await scores(rows);
    expect(shown).toEqual(shown.toSorted((one, other) => other - one));
    await expect(rows.first()).toContainText('Strong');
  });

  const first = (await rows.first().getByRole('button').locator('b').first().textContent()) ?? '';
  const header = personShown(page, first);
  const badge = (word: string) => header.locator('xpath=..').getByText(word);

  await test.step('a bar opens the passages it rests on', async () => {
    await expect(header).toBeVisible();
    const why = page.getByRole('region', { name: 'Why' });
    const bar = why.getByRole('button', { name: /^Must-have skills/ });
    await bar.click();
    await expect(bar).toHaveAttribute('aria-pressed', 'true');
    const notes = page.getByRole('region', { name: 'Reading pane' }).locator('button[aria-pressed="true"]');
    await expect(notes.first()).toBeInViewport();
    await expect(notes.first()).toContainText('asked');
  });

  await test.step('shortlists by key and takes it back', async () => {
    await page.keyboard.press('s');
    await expect(page.getByText(`Shortlisted ${first}`)).toBeVisible();
    await expect(badge('Shortlisted')).toBeVisible();
    await page.keyboard.press('u');
    await expect(badge('Shortlisted')).toHaveCount(0);
    await expect(page.getByText(`Shortlisted ${first}`)).toHaveCount(0);
  });

  await test.step('rejects with a reason, and takes that back too', async () => {
    await page.getByRole('button', { name: 'Reject' }).click();
    const dialog = page.getByRole('dialog', { name: `Reject ${first}` });
    await dialog.getByRole('button', { name: 'Reject', exact: true }).click();
    await expect(dialog).toBeVisible();
    await dialog.getByRole('radio').first().check();
    await dialog.getByRole('button', { name: 'Reject', exact: true }).click();
    await expect(page.getByText(`Rejected ${first}`)).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Ranked 6' })).toBeAttached();
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await expect(page.getByRole('radio', { name: 'Ranked 7' })).toBeAttached();
  });

  await test.step('filters by band; the filter is in the address', async () => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Strong' }).check();
    await expect(page).toHaveURL(/bands=strong/);
    await expect(rows.first()).toContainText('Strong');
    await expect(rows.filter({ hasText: 'Limited' })).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  await test.step('is told once: by the bell and by one mail', async () => {
    await page.goto('/employer');
    await expect.poll(async () => (await mailsTo(account.email, /strongly/)).length).toBe(1);
    const [mail] = await mailsTo(account.email, /strongly/);
    expect(mail?.subject).toContain(TITLE);
    await page.getByRole('button', { name: /new notification/ }).click();
    await expect(page.getByRole('link', { name: /new strong match/ })).toHaveCount(1);
    await expect(page.getByRole('link', { name: /Import finished/ })).toBeVisible();
  });
});
