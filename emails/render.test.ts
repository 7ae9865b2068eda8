import { describe, expect, it } from 'vitest';
import {
  renderAccountExists,
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
