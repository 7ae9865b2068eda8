import { describe, expect, it } from 'vitest';
import {
  renderAccountExists,
  renderFactAnswered,
  renderFactRequest,
  renderInvitation,
  renderPortalLink,
  renderResetPassword,
  renderStrongMatches,
  renderVerifyEmail,
} from './render';

const url = 'https://hire.example.com/verify#abc.def';

describe('mails', () => {
  it.each([
    ['confirming', () => renderVerifyEmail({ verifyUrl: url })],
    ['resetting', () => renderResetPassword({ resetUrl: url })],
    ['the portal', () => renderPortalLink({ openUrl: url, organizationName: null })],
    [
      'an invitation',
      () =>
        renderInvitation({
          acceptUrl: url,
          organizationName: 'Kestrel Foods',
          inviterEmail: 'ishita@kestrel.example',
          may: 'post jobs.',
        }),
    ],
    ['the notice', () => renderAccountExists({ signInUrl: url, resetUrl: url })],
  ])('of %s carry their link in both versions', async (_name, render) => {
    const { subject, html, text } = await render();
    expect(subject).not.toBe('');
    expect(html).toContain(`href="${url}"`);
    expect(text).toContain(url);
  });

  const match = {
    label: 'Candidate P-14',
    headline: 'Finance controller',
    city: 'Pune',
    score: 84,
    band: 'Strong',
    overlap: '13 of 16 h',
  };
  const props = {
    recipientName: 'Ishita',
    organizationName: 'Kestrel Foods',
    jobTitle: 'Controller <script>alert(1)</script>',
    jobUrl: 'https://hire.example.com/employer/jobs/1',
  };

  it('of strong matches name the people, their scores and how many more there are', async () => {
    const { subject, html, text } = await renderStrongMatches({ ...props, matches: [match], moreCount: 2 });
    expect(subject).toBe(`3 people match “${props.jobTitle}” strongly`);
    for (const words of ['Candidate P-14', 'Finance controller, Pune', '84', 'Strong', '13 of 16 h']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('And 2 more');
    expect(html).not.toContain('<script>alert');
  });

  it('leave out what is not known and are singular for one person', async () => {
    const unknown = { ...match, headline: null, city: null, overlap: null };
    const { subject, text } = await renderStrongMatches({ ...props, matches: [unknown], moreCount: 0 });
    expect(subject).toMatch(/^1 person matches/);
    expect(text).not.toMatch(/null|week fit|more in the shortlist/);
  });
});

describe('a question to a person', () => {
  const props = {
    answerUrl: 'https://hire.example.com/answer#abc.def',
    organizationName: 'Kestrel Foods',
    jobTitle: 'Controller',
    topic: 'your week',
    questions: ['How many hours a week can you work?'],
    seesName: true,
  };

  it('says who asks what, why, and that no answer is fine', async () => {
    const { subject, text } = await renderFactRequest(props);
    expect(subject).toBe('Kestrel Foods asks one thing about your week');
    for (const words of [
      ...props.questions,
      props.answerUrl,
      'Not answering is fine',
      'never counts as zero',
    ]) {
      expect(text.replaceAll('\n', ' ')).toContain(words);
    }
    expect(text).not.toContain('neither your name');
  });

  it('names each of several things', async () => {
    const questions = [...props.questions, 'From when could you start?'];
    const { subject, text } = await renderFactRequest({ ...props, questions });
    expect(subject).toBe('Kestrel Foods asks 2 things');
    for (const words of [...questions, 'The link answers these questions']) {
      expect(text.replaceAll('\n', ' ')).toContain(words);
    }
  });

  it('comes back as a score before and after', async () => {
    const answer = {
      organizationName: 'Kestrel Foods',
      jobTitle: 'Controller',
      personName: 'Candidate P-14',
      reviewUrl: 'https://hire.example.com/employer/jobs/1?person=2',
      asked: 3,
      answered: 2,
    };
    const partly = (await renderFactAnswered({ ...answer, before: 71, after: 84 })).text;
    expect(partly.replaceAll('\n', ' ')).toContain('answered 2 of the 3 things you asked');
    const subjectOf = async (before: number | null, after: number | null) =>
      (await renderFactAnswered({ ...answer, before, after })).subject;
    expect(await subjectOf(71, 84)).toBe('Candidate P-14 answered: 71 → 84');
    expect(await subjectOf(71, 71)).toBe('Candidate P-14 answered: still 71');
    expect(await subjectOf(71, null)).toBe('Candidate P-14 answered');
  });
});
