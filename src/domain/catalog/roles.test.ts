import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { employerQuestionsSchema } from './questions';
import { buildRoleIndex } from './roles';

const { roles, families } = employerQuestionsSchema.parse(
  JSON.parse(readFileSync('config/employer_question.json', 'utf8')),
);
const index = buildRoleIndex(roles);
const roleOf = (title: string): string | undefined => index.resolve(title)?.roleId;

describe('a title', () => {
  it.each([
    ['Financial Controller (four-day week)', 'finance-controller'],
    ['Sr. Accountant', 'accountant'],
    ['Asst. Manager – Accounts & Finance', 'accounts-manager'],
    ['Accounts Executive', 'accountant'],
    ['Account Manager', 'key-account-manager'],
    ['Accounts Manager', 'accounts-manager'],
    ['Manager, Payroll', 'payroll-manager'],
    ['HRBP', 'hr-business-partner'],
    ['Sr HRBP', 'hr-business-partner'],
    ['CA', 'chartered-accountant'],
    ['VA', 'virtual-assistant'],
    ['QA', 'qa-engineer'],
    ['SDE II', 'software-engineer'],
    ['Sr. Software Engr', 'software-engineer'],
    ['Frontend Engineer', 'front-end-developer'],
    ['Front End Developer, React', 'front-end-developer'],
    ['Java/J2EE Developer', 'java-developer'],
    ['Social-Media Executive', 'social-media-manager'],
    ['Copy writer', 'copywriter'],
    ['Team Lead, Customer Support', 'customer-support-manager'],
    ['Tele caller', 'inside-sales-executive'],
    ['Regional Sales Head - West', 'sales-manager'],
    ['Maths Tutor', 'mathematics-teacher'],
    ['Teacher - Mathematics', 'mathematics-teacher'],
    ['Staff Nurse', 'nurse'],
    ['Line Cook', 'chef'],
    ['Accountants and Auditors', 'accountant'],
    ['Farmers, Ranchers, and Other Agricultural Managers', 'farm-manager'],
    ['Airline Pilots, Copilots, and Flight Engineers', 'pilot'],
    ['Independent SAP MM Consultant', 'sap-mm-consultant'],
    ['Vice President, Finance', 'finance-manager'],
    ['Deputy General Manager (Finance)', 'finance-manager'],
    ['Practising Company Secretary', 'company-secretary'],
    ['Company secretary and advocate', 'company-secretary'],
  ])('%s is %s', (title, id) => {
    expect(roleOf(title)).toBe(id);
  });

  it.each([
    ['Accounts Executive – Payables', 'accounting'],
    ['Payables Associate', 'accounting'],
    ['Taxation Officer', 'tax'],
    ['Head - People & Culture', 'human-resources'],
    ['Android Application Developer', 'software'],
    ['Physics Lecturer', 'higher-education'],
  ])('that nobody has listed goes by its telling words: %s is in %s', (title, family) => {
    const match = index.resolve(title);
    expect(index.byId.get(match?.roleId ?? '')?.family).toBe(family);
  });

  it.each([
    '',
    'Manager',
    'Associate',
    'Team Leader',
    'Director',
    'Founder',
    'Homemaker',
    'Full-time mother',
    'Volunteer',
    'Student',
    'Priest',
    'Chief Happiness Officer',
    'Payments Engineer',
    'Campus Ambassador',
  ])('“%s” tells no role', (title) => {
    expect(index.resolve(title)).toBeNull();
  });

  it('is not sure of words by which several families call their roles', () => {
    expect(index.resolve('Engineering Specialist')?.confidence).toBeLessThan(0.6);
  });

  it('is surer the closer it stands to the table', () => {
    const sure = (title: string): number => index.resolve(title)?.confidence ?? 0;
    expect(sure('Accountant')).toBe(1);
    expect(sure('Senior Accountant')).toBeLessThan(1);
    expect(sure('Senior Accountant')).toBeGreaterThan(sure('Payables Associate'));
  });
});

it('knows every role by its own title', () => {
  for (const { id, title } of roles) expect(index.resolve(title)).toEqual({ roleId: id, confidence: 1 });
});

it('holds 160 roles in 35 families and more, each with usual skills and a reason for every suggestion', () => {
  expect(roles.length).toBeGreaterThanOrEqual(160);
  expect(families.length).toBeGreaterThanOrEqual(35);
  for (const { usualSkills, prefill } of roles) {
    expect(usualSkills.length).toBeGreaterThan(1);
    for (const { reason } of Object.values(prefill)) expect(reason).toMatch(/^[A-Z\d].+\.$/);
  }
});
