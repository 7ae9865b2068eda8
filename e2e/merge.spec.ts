import { accountantJob } from '@/testing/people';
import type { Api } from './api';
import { giveRole } from './database';
import { expect, personShown, test } from './fixtures';
import { looksRight } from './looks';

const resume = (name: string, email: string, skills: string) => `${name}
Accountant
Pune, India | +91 98220 41357 | ${email}

Summary
Keeps the books of small firms and files their returns.

Experience
Accountant, Nandi Stationers, Pune
April 2019 to present
- Kept the day books in Tally and filed GST returns every month.
- Reconciled bank statements and prepared the yearly accounts with the auditor.

Junior Accountant, Kapila Textiles, Pune
June 2015 to March 2019
- Entered invoices in Tally and chased payments.

Education
Bachelor of Commerce, Savitribai Phule Pune University, 2015

Skills
${skills}
`;

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const FIRST = file('asha.txt', resume('Asha Pillai', 'asha.pillai@example.com', 'Tally, GST, Excel'));
const SECOND = file('asha-new.txt', resume('Asha R Pillai', 'pillai.asha@example.org', 'Tally, GST, SAP'));

const publish = async (api: Api): Promise<string> => {
  const { jobId } = await api.jobs.create.mutate({ title: 'Accountant, mornings', role: null });
  const { revision } = await api.jobs.saveDraft.mutate({ jobId, revision: 1, answers: accountantJob });
  await api.jobs.publish.mutate({ jobId, revision });
  return jobId;
};

test('one person with two résumés is merged, stands on the shortlist once, and is parted again', async ({
  page,
  api,
  member,
}) => {
  test.setTimeout(180_000);
  const jobId = await publish(api);
  const listed = async () => {
    const groups = ['ranked', 'needs_information', 'misses_must_have'] as const;
    const rankings = await Promise.all(
      groups.map((group) => api.pipeline.matches.query({ jobId, group, stage: 'all' })),
    );
    return rankings.flatMap(({ rows }) => rows.map(({ name, stage }) => `${name}: ${stage}`)).toSorted();
  };

  await test.step('two files are imported, and the import says that they may be one person', async () => {
    await page.goto('/employer/imports/new');
    const chooser = page.waitForEvent('filechooser');
    await page.getByLabel('Drop résumés here or press Enter to choose files').click();
    await (await chooser).setFiles([FIRST, SECOND]);
    await page.getByLabel('They applied to us, or sent it to be considered').check();
    await page.getByRole('button', { name: 'Import 2 files' }).click();
    await expect(page.getByRole('heading', { name: '2 résumés read' })).toBeVisible({ timeout: 30_000 });
    await expect(
      page.getByText('One of these may be the same person as another of your people.'),
    ).toBeVisible();
    await expect.poll(listed, { timeout: 30_000 }).toEqual(['Asha Pillai: new', 'Asha R Pillai: new']);
  });

  const { items } = await api.people.list.query({});
  const idOf = (name: string) => items.find((person) => person.name === name)!.id;
  const [first, second] = [idOf('Asha Pillai'), idOf('Asha R Pillai')];
  await api.pipeline.move.mutate({ jobId, candidateId: second, to: 'shortlisted' });

  await test.step('they are compared line by line and merged by key, with the address that was chosen', async () => {
    await page.goto('/employer/people');
    await page.getByRole('link', { name: 'Compare them' }).click();
    const pair = page.getByRole('article');
    await expect(pair.getByText('Same phone')).toBeVisible();
    await expect(pair.getByText('Same employer, title and dates')).toBeVisible();
    await expect(pair.getByRole('radiogroup')).toHaveCount(2);
    await pair.getByRole('radio', { name: 'asha.pillai@example.com' }).check();
    await pair.getByRole('radio', { name: 'Asha R Pillai' }).check();
    await page.keyboard.press('m');
    await expect(page.getByText('are one person now')).toBeVisible();
    await expect(page.getByText('Nobody seems to be here twice')).toBeVisible();
    await expect.poll(listed, { timeout: 30_000 }).toEqual(['Asha R Pillai: shortlisted']);
  });

  await test.step('old links lead to the person they are now', async () => {
    await page.goto(`/employer/people/${second}`);
    await expect(page).toHaveURL(new RegExp(`/employer/people/${first}$`));
    await expect(page.getByText('asha.pillai@example.com').first()).toBeVisible();
    await page.goto(`/employer/jobs/${jobId}?group=needs_information&stage=all&person=${second}`);
    await expect(page).toHaveURL(new RegExp(`group=needs_information&stage=all&person=${first}$`));
    await expect(personShown(page, 'Asha R Pillai')).toBeVisible();
  });

  await test.step('the merge is undone on the person’s page', async () => {
    await page.goto(`/employer/people/${first}`);
    const merged = page.getByRole('region', { name: 'Merged people' });
    await expect(merged.getByText(`${member.name} merged them`)).toBeVisible();
    await merged.getByRole('button', { name: 'Undo the merge' }).click();
    await expect(merged.getByText(/^Undone\./)).toBeVisible();
    await expect
      .poll(listed, { timeout: 30_000 })
      .toEqual(['Asha Pillai: new', 'Asha R Pillai: shortlisted']);
    await expect(page.getByText('Somebody else of your people may be the same person.')).toBeVisible();
  });

  await test.step('the pages fit and keep nobody out', async () => {
    await looksRight(page, ['/employer/people/duplicates', `/employer/people/${first}`]);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step('two people are never shown again, unless that is undone', async () => {
    await page.goto('/employer/people/duplicates');
    await page.getByRole('button', { name: 'Different people' }).click();
    await expect(page.getByText('stay two people')).toBeVisible();
    await expect(page.getByRole('article')).toHaveCount(0);
    await page.keyboard.press('u');
    await expect(page.getByRole('article')).toHaveCount(1);
  });

  await test.step('a viewer looks, and cannot decide', async () => {
    await giveRole(member.email, 'viewer');
    await page.goto('/employer/people/duplicates');
    await expect(page.getByRole('article')).toHaveCount(1);
    await expect(page.getByText('Your role may look at them; owners and recruiters decide.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Same person' })).toHaveCount(0);
    await expect(page.getByRole('radio')).toHaveCount(0);
  });
});
