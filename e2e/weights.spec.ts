import { accountantJob, fullAnswers } from '@/testing/people';
import { makeAdmin } from './database';
import { expect, test } from './fixtures';

const resume = (name: string, title: string, work: string, skills: string) => `${name}
${title}
Pune, India | +91 98220 4${name.length}357 | ${name.toLowerCase().replaceAll(' ', '.')}@example.com

Experience
${title}, Nandi Stationers, Pune
April 2016 to present
- ${work}

Skills
${skills}
`;
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
/** One has the skills, the other the years in the role: weights decide who stands first. */
const PEOPLE = [
  file(
    'skilled.txt',
    resume('Asha Pillai', 'Receptionist', 'Answered the phone with Tally and GST at hand.', 'Tally, GST'),
  ),
  file(
    'seasoned.txt',
    resume('Meera Joshi', 'Accountant', 'Closed the month and prepared the accounts.', 'Reconciliation'),
  ),
];

// Publishing without a reason is refused, and so is the second of two who put weights in use at once.
test.use({ expectedProblems: [/status of 400 .*weights\.publish|status of 409 .*weights\.rollBack/] });

test('an admin tries weights on people, publishes them for a reason, and rolls back', async ({
  page,
  context,
  api,
  member,
}) => {
  test.setTimeout(180_000);
  expect((await page.request.get('/admin/weights')).status(), 'a page for admins only').toBe(404);
  const { jobId } = await api.jobs.create.mutate({ title: 'Accountant, mornings', role: null });
  const { revision } = await api.jobs.saveDraft.mutate({ jobId, revision: 1, answers: accountantJob });
  await api.jobs.publish.mutate({ jobId, revision });
  const listed = async () => (await api.people.list.query({})).items;
  const weightsOfJob = async () => {
    const [person] = await listed();
    const match = await api.pipeline.match.query({ jobId, candidateId: person?.id ?? '' }).catch(() => null);
    return match?.receipt?.weights ?? null;
  };

  await test.step('people with a week of their own are ranked', async () => {
    await page.goto('/employer/imports/new');
    const chooser = page.waitForEvent('filechooser');
    await page.getByLabel('Drop résumés here or press Enter to choose files').click();
    await (await chooser).setFiles(PEOPLE);
    await page.getByLabel('They applied to us, or sent it to be considered').check();
    await page.getByRole('button', { name: 'Import 2 files' }).click();
    await expect(page.getByRole('heading', { name: '2 résumés read' })).toBeVisible({ timeout: 30_000 });
    for (const { id } of await listed()) {
      await api.people.saveAnswers.mutate({ candidateId: id, answers: fullAnswers });
    }
    await expect.poll(weightsOfJob, { timeout: 30_000 }).not.toBeNull();
  });
  const before = await weightsOfJob();
  await makeAdmin(member.email);

  await test.step('dragging a weight re-ranks them', async () => {
    await page.goto('/admin/weights/lab');
    const first = page
      .getByRole('list', { name: /^First places/ })
      .getByRole('listitem')
      .first();
    await page.getByRole('combobox', { name: 'Job' }).fill(member.organizationName);
    await page.getByRole('option', { name: member.organizationName }).click();
    await expect(page.getByText('2 ranked, re-ranked in')).toBeVisible();
    const slider = page.getByRole('slider', { name: 'Must-have skills' });
    await slider.press('Home');
    await expect(page.getByText('Sum 100', { exact: true })).toBeVisible();
    const byYears = await first.textContent();
    await slider.press('End');
    await expect(page.getByText('Moved 2')).toBeVisible();
    await expect(first).toContainText('up 1, from 2');
    expect(await first.textContent()).not.toBe(byYears);
    await expect(page.getByText(/open jobs? re-ranks?/)).toBeVisible();
  });

  await test.step('the draft is saved, tried in shadow, and published with a reason', async () => {
    await page.getByRole('button', { name: /^Save v/ }).click();
    await expect(page.getByText(/^Saved as v/)).toBeVisible();
    await page.getByRole('button', { name: 'Run in shadow' }).click();
    await expect(page.getByText(/draft runs in shadow/)).toBeVisible();
    const publish = page.getByRole('button', { name: /^Publish v/ });
    await publish.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Why')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(publish).toBeFocused();
    await publish.press('Enter');
    await dialog.getByRole('button', { name: /^Publish v/ }).click();
    await expect(dialog.getByText('Say why in a few words')).toBeVisible();
    await dialog.getByLabel('Why').fill('Skills decide here.');
    await dialog.getByRole('button', { name: /^Publish v/ }).click();
    await expect(page.getByText(/^In use now\./)).toBeVisible();
    await expect.poll(weightsOfJob, { timeout: 30_000 }).not.toBe(before);
  });

  await test.step('the history tells why, and rolls back', async () => {
    await page.goto('/admin/weights');
    const history = page.getByRole('region', { name: 'History' });
    await expect(history.getByText('Skills decide here.').first()).toBeVisible();
    // Told in the admin's zone, whatever those of the server and the browser are.
    const published = history.locator('time').first();
    const at = new Date((await published.getAttribute('datetime')) ?? '');
    const clock = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Kolkata' } as const;
    await expect(published).toHaveText(new Intl.DateTimeFormat('en-GB', clock).format(at));
    await history
      .getByRole('button', { name: `Roll back to ${before}` })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why').fill('It was only a test.');
    await dialog.getByRole('button', { name: `Roll back to ${before}` }).click();
    await expect(page.getByText(/^In use now\./)).toBeVisible();
    await expect.poll(weightsOfJob, { timeout: 30_000 }).toBe(before);
  });

  await test.step('the last number typed is kept by whoever leaves at once, and a discarded draft comes back', async () => {
    const language = page.getByRole('textbox', { name: 'Language: weight' });
    const inUse = await language.inputValue();
    await language.fill('');
    await language.blur();
    await expect(language, 'an emptied field says what counts').toHaveValue(inUse);
    await language.fill('9');
    await page.getByRole('link', { name: 'Lab' }).click();
    await expect(page.getByRole('heading', { name: 'Weight lab' })).toBeVisible();
    await expect(language).toHaveValue('9');
    await page.getByRole('link', { name: 'Sets' }).click();
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(language).toHaveValue(inUse);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(language).toHaveValue('9');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(language).toHaveValue(inUse);
  });

  await test.step('what is typed without a connection is told as not saved, and saved when it is back', async () => {
    const language = page.getByRole('textbox', { name: 'Language: weight' });
    await context.setOffline(true);
    await language.fill('8');
    await expect(page.getByText('saved when the connection is back')).toBeVisible();
    await expect(page.getByText('Not saved yet, kept on this device')).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await expect(page.getByText('saved when the connection is back')).toHaveCount(0);
    await page.reload();
    await expect(language).toHaveValue('8');
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(page.getByRole('button', { name: 'Discard' })).toHaveCount(0);
  });

  await test.step('so are sliders, and what is moved meanwhile stays', async () => {
    await page.getByRole('link', { name: 'Lab' }).click();
    const slider = page.getByRole('slider', { name: 'Must-have skills' });
    const save = page.getByRole('button', { name: /^Save v/ });
    await expect(page.getByText(/re-ranked in/)).toBeVisible();
    await slider.press('End');
    await context.setOffline(true);
    await save.click();
    await expect(page.getByText('is saved when the connection is back')).toBeVisible();
    await expect(save).toBeDisabled();
    await slider.press('Home');
    const moved = await slider.getAttribute('aria-valuenow');
    await context.setOffline(false);
    await expect(page.getByText(/^Saved as v/)).toBeVisible();
    await expect(page.getByText('is saved when the connection is back')).toHaveCount(0);
    await expect(slider).toHaveAttribute('aria-valuenow', moved ?? '');
    await save.click();
    await expect(save).toBeDisabled();
    await page.getByRole('link', { name: 'Sets' }).click();
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(page.getByRole('button', { name: 'Discard' })).toHaveCount(0);
  });

  await test.step('without a connection, rolling back is said to wait', async () => {
    const name =
      (await page
        .getByRole('button', { name: /^Roll back to v/ })
        .first()
        .textContent()) ?? '';
    await page.getByRole('button', { name }).first().click();
    await page.getByRole('dialog').getByLabel('Why').fill('Another look at it.');
    const confirm = page.getByRole('dialog').getByRole('button', { name });
    await context.setOffline(true);
    await confirm.click();
    await expect(page.getByText('This is done when the connection is back.')).toBeVisible();
    await expect(confirm).toBeDisabled();
    await context.setOffline(false);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('of two who roll back at once, the second is told', async () => {
    const second = await context.newPage();
    await second.goto('/admin/weights');
    const name = `Roll back to ${before}`;
    for (const each of [page, second]) {
      await each.getByRole('button', { name }).first().click();
      await each.getByRole('dialog').getByLabel('Why').fill('As it was.');
    }
    await page.getByRole('dialog').getByRole('button', { name }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await second.getByRole('dialog').getByRole('button', { name }).click();
    await expect(second.getByRole('alert').filter({ hasText: 'Not done' })).toBeVisible();
    await expect(second.getByRole('dialog'), 'the page shows what is in use now').toHaveCount(0);
    await expect.poll(weightsOfJob, { timeout: 30_000 }).toBe(before);
  });

  await test.step('a double click writes one experiment down', async () => {
    await page.goto('/admin/experiments');
    const name = `Twice by ${member.organizationName}`;
    await page.getByRole('button', { name: 'New experiment' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await expect(dialog.getByText(/^Takes \d+ jobs/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Save as a draft' }).dblclick();
    await expect(dialog).toHaveCount(0);
    const card = page.getByRole('region', { name });
    await expect(card).toHaveCount(1);
    await page.reload();
    await expect(card).toHaveCount(1);
    await card.getByRole('button', { name: 'Discard' }).click();
    await expect(card).toHaveCount(0);
  });
});
