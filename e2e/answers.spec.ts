import type { Page } from '@playwright/test';
import type { JobDraft } from '@/domain/jobs/schema';
import { accountantJob } from '@/testing/people';
import type { Api } from './api';
import { expect, personShown, test } from './fixtures';
import { bringResumes } from './import';

const PERSON = 'Nitin Gaikwad';
const OTHER = 'Shobha Iyer';
const RESUMES = ['nitin-gaikwad.pdf', 'shobha-iyer.pdf'];

const publish = async (api: Api, answers: JobDraft): Promise<string> => {
  const { jobId } = await api.jobs.create.mutate({ title: String(answers.title), role: null });
  const { revision } = await api.jobs.saveDraft.mutate({ jobId, revision: 1, answers });
  await api.jobs.publish.mutate({ jobId, revision });
  return jobId;
};

/** The ranked row of somebody on an open review screen. */
const rowOf = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Matches' }).getByRole('listitem').filter({ hasText: name });

interface Shown {
  score: number;
  low: number;
  high: number;
  /** Percent. */
  known: number;
}

/** What a row says of its score. */
const shown = async (page: Page, name: string): Promise<Shown> => {
  const text = (await rowOf(page, name).textContent()) ?? '';
  const [, score, low, high] = /Score (\d+), range (\d+)(?:–(\d+))?/.exec(text) ?? [];
  return {
    score: Number(score),
    low: Number(low),
    high: Number(high ?? low),
    known: Number(/(\d+)% known/.exec(text)?.[1]),
  };
};

test('what a person answers ranks them again for each open job', async ({ page, context, api, member }) => {
  test.setTimeout(150_000);
  expect(member.organizationName).toContain('Looms');
  const mornings = await publish(api, accountantJob);
  const evenings = await publish(api, { ...accountantJob, title: 'Accountant, month end', minimum_years: 4 });
  await bringResumes(page, api, mornings, ...RESUMES);

  // Both review screens stay open and are never loaded again: they have to follow by themselves.
  const second = await context.newPage();
  const screens = [page, second] as const;
  await page.goto(`/employer/jobs/${mornings}`);
  await second.goto(`/employer/jobs/${evenings}`);
  for (const screen of screens)
    await expect(rowOf(screen, PERSON)).toContainText('Score', { timeout: 30_000 });
  const before = await Promise.all(screens.map((screen) => shown(screen, PERSON)));
  const others = await Promise.all(screens.map((screen) => shown(screen, OTHER)));
  for (const { low, high } of before) expect(high - low).toBeGreaterThan(10);

  const desk = await context.newPage();
  await test.step('opens the person', async () => {
    await desk.goto('/employer/people');
    await desk.getByRole('link', { name: PERSON }).click();
    await expect(desk.getByRole('heading', { name: 'How they can work' })).toBeVisible();
  });
  const save = desk.getByRole('button', { name: 'Save answers' });
  const hours = desk.getByRole('group', { name: 'Hours a week' });

  await test.step('marks the week by keyboard and by pointer', async () => {
    await desk.getByRole('button', { name: 'Monday 09:00' }).focus();
    await desk.keyboard.press('Space');
    for (let halfHour = 0; halfHour < 7; halfHour += 1) await desk.keyboard.press('Shift+ArrowRight');
    for (let day = 0; day < 3; day += 1) await desk.keyboard.press('Shift+ArrowDown');
    await expect(desk.getByText('Free, 16 h: Mon–Thu 09:00–13:00')).toBeVisible();
    // Without Shift an arrow only moves.
    await desk.keyboard.press('ArrowDown');
    await expect(desk.getByRole('button', { name: 'Friday 12:30' })).toBeFocused();
    await desk
      .getByRole('button', { name: 'Friday 10:00' })
      .dragTo(desk.getByRole('button', { name: 'Friday 11:30' }));
    await expect(desk.getByText('Free, 18 h: Mon–Thu 09:00–13:00, Fri 10:00–12:00')).toBeVisible();
  });

  await test.step('is told of hours that cannot be, at their field, and keeps all that was typed', async () => {
    await hours.getByLabel('At least', { exact: true }).fill('30');
    await hours.getByLabel('At most', { exact: true }).fill('20');
    await save.click();
    await expect(desk.getByText('One answer needs another look.')).toBeVisible();
    await expect(hours.getByLabel('At most', { exact: true })).toHaveAccessibleDescription(/must not exceed/);
    await expect(hours.getByLabel('At least', { exact: true })).toHaveValue('30 h');
    await hours.getByLabel('At least', { exact: true }).fill('16');
  });

  await test.step('answers about place and pay, and saves', async () => {
    await desk.getByLabel('Remote works for them').check();
    await desk.getByRole('group', { name: 'Least pay' }).getByRole('textbox').first().fill('450');
    await save.click();
    await expect(desk.getByText('Saved. Every open job is ranked again with these answers.')).toBeVisible();
    await desk.reload();
    await expect(desk.getByText('Free, 18 h: Mon–Thu 09:00–13:00, Fri 10:00–12:00')).toBeVisible();
    await expect(hours.getByLabel('At least', { exact: true })).toHaveValue('16 h');
    await expect(save).toBeDisabled();
  });

  await test.step('each open job ranks again by itself: more is known, the range is narrower, the score moved', async () => {
    for (const [index, screen] of screens.entries()) {
      const was = before[index]!;
      await expect
        .poll(async () => (await shown(screen, PERSON)).known, { timeout: 30_000 })
        .toBeGreaterThan(was.known);
      const now = await shown(screen, PERSON);
      expect(now.high - now.low).toBeLessThan(was.high - was.low);
      expect(now.score).not.toBe(was.score);
      expect(now.low).toBeGreaterThanOrEqual(was.low);
      expect(now.high).toBeLessThanOrEqual(was.high);
      expect(await shown(screen, OTHER)).toEqual(others[index]);
      await rowOf(screen, PERSON).getByRole('button').click();
      await expect(screen.getByRole('region', { name: 'Why' })).toContainText(`${now.known}% known`);
    }
  });
});

test('answers come from a file: the rows that hold are kept, the others are named with line and column', async ({
  page,
  api,
  member,
}) => {
  expect(member.organizationName).toContain('Looms');
  const jobId = await publish(api, accountantJob);
  await bringResumes(page, api, jobId, ...RESUMES);
  const lines = [
    'email,hours_min,hours_max,week,time_zone,focus',
    'Nitin.Gaikwad@example.net,16,20,Mon-Thu 09:00-13:00,Asia/Kolkata,both',
    'shobha.iyer@example.com,30,20,Someday at nine,Asia/Kolkata,both',
    'nobody@example.org,10,12,,,',
  ];
  await page.goto('/employer/people');
  await page.getByRole('link', { name: 'Import answers' }).click();
  await page.locator('input[type="file"]').setInputFiles({
    name: 'answers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n')),
  });
  await page.getByRole('main').getByRole('button', { name: 'Import answers' }).click();
  const result = page.getByRole('status').filter({ hasText: 'brought up to date' });
  await expect(result.getByRole('heading')).toHaveText('1 person brought up to date');
  await expect(result).toContainText('2 rows were left out.');
  const cells = async () =>
    Promise.all(
      (await result.getByRole('row').all()).slice(1).map((row) => row.getByRole('cell').allTextContents()),
    );
  expect((await cells()).map(([line, column]) => [line, column])).toEqual([
    ['3', 'hours_min'],
    ['3', 'week'],
    ['4', 'email'],
  ]);
  await expect(result).toContainText('Nobody of your organisation has this address.');

  const answersOf = async (name: string) => {
    const { items } = await api.people.list.query({});
    const found = items.find((item) => item.name === name);
    return (await api.people.get.query({ candidateId: found!.id })).answers;
  };
  expect(await answersOf(PERSON)).toMatchObject({ hours: { min: 16, max: 20 }, focus: 'both' });
  expect(await answersOf(OTHER)).toEqual({});
  await page.goto('/employer/people');
  await expect(page.getByRole('link', { name: PERSON })).toContainText('3 answers');
  await expect(page.getByRole('link', { name: OTHER })).toContainText('No answers');
});

test('the job’s own questions are answered on the review screen and count', async ({ page, api, member }) => {
  expect(member.organizationName).toContain('Looms');
  const ASKED = 'Have you closed books in Tally on your own?';
  const TOLD = 'Which month end was the hardest?';
  const jobId = await publish(api, {
    ...accountantJob,
    screening: [
      { id: 'q-books', text: ASKED, kind: 'yes_no', wanted: 'yes' },
      { id: 'q-month', text: TOLD, kind: 'text', wanted: null },
    ],
  });
  await bringResumes(page, api, jobId, ...RESUMES);
  await page.goto(`/employer/jobs/${jobId}`);
  await rowOf(page, PERSON).getByRole('button').click();
  await expect(personShown(page, PERSON)).toBeVisible();
  const before = await shown(page, PERSON);
  const other = await shown(page, OTHER);

  await page.getByRole('radiogroup', { name: 'Read' }).getByText('Answers').click();
  const asked = page.getByRole('radiogroup', { name: ASKED });
  await expect(asked.getByRole('radio', { name: 'Not asked yet' })).toBeChecked();
  await asked.getByText('Yes', { exact: true }).click();
  await expect(asked.getByRole('radio', { name: 'Yes' })).toBeChecked();
  await expect
    .poll(async () => (await shown(page, PERSON)).known, { timeout: 30_000 })
    .toBeGreaterThan(before.known);
  const yes = await shown(page, PERSON);
  expect(yes.score).toBeGreaterThan(before.score);
  expect(yes.high).toBe(before.high);
  expect(await shown(page, OTHER)).toEqual(other);

  await asked.getByText('No', { exact: true }).click();
  await expect
    .poll(async () => (await shown(page, PERSON)).score, { timeout: 30_000 })
    .toBeLessThan(yes.score);

  await page.getByRole('textbox', { name: TOLD }).fill('March, with two audits at once.');
  await page.getByRole('button', { name: 'Save answer' }).click();
  await expect(page.getByRole('button', { name: 'Save answer' })).toHaveCount(0);
  await page.reload();
  await page.getByRole('radiogroup', { name: 'Read' }).getByText('Answers').click();
  await expect(page.getByRole('textbox', { name: TOLD })).toHaveValue('March, with two audits at once.');
  await expect(asked.getByRole('radio', { name: 'No', exact: true })).toBeChecked();
});
