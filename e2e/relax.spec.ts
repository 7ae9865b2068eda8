import { accountantJob } from '@/testing/people';
import { expect, test } from './fixtures';
import { bringResumes } from './import';

test('the job form says what would bring more people; a step is applied and taken back by keys', async ({
  page,
  api,
  member,
}) => {
  test.setTimeout(120_000);
  expect(member.organizationName).toContain('Looms');
  const { jobId } = await api.jobs.create.mutate({ title: 'Accountant, mornings', role: null });
  const first = await api.jobs.saveDraft.mutate({ jobId, revision: 1, answers: accountantJob });
  await api.jobs.publish.mutate({ jobId, revision: first.revision });
  await bringResumes(page, api, jobId, 'shobha-iyer.pdf', 'nitin-gaikwad.pdf', 'anjali-kadam.docx');
  const answers = {
    ...accountantJob,
    must_have_skills: [
      { skillId: 'tally', level: 1, knockOut: false },
      { skillId: 'looker-studio', level: 4, knockOut: true },
    ],
  };
  await api.jobs.saveDraft.mutate({ jobId, revision: first.revision, answers });
  await page.goto(`/employer/jobs/${jobId}/edit`);
  const meter = page.getByRole('region', { name: 'Who could do this job' });
  const offered = meter.getByRole('button', { name: /^Apply/ }).first();
  const apply = meter.getByRole('button', { name: (await offered.getAttribute('aria-label')) ?? '' });
  await apply.focus();
  await page.keyboard.press('Enter');
  const undo = meter.getByRole('list', { name: 'Applied' }).getByRole('button', { name: /^Undo/ });
  await expect(undo).toBeVisible();
  await expect(apply).toHaveCount(0);
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect(apply).toBeVisible();
});
