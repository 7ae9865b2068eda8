import { accountantJob } from '@/testing/people';
import { leaveFor } from './database';
import { expect, test } from './fixtures';
import { bringResumes } from './import';

test('a recruiter who comes back is told who moved, sees them alone, and is done with it', async ({
  page,
  api,
  member,
}) => {
  test.setTimeout(120_000);
  const { jobId } = await api.jobs.create.mutate({ title: 'Accountant, mornings', role: null });
  const { revision } = await api.jobs.saveDraft.mutate({ jobId, revision: 1, answers: accountantJob });
  await api.jobs.publish.mutate({ jobId, revision });
  await bringResumes(page, api, jobId, 'shobha-iyer.pdf', 'nitin-gaikwad.pdf');
  const banner = page.getByRole('status').filter({ hasText: 'moved since' });
  const rows = page.getByRole('region', { name: 'Matches' }).getByRole('listitem');
  const looked = page.waitForResponse((response) => response.url().includes('pipeline.look'));
  await page.goto(`/employer/jobs/${jobId}`);
  await expect(rows).toHaveCount(2);
  await looked;
  await expect(banner).toHaveCount(0);

  await leaveFor(member.email, '1 day');
  const { rows: ranked } = await api.pipeline.matches.query({ jobId, group: 'ranked' });
  const [{ candidateId, name }] = ranked as [(typeof ranked)[number]];
  await api.people.saveAnswers.mutate({ candidateId, answers: { hours: { min: 2, max: 5 } } });
  await expect(banner).toHaveText('1 moved since yesterday');
  await page.reload();
  await expect(banner).toHaveText('1 moved since yesterday');

  await page.getByRole('button', { name: 'See what changed' }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText(name ?? '');
  await expect(rows.first()).toContainText(/Was (Strong|Good|Partial|Limited) \d+/);
  await page.getByRole('button', { name: 'Show everyone' }).click();
  await expect(rows).toHaveCount(2);

  const settled = page.waitForResponse((response) => response.url().includes('pipeline.look'));
  await page.getByRole('button', { name: 'Dismiss what moved' }).click();
  await expect(banner).toHaveCount(0);
  await settled;
  await page.reload();
  await expect(rows).toHaveCount(2);
  await expect(banner).toHaveCount(0);
});
