import { describe, expect, it } from 'vitest';
import { SMALL_TAXONOMY } from './arbitraries';
import { relevance, roleMatcher } from './roles';
import { SAMPLE_JOB } from './samples';
import { titleWords } from './titles';

const stem = (word: string): string | undefined => titleWords(word)[0];
const alike = (title: string, roleId: string | null = null, job = SAMPLE_JOB): number | null =>
  roleMatcher(job, SMALL_TAXONOMY)!.likeness({ title, roleId });

describe('words of a title', () => {
  it.each([
    ['accountant', 'accounting', 'accounts'],
    ['recruiter', 'recruitment', 'recruiting'],
    ['engineer', 'engineering', 'engineers'],
    ['writer', 'writing', 'write'],
    ['finance', 'financial', 'Finance'],
  ])('brings %s, %s and %s together', (...words) => {
    expect(new Set(words.map(stem)).size).toBe(1);
  });

  it('keeps apart what only begins alike', () => {
    expect(stem('sales')).not.toBe(stem('salesforce'));
    expect(stem('data')).not.toBe(stem('database'));
    expect(titleWords('Sr. C++ / .NET Developer (part-time)')).toEqual(['c++', 'net', 'develop']);
  });

  it('lets the field of work weigh more than the rank', () => {
    const job = { ...SAMPLE_JOB, title: 'Marketing manager', roleId: null };
    expect(alike('Head of marketing', null, job)).toBe(7_200);
    expect(alike('Finance manager', null, job)).toBe(1_800);
    expect(alike('Marketing manager', null, job)).toBe(10_000);
  });
});

describe('likeness of roles', () => {
  it('is surest from the table', () => {
    expect(alike('CFO on call', 'finance-controller')).toBe(10_000);
    expect(alike('CFO on call', 'accountant')).toBe(8_000);
    expect(alike('CFO on call', 'auditor')).toBe(6_000);
    expect(alike('CFO on call', 'content-writer')).toBe(0);
  });

  it('falls back on the words of the role and of its families', () => {
    expect(alike('Finance Controller')).toBe(10_000);
    expect(alike('Bookkeeper')).toBe(7_200);
    expect(alike('Senior statutory manager')).toBe(5_400);
    expect(alike('Copywriter')).toBe(0);
    expect(alike('Senior manager')).toBe(0);
    expect(alike('')).toBeNull();
  });

  it('needs a title or a role to compare with', () => {
    expect(roleMatcher({ ...SAMPLE_JOB, title: '', roleId: null }, SMALL_TAXONOMY)).toBeNull();
    const untabled = { ...SAMPLE_JOB, title: 'Finance controller', roleId: null };
    expect(alike('Finance controller', null, untabled)).toBe(10_000);
    expect(alike('Finance controller', 'finance-controller', untabled)).toBe(10_000);
  });

  it('counts months fully in the family, in proportion near it, and not far from it', () => {
    expect([10_000, 8_000, 6_000, 3_900].map(relevance)).toEqual([10_000, 10_000, 6_000, 0]);
  });
});
