import { describe, expect, it } from 'vitest';
import { isSeam, withSeamsOpen } from './glued';

describe('withSeamsOpen', () => {
  it.each([
    ['Payroll LeadMay 2021 - June 2023', 'Payroll Lead\tMay 2021 - June 2023'],
    ['Pune, IndiaAUG 2019 – Present', 'Pune, India\tAUG 2019 – Present'],
    ['Ward SisterJun’25 – till date', 'Ward Sister\tJun’25 – till date'],
    ['Pune2019 - 2021', 'Pune\t2019 - 2021'],
    ['Mentor05/2017–01/2022', 'Mentor\t05/2017–01/2022'],
    ['2023–2025Diploma in Nursing', '2023–2025\tDiploma in Nursing'],
    ['February 2026 - presentStaff Nurse', 'February 2026 - present\tStaff Nurse'],
    ['Nov, 2022 - Feb, 20252 years 3 months', 'Nov, 2022 - Feb, 2025\t2 years 3 months'],
  ])('%s', (glued, open) => {
    expect(withSeamsOpen(glued)).toBe(open);
  });

  it.each([
    'Payroll Lead, May 2021 - June 2023',
    'ES2015 and SQL2019 servers',
    'Office2019',
    'Led 2023Q1 planning',
    'Dismay 20 times',
  ])('leaves %j', (text) => {
    expect(withSeamsOpen(text)).toBe(text);
  });
});

describe('isSeam', () => {
  it.each([
    ['Full Stack Developer', 'Acme Ltd', true],
    ['Acme LLC', 'Pune', true],
    ['Full Stack Developer ', 'Acme', false],
    ['S', 'ENIOR', false],
    ['Re', 'Act', false],
    ['develop', 'er', false],
  ])('%j before %j: %s', (before, after, seam) => {
    expect(isSeam(before, after)).toBe(seam);
  });
});
