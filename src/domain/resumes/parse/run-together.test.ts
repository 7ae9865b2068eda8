import { describe, expect, it } from 'vitest';
import { parseResume } from './resume';
import { withLineEnds } from './run-together';
import { SMALL_CATALOG } from './small-catalog';

const DUTIES =
  'Ran monthly payroll for four hundred people and answered their questions on tax. Filed the yearly returns with the office in good time and kept the records in order for the auditors, who praised them twice.';
const BY_GAPS = `    PAYROLL MANAGER      Summary     Twelve years of pay runs.      Experience      Payroll Manager   Dec 2013   to   Current      Company Name   －   City  ,   State     ${DUTIES}     Accounts Clerk   04/2009   to   11/2013     Company Name   －   City  ,   State     ${DUTIES}      Education      Bachelor of Commerce   2008   University      Skills     Payroll, Tally, Excel  `;
const FLAT = BY_GAPS.replace(/\s+/g, ' ').trim();

const read = async (text: string) => {
  const outcome = await parseResume(Buffer.from(text), {
    filename: 'cv.txt',
    asOf: '2026-11',
    catalog: SMALL_CATALOG,
  });
  return outcome.ok ? outcome.resume : null;
};

describe('a résumé in one run', () => {
  it.each([
    ['apart by wide gaps', BY_GAPS],
    ['by single blanks', FLAT],
  ])('%s gives its jobs, skills and headline', async (_name, text) => {
    const resume = await read(text);
    expect(resume?.experience.map(({ title, start, end }) => [title, start, end])).toEqual([
      ['Payroll Manager', '2013-12', 'present'],
      ['Accounts Clerk', '2009-04', '2013-11'],
    ]);
    expect(resume?.headline?.value).toBe('PAYROLL MANAGER');
    expect(resume?.skills.map(({ surface }) => surface)).toEqual(expect.arrayContaining(['Tally', 'Excel']));
  });

  it('keeps a phrase whole that ends in the word of a heading', () => {
    const row = `${DUTIES} Over ten years of Experience Managing teams. Strong Communication Skills Taught to others. ${DUTIES} ${DUTIES}`;
    expect(withLineEnds(row).some((line) => /^(?:Experience|Skills)$/.test(line))).toBe(false);
  });

  it('is cut from its first heading on', () => {
    const row = `Summary Ran pay for years. Experience Payroll Lead 02/2012 to 06/2016 ${DUTIES} ${DUTIES} Education Diploma`;
    expect(withLineEnds(row).map((line) => line.trim())).toEqual(
      expect.arrayContaining(['Summary', 'Experience', 'Payroll Lead\t02/2012 to 06/2016', 'Education']),
    );
  });

  it('leaves a line of usual length as it is', () => {
    expect(withLineEnds('Experience   2014   to   2016   Acme')).toEqual([
      'Experience   2014   to   2016   Acme',
    ]);
  });

  it('is read in no time however long and dull it is', () => {
    for (const piece of ['A ', 'Dec 2013 to ', 'Experience ', '   ', 'Aa, ', 'and of ']) {
      const started = performance.now();
      withLineEnds(piece.repeat(Math.floor(90_000 / piece.length)));
      expect(performance.now() - started).toBeLessThan(1500);
    }
  });
});
