import type { Page } from '@playwright/test';
import { accountantJob } from '@/testing/people';
import { giveRole } from './database';
import { type Account, enter, expect, newAccount, personShown, test, watchProblems } from './fixtures';
import { bringResumes } from './import';
import { mailedLink, mailsTo } from './inbox';

const fillSignUp = async (page: Page, account: Account): Promise<void> => {
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill(account.name);
  await page.getByLabel('Organisation').fill(account.organizationName);
  await page.getByLabel('Work e-mail').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
};

const fillSignIn = async (page: Page, email: string, password: string): Promise<void> => {
  await page.getByLabel('Work e-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

const WELCOME = { name: 'Welcome, Gauri' };
const TOGETHER = 'This address and password do not belong together.';

test.describe('a person with an account', () => {
  // The browser itself reports the refused sign-ins and the link that was used.
  test.use({ expectedProblems: [/401 \(Unauthorized\)|409 \(Conflict\)/] });

  test('signs up, confirms, signs out and in, and gets a new password that ends every session', async ({
    page,
    browser,
    baseURL,
    account,
  }) => {
    test.setTimeout(150_000);
    const newer = 'coffee before the looms start';

    await test.step('signs up, and gets in once the address is confirmed', async () => {
      await fillSignUp(page, account);
      await page.goto('/sign-in');
      await fillSignIn(page, account.email, account.password);
      await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();

      await page.goto(await mailedLink(account.email, /confirm/i, '/verify'));
      await page.getByLabel('Password', { exact: true }).fill(account.password);
      await page.getByRole('button', { name: 'Confirm my address' }).click();
      await expect(page.getByRole('heading', WELCOME)).toBeVisible();
    });

    await test.step('signs out; the pages behind the door are closed', async () => {
      await page.getByRole('button', { name: `Account of ${account.name}` }).click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(page).toHaveURL(/\/sign-in$/);
      await page.goto('/employer/people?q=asha');
      await expect(page).toHaveURL(/\/sign-in\?next=%2Femployer%2Fpeople%3Fq%3Dasha$/);
    });

    const password = page.getByLabel('Password', { exact: true });
    await test.step('is told of a wrong password at its field, and nothing that was typed is lost', async () => {
      await fillSignIn(page, account.email, 'not the password');
      await expect(password).toHaveAttribute('aria-invalid', 'true');
      await expect(password).toHaveAccessibleDescription(TOGETHER);
      await expect(password).toBeFocused();
      await expect(password).toHaveValue('not the password');
      await expect(page.getByLabel('Work e-mail')).toHaveValue(account.email);
    });

    const elsewhere = await browser.newContext({ baseURL: baseURL ?? '' });
    const problemsElsewhere = watchProblems(elsewhere);
    const device = await elsewhere.newPage();
    await test.step('is signed in on another device', async () => {
      await device.goto('/sign-in');
      await fillSignIn(device, account.email, account.password);
      await expect(device.getByRole('heading', WELCOME)).toBeVisible();
    });

    const link = await test.step('asks for a new password and gets a link by mail', async () => {
      await page.getByRole('link', { name: 'Forgot your password?' }).click();
      await expect(page.getByRole('heading', { name: /password/i })).toBeVisible();
      await page.getByLabel('Work e-mail').fill(account.email);
      await page.getByRole('button', { name: 'Mail me a link' }).click();
      await expect(page.getByText(`If ${account.email} has an account, a link is on its way.`)).toBeVisible();
      return mailedLink(account.email, /new password/, '/reset-password/new');
    });

    await test.step('chooses one; too short a one is refused at the field', async () => {
      await page.goto(link);
      const chosen = page.getByLabel('New password');
      await chosen.fill('short');
      await page.getByRole('button', { name: 'Change the password' }).click();
      await expect(chosen).toHaveAccessibleDescription(/fewer than ten characters/);
      await chosen.fill(newer);
      await page.getByRole('button', { name: 'Change the password' }).click();
      await expect(page.getByRole('heading', { name: 'Your password is changed' })).toBeVisible();
    });

    await test.step('the session of the other device is over', async () => {
      await device.goto('/employer');
      await expect(device).toHaveURL(/\/sign-in$/);
      expect(problemsElsewhere).toEqual([]);
      await elsewhere.close();
    });

    await test.step('the old password is over, the new one works', async () => {
      await page.getByRole('link', { name: 'Sign in' }).click();
      await fillSignIn(page, account.email, account.password);
      await expect(password).toHaveAccessibleDescription(TOGETHER);
      await password.fill(newer);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('heading', WELCOME)).toBeVisible();
    });

    await test.step('the link works once', async () => {
      await page.goto(link);
      await page.getByLabel('New password').fill('a third one for good measure');
      await page.getByRole('button', { name: 'Change the password' }).click();
      await expect(page.getByText('This link was used already.')).toBeVisible();
    });
  });
});

test('a second sign-up with an address looks like a first; only its mailbox is told', async ({
  page,
  api,
  account,
  browser,
  baseURL,
}) => {
  await enter(api, account);
  await api.accounts.signOut.mutate();

  /** What a stranger sees, and what the server told the page, with the address taken out. */
  const signUpAs = async (details: Account) => {
    const context = await browser.newContext({ baseURL: baseURL ?? '' });
    const problems = watchProblems(context);
    const stranger = await context.newPage();
    const answered = stranger.waitForResponse(/accounts\.signUp/);
    await fillSignUp(stranger, details);
    const response = await answered;
    const seen = {
      status: response.status(),
      body: await response.text(),
      path: new URL(stranger.url()).pathname,
      text: await stranger.getByRole('main').innerText(),
      address: (await stranger.getByLabel('Your address').inputValue()) === details.email,
      cookies: (await context.cookies()).map(({ name }) => name),
      problems,
    };
    await context.close();
    return seen;
  };
  const first = await signUpAs(newAccount());
  const second = await signUpAs({ ...newAccount(), email: account.email, password: 'what a stranger chose' });
  expect(second).toEqual(first);
  expect(first).toMatchObject({ status: 200, address: true, problems: [] });

  await mailedLink(account.email, /account already/, '/sign-in');
  expect(await mailsTo(account.email, /confirm/i)).toHaveLength(1);
  await page.goto(await mailedLink(account.email, /account already/, '/sign-in'));
  await fillSignIn(page, account.email, account.password);
  await expect(page.getByRole('heading', WELCOME)).toBeVisible();
});

test.describe('an organisation of several', () => {
  // The browser itself reports the refused demotion and the link that was used.
  test.use({ expectedProblems: [/409 \(Conflict\)/] });

  test('an owner invites somebody, who joins with the role; roles change, people leave, one owner stays', async ({
    page,
    browser,
    baseURL,
    member,
  }) => {
    test.setTimeout(150_000);
    const guest = { ...newAccount(), name: 'Nilesh Barua' };
    const invited = page.getByRole('region', { name: 'Invitations' });
    const members = page.getByRole('region', { name: 'Members' });

    await test.step('the owner invites; a wrong address is said at its field', async () => {
      await page.goto('/employer/settings');
      await invited.getByLabel('E-mail to invite').fill('nilesh');
      await invited.getByRole('button', { name: 'Send invitation' }).click();
      await expect(invited.getByText('This does not look like an e-mail address.')).toBeVisible();
      await invited.getByLabel('E-mail to invite').fill(guest.email);
      await invited.getByRole('button', { name: 'Send invitation' }).click();
      await expect(invited.getByText('Waiting for an answer')).toBeVisible();
      await expect(invited.getByText(guest.email)).toBeVisible();
    });

    const first = await mailedLink(guest.email, /Join/, '/invitation');
    await test.step('sends it again: the link before does nothing any more', async () => {
      await invited.getByRole('button', { name: `Send the invitation to ${guest.email} again` }).click();
      await expect.poll(async () => (await mailsTo(guest.email, /Join/)).length).toBe(2);
    });
    const link = await mailedLink(guest.email, /Join/, '/invitation');
    expect(link).not.toBe(first);

    const context = await browser.newContext({ baseURL: baseURL ?? '' });
    const theirs = await context.newPage();
    await test.step('the guest joins with an account of their own', async () => {
      await theirs.goto(first);
      await expect(theirs.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible();
      await theirs.goto('about:blank');
      await theirs.goto(link);
      await expect(theirs.getByRole('heading', { name: `Join ${member.organizationName}` })).toBeVisible();
      await theirs.getByLabel('Your name').fill(guest.name);
      await theirs.getByLabel('Password', { exact: true }).fill('1234567890');
      await theirs.getByRole('button', { name: 'Join' }).click();
      await expect(theirs.getByText('one of the first that anybody would try')).toBeVisible();
      await theirs.getByLabel('Password', { exact: true }).fill(guest.password);
      await theirs.getByRole('button', { name: 'Join' }).click();
      await expect(theirs.getByRole('heading', { name: 'Welcome, Nilesh' })).toBeVisible();
      await expect(theirs.getByRole('link', { name: 'New job' }).first()).toBeVisible();
    });

    await test.step('the owner makes a viewer of them, which holds at once', async () => {
      await page.reload();
      await expect(members.getByText(guest.email)).toBeVisible();
      await members.getByRole('combobox', { name: `Role of ${guest.name}` }).click();
      await page.getByRole('option', { name: 'Viewer' }).click();
      await expect(page.getByText('Changed. The role is viewer now.')).toBeVisible();
      await theirs.goto('/employer/settings');
      await expect(theirs.getByText('Viewer: can see jobs and rankings')).toBeVisible();
      await expect(theirs.getByRole('region', { name: 'Invitations' })).toHaveCount(0);
      await expect(theirs.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
    });

    await test.step('the last owner stays one', async () => {
      await members.getByRole('combobox', { name: `Role of ${member.name}` }).click();
      await page.getByRole('option', { name: 'Recruiter' }).click();
      await page.getByRole('button', { name: 'Change my role' }).click();
      await expect(members.getByText('An organisation needs an owner.')).toBeVisible();
      await expect(members.getByRole('combobox', { name: `Role of ${member.name}` })).toHaveValue('Owner');
    });

    await test.step('who is removed is out from the next click on', async () => {
      await members.getByRole('button', { name: `Remove ${guest.name}` }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
      await expect(members.getByText(guest.email)).toHaveCount(0);
      await theirs.goto('/employer/jobs');
      await expect(theirs).toHaveURL(/\/sign-in/);
      await fillSignIn(theirs, guest.email, guest.password);
      await expect(theirs.getByText('This account belongs to no organisation any more.')).toBeVisible();
    });
    await context.close();
  });
});

test.describe('a viewer', () => {
  test.use({ expectedProblems: [/403 \(Forbidden\)/] });

  test('sees the ranking and changes nothing', async ({ page, api, member }) => {
    test.setTimeout(150_000);
    const { jobId } = await api.jobs.create.mutate({ title: 'Accountant, mornings', role: null });
    const { revision } = await api.jobs.saveDraft.mutate({ jobId, revision: 1, answers: accountantJob });
    await api.jobs.publish.mutate({ jobId, revision });
    await bringResumes(page, api, jobId, 'shobha-iyer.pdf');
    const row = async () => {
      const groups = ['ranked', 'needs_information', 'misses_must_have'] as const;
      const lists = await Promise.all(groups.map((group) => api.pipeline.matches.query({ jobId, group })));
      return lists.flatMap(({ rows }) => rows)[0]!;
    };
    const { candidateId, stage } = await row();
    expect(stage).toBe('new');
    await giveRole(member.email, 'viewer');

    const nothingToPress = async (path: string, ...names: (string | RegExp)[]): Promise<void> => {
      await page.goto(path);
      await expect(page.getByRole('heading').first()).toBeVisible();
      await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toHaveCount(0);
      for (const name of names) {
        await expect(page.getByRole('button', { name })).toHaveCount(0);
        await expect(page.getByRole('link', { name })).toHaveCount(0);
      }
    };

    await test.step('the review screen shows the person and offers no decision', async () => {
      await nothingToPress(
        `/employer/jobs/${jobId}`,
        /^Shortlist/,
        /^Reject/,
        'Import résumés',
        /More about/,
      );
      await expect(personShown(page, 'Shobha Iyer')).toBeVisible();
      await expect(page.getByRole('region', { name: 'Why' })).toBeVisible();
      await page.keyboard.press('s');
      await page.keyboard.press('r');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.keyboard.press('?');
      const keys = page.getByRole('dialog', { name: 'Keys' });
      await expect(keys).toContainText('next, previous');
      await expect(keys).not.toContainText('shortlist');
    });

    await test.step('nothing elsewhere offers to publish, post, import or answer', async () => {
      await nothingToPress('/employer', 'New job', 'Import résumés');
      await nothingToPress('/employer/jobs', 'New job');
      await nothingToPress('/employer/people', 'Import résumés', 'Import answers');
      await nothingToPress(`/employer/people/${candidateId}`, 'Save answers');
      await page.keyboard.press('Control+k');
      await page.getByRole('textbox', { name: 'Find anything' }).fill('o');
      const palette = page.getByRole('dialog');
      await expect(palette.getByRole('button', { name: 'Today' })).toBeVisible();
      await expect(palette.getByRole('button', { name: /Post a job|Import/ })).toHaveCount(0);
    });

    await test.step('forms opened by their address say whose they are', async () => {
      for (const path of [
        '/employer/jobs/new',
        `/employer/jobs/${jobId}/edit`,
        '/employer/imports/new',
        '/employer/people/answers',
      ]) {
        expect((await page.goto(path))?.status(), path).toBe(403);
        await expect(page.getByRole('heading', { name: 'Your role does not include this' })).toBeVisible();
        await expect(page.getByText('Owners and recruiters post jobs')).toBeVisible();
        await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
      }
    });

    await test.step('the server refuses all of it', async () => {
      const forbidden = { data: { code: 'forbidden' } };
      const refuses = (call: Promise<unknown>) => expect(call).rejects.toMatchObject(forbidden);
      const move = { jobId, candidateId, reason: null, note: null };
      await refuses(api.pipeline.move.mutate({ ...move, to: 'shortlisted' }));
      await refuses(api.pipeline.move.mutate({ ...move, to: 'rejected', reason: 'other' }));
      await refuses(api.jobs.publish.mutate({ jobId, revision }));
      await refuses(api.jobs.saveDraft.mutate({ jobId, revision, answers: {} }));
      await refuses(api.jobs.move.mutate({ jobId, to: 'closed' }));
      await refuses(api.jobs.create.mutate({ title: 'Another', role: null }));
      await refuses(api.people.saveAnswers.mutate({ candidateId, answers: { focus: 'both' } }));
      await refuses(
        api.imports.create.mutate({ jobId, lawfulBasis: 'consent', files: [{ name: 'a.pdf', size: 9 }] }),
      );
      expect(await row()).toMatchObject({ candidateId, stage: 'new' });
      const [job] = await api.jobs.list.query({});
      expect(job).toMatchObject({ id: jobId, state: 'open' });
    });
  });
});
