import { expect, test } from './fixtures';
import { looksRight } from './looks';

const AD = `Senior Accountant (Part-time, Remote)
Experience: 3+ years
Salary: ₹40,000 - ₹60,000 per month

Requirements
- Expert in Tally and GST
- Bank reconciliation

Timings: Mon–Fri 9–1 IST, 4 hrs/day`;

test('an ad is pasted and fills the form in, with its words beside each answer, and is taken back', async ({
  page,
  member,
}) => {
  await page.goto('/employer/jobs/new');
  await expect(page.getByRole('heading', { name: 'What is the job called?' }), member.email).toBeVisible();
  await page.getByRole('button', { name: 'Paste a job ad' }).click();
  const area = page.getByLabel('Text of the ad');

  await test.step('too little text is refused at the field, and stays', async () => {
    await area.fill('Accountant');
    await page.getByRole('button', { name: 'Fill in the draft' }).click();
    await expect(page.getByText('Paste the whole text of the ad.')).toBeVisible();
    await expect(area).toHaveValue('Accountant');
  });

  await test.step('the draft opens filled in', async () => {
    await area.fill(AD);
    await page.getByRole('button', { name: 'Fill in the draft' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Senior Accountant' })).toBeVisible();
    const panel = page.getByRole('region', { name: 'From the ad' });
    await expect(panel.getByRole('status')).toHaveText(/^1\d answers from the ad$/);
    await expect(panel.getByRole('button', { name: 'Fill in Languages' })).toBeVisible();
    await expect(page.getByText('From the ad: “Experience: 3+ years”')).toBeVisible();
    await page.getByRole('button', { name: /^Pay/ }).click();
    await expect(page.getByText('From the ad: “₹40,000 - ₹60,000 per month”')).toBeVisible();
  });

  await test.step('what is missing opens at its question', async () => {
    await page.getByRole('button', { name: 'Fill in Languages' }).click();
    await expect(page.getByText('Not in the ad.').first()).toBeVisible();
  });

  await test.step('a changed answer loses its mark; the rest survives a reload and is taken back', async () => {
    await page.getByRole('button', { name: /^Role/ }).click();
    await page.getByLabel('Relevant years, at least').fill('5');
    await expect(page.getByText('From the ad: “Experience: 3+ years”')).toHaveCount(0);
    await expect(page.getByText(/^Saved /)).toBeVisible();
    await page.reload();
    const panel = page.getByRole('region', { name: 'From the ad' });
    await expect(panel.getByRole('status')).toHaveText(/answers from the ad$/);
    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect(panel.getByRole('status')).toHaveText('The ad’s answers are taken back');
    await expect(page.getByLabel('Relevant years, at least')).toHaveValue(/^5/);
    await panel.getByRole('button', { name: 'Fill in from the ad again' }).click();
    await expect(panel.getByText('Left as you had it')).toBeVisible();
    await panel.getByRole('button', { name: /Use the ad’s Relevant years/ }).click();
    await expect(page.getByLabel('Relevant years, at least')).toHaveValue(/^3/);
  });
});

test('into a draft that somebody works on, an ad brings only what is open', async ({ page, member, api }) => {
  const { jobId } = await api.jobs.create.mutate({ title: 'Bookkeeper of many words', role: null });
  await page.goto(`/employer/jobs/${jobId}/edit`);
  await expect(
    page.getByText('Is there an ad for this job already?', { exact: false }),
    member.email,
  ).toBeVisible();
  await page.getByRole('button', { name: 'Paste a job ad' }).click();
  await page.getByLabel('Text of the ad').fill(AD);
  await page.getByRole('button', { name: 'Fill in the form' }).click();
  const panel = page.getByRole('region', { name: 'From the ad' });
  await expect(panel.getByText('Left as you had it')).toBeVisible();
  await expect(page.getByLabel('Job title')).toHaveValue('Bookkeeper of many words');
  await panel.getByRole('button', { name: /Use the ad’s Job title/ }).click();
  await expect(page.getByLabel('Job title')).toHaveValue('Senior Accountant');
  await expect(page.getByText(/^Saved /)).toBeVisible();
  await looksRight(page, [`/employer/jobs/${jobId}/edit`, '/employer/jobs/new']);
});

test('an ad that shuts people out says so at once, and is published only for a reason', async ({
  page,
  member,
}) => {
  await page.goto('/employer/jobs/new');
  await page.getByRole('button', { name: 'Paste a job ad' }).click();
  await page
    .getByLabel('Text of the ad')
    .fill(`${AD}\n\nFemale candidates only, below 35\nGood communication skills`);
  await page.getByRole('button', { name: 'Fill in the draft' }).click();

  const notes = page.getByRole('list', { name: 'Wording of Description' });
  const publish = page.getByRole('button', { name: 'Publish', exact: true });
  const dialog = page.getByRole('dialog', { name: 'Some words shut people out' });

  await test.step('the words are found as the form opens, and are shown in the text by key', async () => {
    await expect(notes.getByRole('listitem'), member.email).toHaveText([
      /^Protected: gender/,
      /^Protected: age/,
      /^Vague: communication/,
    ]);
    await expect(page.getByRole('heading', { name: 'Wording: 2 protected, 1 vague' })).toBeVisible();
    await notes.getByRole('button', { name: 'Show in the text: below 35' }).focus();
    await page.keyboard.press('Enter');
    const text = page.getByRole('textbox', { name: 'Description' });
    await expect(text).toBeFocused();
    expect(
      await text.evaluate(({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) =>
        value.slice(selectionStart, selectionEnd),
      ),
    ).toBe('below 35');
  });

  await test.step('publishing asks once, for a reason; what was typed stays', async () => {
    await publish.click();
    await expect(dialog.locator('mark')).toHaveText(['Female candidates only', 'below 35']);
    await dialog.getByRole('button', { name: 'Publish with this reason' }).click();
    await expect(dialog.getByText('Say in a sentence why the work needs it.')).toBeVisible();
    await dialog.getByLabel('Why does the work need it?').fill('The warden sleeps in a hostel for women.');
    await dialog.getByRole('button', { name: 'Change the text' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('textbox', { name: 'Description' })).toBeFocused();
  });

  await test.step('one is rewritten, the other is published with its reason', async () => {
    await notes.getByRole('button', { name: 'Show in the text: below 35' }).click();
    await page.keyboard.type('Tally every day');
    await expect(notes.getByText('Protected: age')).toHaveCount(0);
    await publish.click();
    await expect(dialog.locator('mark')).toHaveText(['Female candidates only']);
    await expect(dialog.getByLabel('Why does the work need it?')).toHaveValue(/^The warden sleeps/);
    await dialog.getByRole('button', { name: 'Publish with this reason' }).click();
    await expect(page.getByRole('region', { name: 'Matches' })).toBeVisible();
  });
});
