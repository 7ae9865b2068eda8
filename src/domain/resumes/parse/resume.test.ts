import { describe, expect, it } from 'vitest';
import { parsedResumeSchema } from '../schema';
import { parseResume } from './resume';
import { PARSER_VERSION } from './version';
import { SMALL_CATALOG } from './small-catalog';
import { toSummary } from './summary';

const RESUME = `CURRICULUM VITAE
ASHA RAO
Pune, Maharashtra | +91 98220 11122 | asha.rao@example.in

CAREER OBJECTIVE
Part-time payroll work with a small team.

WORK EXPERIENCE
Company: Mulberry Components
Designation: Payroll Lead
Duration: Nov 2022 to till date
• Ran monthly payroll for 400 people in Tally.
Company: Harbour Foods
Designation: Accounts Clerk
Duration: Feb 2018 to Oct 2022
• Posted vendor bills and GST returns.

EDUCATIONAL QUALIFICATION
B.Com., Shivaji University, 66%, 2012

KEY SKILLS
Payroll, Tally, GST, Handloom weaving

PERSONAL DETAILS
Father's Name: Mohan Rao
Date of Birth: 12/05/1990
Languages Known: English, Marathi

DECLARATION
I hereby declare that the above is true.
`;

const parse = (text: string, filename = 'asha.txt') =>
  parseResume(new TextEncoder().encode(text), { filename, asOf: '2026-09', catalog: SMALL_CATALOG });

describe('parseResume', () => {
  it('reads an Indian CV into the contract', async () => {
    const outcome = await parse(RESUME);
    const resume = parsedResumeSchema.parse(outcome.ok ? outcome.resume : null);
    expect(resume.parserVersion).toBe(PARSER_VERSION);
    // The second job begins in the month after the first one ended: no month between them is left out.
    expect(resume.totalMonths).toBe(46 + 1 + 56);
    expect(resume.languages.map(({ code }) => code)).toEqual(['en', 'mr']);
    expect(toSummary('asha.txt', resume)).toEqual({
      file: 'asha.txt',
      name: 'ASHA RAO',
      email: 'asha.rao@example.in',
      phone: '+91 98220 11122',
      location: 'Pune, Maharashtra',
      skills: ['Payroll', 'Tally', 'GST', 'Handloom weaving'],
      experience: [
        { title: 'Payroll Lead', company: 'Mulberry Components', start: '2022-11', end: 'present' },
        { title: 'Accounts Clerk', company: 'Harbour Foods', start: '2018-02', end: '2022-10' },
      ],
      education: [{ school: 'Shivaji University', degree: 'B.Com.' }],
      totalYears: 8.6,
    });
  });

  it('points every fact at its words', async () => {
    const outcome = await parse(RESUME);
    if (!outcome.ok) throw new Error(outcome.reason);
    const { text, skills, name, blocks } = outcome.resume;
    expect(text.slice(name!.span!.start, name!.span!.end)).toBe('ASHA RAO');
    for (const skill of skills) expect(text.slice(skill.span.start, skill.span.end)).toBe(skill.surface);
    expect(blocks.map((block) => text.slice(block.span.start, block.span.end)).join('\n')).toBe(
      text.replace(/\n+/g, '\n'),
    );
  });

  it('gives the same answer for the same bytes', async () => {
    expect(await parse(RESUME)).toEqual(await parse(RESUME));
  });

  it.each([
    ['nothing', '', 'empty'],
    ['a few signs', '... --- ... 12345', 'no_text'],
    [
      'a letter',
      'Dear Sir or Madam,\nthe goods you sent last week have arrived in good order.\nThank you.',
      'not_a_resume',
    ],
  ])('refuses %s', async (_, text, reason) => {
    expect(await parse(text)).toEqual({ ok: false, reason });
  });
});
