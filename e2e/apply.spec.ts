import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { accountantJob } from '@/testing/people';
import type { Api } from './api';
import { badFile, resumes } from './files';
import { expect, personShown, test } from './fixtures';
import { mailedLink } from './inbox';

const screening = [
  { id: 'december', text: 'Can you start in December?', kind: 'yes_no' as const, wanted: 'yes' as const },
];

const publish = async (api: Api): Promise<string> => {
  const { jobId } = await api.jobs.create.mutate({ title: 'Accountant, mornings', role: null });
  const answers = { ...accountantJob, screening };
  const { revision } = await api.jobs.saveDraft.mutate({ jobId, revision: 1, answers });
  await api.jobs.publish.mutate({ jobId, revision });
  return jobId;
};

const choose = async (page: Page, ...files: ReturnType<typeof resumes>): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('Drop your résumé here or press Enter to choose a file').click();
  await (await chooser).setFiles(files);
};

/** What a person cannot get past: WCAG 2.1 A and AA, serious and critical. */
const barriers = async (page: Page): Promise<string[]> => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 140)).join(' | ')}`);
};

const fits = async (page: Page): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await barriers(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, 'sideways scroll').toBeLessThanOrEqual(0);
  }
};

test('a person applies on a phone and is ranked under their name', async ({
  page,
  browser,
  api,
  member,
  baseURL,
}) => {
  test.setTimeout(180_000);
  expect(member.email).toContain('@');
  const jobId = await publish(api);
  const email = `shobha@${randomUUID().slice(0, 8)}.example`;
  const phone = await browser.newContext({
    baseURL: baseURL ?? '',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
  });
  const visitor = await phone.newPage();
  const started = Date.now();

  await test.step('the résumé fills the form', async () => {
    await visitor.goto(`/jobs/accountant-mornings-${jobId}/apply`);
    await expect(visitor.getByRole('link', { name: 'Accountant, mornings' })).toBeVisible();
    await choose(visitor, ...resumes('shobha-iyer.pdf'));
    await expect(visitor.getByRole('heading', { name: 'From your résumé' })).toBeVisible({ timeout: 30_000 });
    await expect(visitor.getByRole('region', { name: 'Contact' })).toContainText('Shobha Iyer');
    await expect(
      visitor.getByRole('region', { name: 'Work', exact: true }).getByRole('button', { name: /^Change/ }),
    ).not.toHaveCount(0);
  });

  await test.step('a fact is put right, another removed and put back', async () => {
    const contact = visitor.getByRole('region', { name: 'Contact' });
    await contact.getByRole('button', { name: 'Change E-mail' }).click();
    await contact.getByLabel('E-mail', { exact: true }).fill(email);
    await contact.getByRole('button', { name: 'E-mail: done' }).click();
    await expect(contact).toContainText('Your version');
    const licences = visitor.getByRole('region', { name: 'Licences' });
    const before = await licences.getByRole('button', { name: /^Change/ }).count();
    await licences.getByRole('button', { name: 'Add a licence' }).click();
    await licences.getByRole('button', { name: 'Done' }).click();
    // A line that holds nothing goes with it.
    await expect(licences.getByRole('button', { name: /^(Change|Remove)/ })).toHaveCount(before);
    const skills = visitor.getByRole('region', { name: 'Skills' });
    const first = skills.getByRole('button', { name: /^Remove/ }).first();
    // Names of skills come a moment after the skills.
    await expect(first).toHaveAccessibleName(/^Remove [A-Z]/);
    const label = (await first.getAttribute('aria-label')) ?? '';
    await first.click();
    await skills.getByRole('button', { name: label.replace('Remove', 'Put back') }).click();
    await expect(skills.getByRole('button', { name: label, exact: true })).toBeVisible();
  });

  const next = () => visitor.getByRole('button', { name: /^Next/ }).click();
  await test.step('a reload goes on where it was', async () => {
    await next();
    await expect(visitor.getByText(/^Step 2 of \d+, saved$/)).toBeVisible();
    await visitor.reload();
    await expect(visitor.getByText(/^Step 2 of \d+, saved$/)).toBeVisible();
  });

  await test.step('the week is painted, and says how much of the job’s hours it meets', async () => {
    await visitor.getByRole('button', { name: 'Monday 09:00' }).focus();
    await visitor.keyboard.press('Space');
    for (let halfHour = 0; halfHour < 7; halfHour += 1) await visitor.keyboard.press('Shift+ArrowDown');
    for (let day = 0; day < 3; day += 1) await visitor.keyboard.press('Shift+ArrowRight');
    await expect(visitor.getByText('16 of 16 h the job needs')).toBeVisible();
    // Taken back, "prefer not to say" brings back what it was put over.
    const unsaid = visitor.getByRole('checkbox', { name: 'When can you work?: Prefer not to say' });
    await unsaid.check();
    await expect(visitor.getByText('16 of 16 h the job needs')).toHaveCount(0);
    await unsaid.uncheck();
    await expect(visitor.getByText('16 of 16 h the job needs')).toBeVisible();
    await next();
  });

  await test.step('hours are told; every other question is skipped', async () => {
    await visitor.getByLabel('At least', { exact: true }).fill('12');
    await visitor.getByLabel('At most', { exact: true }).fill('18');
    await next();
    const skip = visitor.getByRole('button', { name: 'Skip' });
    const own = visitor.getByRole('heading', { name: /^Questions from/ });
    while (!(await own.isVisible())) await skip.click();
    await visitor.getByRole('radio', { name: 'Yes', exact: true }).click();
    await next();
  });

  await test.step('without consent nothing is sent; with it everything is', async () => {
    await expect(visitor.getByText(/% of the ranking is known/)).toBeVisible();
    const send = visitor.getByRole('button', { name: 'Send application' });
    await send.click();
    const consent = visitor.getByRole('checkbox', { name: /may read what I send here/ });
    await expect(consent).toBeFocused();
    const told = visitor.getByRole('main').getByRole('alert');
    await expect(told).toContainText('1 answer needs another look');
    await consent.check();
    await expect(told).toHaveCount(0);
    await send.click();
    await expect(visitor.getByRole('heading', { name: 'Your application was sent' })).toBeVisible();
    expect(Date.now() - started, 'milliseconds from the first page to the last').toBeLessThan(120_000);
    await visitor.reload();
    await expect(visitor.getByRole('heading', { name: 'Your application was sent' })).toBeVisible();
    await expect(visitor.getByRole('button', { name: 'Apply again' })).toBeVisible();
  });

  await test.step('the mail’s link opens their own side', async () => {
    const link = await mailedLink(email, /Your application/, '/me/open/application');
    await visitor.goto(link);
    await visitor.getByRole('button').first().click();
    await expect(visitor).toHaveURL(/\/me$/);
    // Opened again from the mail, it is spent; whoever is signed in needs no other.
    await visitor.goto(link);
    await visitor.getByRole('button').first().click();
    await expect(visitor.getByText('This link was used already.')).toBeVisible();
    await visitor.getByRole('link', { name: 'See my applications' }).click();
    await expect(visitor).toHaveURL(/\/me$/);
    await expect(visitor.getByText('Accountant, mornings').first()).toBeVisible();
  });

  await test.step('their facts stand in the same editor, beside their own file; a change stays', async () => {
    await visitor.goto('/me/profile');
    await visitor.getByRole('button', { name: 'shobha-iyer.pdf' }).click();
    const dialog = visitor.getByRole('dialog', { name: 'shobha-iyer.pdf' });
    await dialog.getByText('Original', { exact: true }).click();
    await expect(dialog.getByRole('group', { name: 'Page 1' }).locator('mark').first()).toBeVisible();
    await dialog.getByRole('button', { name: /^Marked/ }).click();
    await visitor.getByRole('menuitem', { name: 'Languages' }).click();
    await expect(dialog.locator('mark[data-on]').first()).toBeInViewport();
    await dialog.getByRole('button', { name: 'Close' }).click();

    const work = visitor.getByRole('region', { name: 'Work', exact: true });
    await work.getByRole('button', { name: /^Change Manager, Payroll/ }).click();
    await work.getByLabel('From: year').fill('2009');
    await visitor.getByRole('button', { name: 'Save facts' }).click();
    await expect(visitor.getByText('Your scores are computed anew.')).toBeVisible();
    await visitor.reload();
    await expect(work).toContainText('2009');
    await expect(work).toContainText('Your version');
    await fits(visitor);
    await phone.close();
  });

  await test.step('the recruiter is told, and sees them ranked under their name as an applicant', async () => {
    await page.goto('/employer');
    await page.getByRole('button', { name: /new notification/ }).click();
    await page.getByRole('link', { name: /Somebody applied/ }).click();
    await expect(page).toHaveURL(new RegExp(`/employer/jobs/${jobId}\\?group=ranked&stage=all&person=`));
    await expect(personShown(page, 'Shobha Iyer')).toBeVisible();
    await expect(page.getByText('Applied', { exact: true })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Matches' }).getByRole('listitem')).toContainText(
      'Shobha Iyer',
    );
    const candidateId = new URL(page.url()).searchParams.get('person') ?? '';
    await page.goto(`/employer/people/${candidateId}`);
    await expect(page.getByText('Corrected by them: e-mail')).toBeVisible();
  });
});

test.describe('with a file that cannot be read', () => {
  // The browser itself reports the refused sending.
  test.use({ expectedProblems: [/400 \(Bad Request\)/] });

  test('the form goes on by hand, and every wrong answer is told at its field', async ({
    page,
    api,
    member,
  }) => {
    expect(member.email).toContain('@');
    const jobId = await publish(api);
    await page.goto(`/jobs/${jobId}/apply`);
    await choose(page, badFile('scan.pdf', 'this is no PDF'));
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      'The content does not match the file name',
      {
        timeout: 30_000,
      },
    );
    await page.getByRole('button', { name: 'Go on by hand' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Asha Pillai');
    await page.getByLabel('E-mail', { exact: true }).fill('not an address');
    await page.getByRole('button', { name: 'Add a job' }).click();
    const work = page.getByRole('region', { name: 'Work', exact: true });
    await work.getByLabel('Role').fill('Accountant');
    await work.getByLabel('From: year').fill('2019');
    await work.getByLabel('To: year').fill('2017');
    await page.getByRole('checkbox', { name: /may read what I send here/ }).check();
    await page.getByRole('button', { name: 'Send application' }).first().click();
    const address = page.getByLabel('E-mail', { exact: true });
    await expect(address).toBeFocused();
    await expect(address).toHaveAccessibleDescription(/Check this address/);
    await expect(work).toContainText('This ends before it begins.');
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Asha Pillai');
    await fits(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await fits(page);
  });
});

test.describe('for a job that was closed', () => {
  // The browser itself reports what was not found.
  test.use({ expectedProblems: [/404 \(Not Found\)/] });

  test('it says so, and leads to the others', async ({ page, api, member }) => {
    expect(member.email).toContain('@');
    const jobId = await publish(api);
    await api.jobs.move.mutate({ jobId, to: 'closed' });
    await page.goto(`/jobs/${jobId}/apply`);
    await expect(page.getByRole('heading', { name: 'This job is no longer open' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
    await fits(page);
    await page.getByRole('link', { name: 'See open jobs' }).click();
    await expect(page).toHaveURL(/\/jobs$/);
  });
});

test('every step lets everybody in on a phone', async ({ page, api, member }) => {
  test.setTimeout(240_000);
  expect(member.email).toContain('@');
  const jobId = await publish(api);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/jobs/${jobId}/apply`);
  await choose(page, ...resumes('shobha-iyer.pdf'));
  await expect(page.getByRole('heading', { name: 'From your résumé' })).toBeVisible({ timeout: 30_000 });
  const place = page.getByText(/^Step \d+ of \d+/);
  const count = Number(/of (\d+)/.exec((await place.textContent()) ?? '')?.[1]);
  expect(count).toBeGreaterThan(6);
  for (let step = 1; step <= count; step += 1) {
    await expect(place).toContainText(`Step ${step} of ${count}`);
    await fits(page);
    if (step < count) await page.getByRole('button', { name: /^Next/ }).click();
  }
  await expect(page.getByRole('button', { name: 'Send application' })).toBeVisible();
});

test('letters typed while a save is under way outlast a reload', async ({ page, api, member }) => {
  expect(member.email).toContain('@');
  const jobId = await publish(api);
  await page.goto(`/jobs/${jobId}/apply`);
  await page.getByRole('button', { name: 'Fill in by hand' }).click();
  const name = page.getByLabel('Name', { exact: true });
  await expect(name).toBeVisible();
  // Carried out, and not heard of before the page goes.
  const unheard = page.waitForRequest(/applications\.save/);
  let carriedOut: Promise<unknown> | undefined;
  await page.route('**/api/trpc/applications.save*', async (route) => {
    if (carriedOut === undefined) await (carriedOut = route.fetch());
    else await route.continue();
  });
  await name.fill('Asha ');
  await unheard;
  await name.pressSequentially('Pillai');
  await carriedOut;
  await page.reload();
  await expect(page.getByText('Asha Pillai', { exact: true })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
  await page.reload();
  await expect(page.getByText('Asha Pillai', { exact: true })).toBeVisible();
});

test.describe('without a connection', () => {
  // The browser itself reports what it could not reach.
  test.use({ expectedProblems: [/ERR_INTERNET_DISCONNECTED/] });

  test('a résumé under way waits for the connection and goes on by itself', async ({
    page,
    api,
    member,
    context,
  }) => {
    expect(member.email).toContain('@');
    const jobId = await publish(api);
    await page.goto(`/jobs/${jobId}/apply`);
    await expect(page.getByText('Drop your résumé here')).toBeVisible();
    // The connection goes when the bytes are about to travel.
    let cut = false;
    await page.route(
      (url) => url.searchParams.has('pathname'),
      async (route) => {
        if (cut || route.request().method() !== 'PUT') return route.continue();
        cut = true;
        await context.setOffline(true);
        return route.abort('internetdisconnected');
      },
    );
    await choose(page, ...resumes('shobha-iyer.pdf'));
    await expect(page.getByText(/^The connection is lost/).first()).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByRole('heading', { name: 'From your résumé' })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('region', { name: 'Contact' })).toContainText('Shobha Iyer');
  });

  test('nothing that is typed is lost, and it is saved when the connection is back', async ({
    page,
    api,
    member,
    context,
  }) => {
    expect(member.email).toContain('@');
    const jobId = await publish(api);
    await page.goto(`/jobs/${jobId}/apply`);
    await expect(page.getByText('Drop your résumé here')).toBeVisible();
    await fits(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Fill in by hand' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('The server did not answer');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Fill in by hand' }).click();
    await expect(page.getByRole('heading', { name: 'Your facts', exact: true })).toBeVisible();
    await context.setOffline(true);
    await page.getByLabel('Name', { exact: true }).fill('Asha Pillai');
    await expect(
      page.getByRole('status').filter({ hasText: 'Not saved yet, kept on this device' }),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Send application' }).first().click();
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
    await context.setOffline(false);
    await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
  });
});
