import { describe, expect, it } from 'vitest';
import { headingKind } from './headings';

describe('headingKind', () => {
  it.each([
    ['WORK EXPERIENCE', 'experience'],
    ['W O R K  E X P E R I E N C E', 'experience'],
    ['Employment History:', 'experience'],
    ['3. Educational Qualification :-', 'education'],
    ['❖ Key Skills', 'skills'],
    ['Skills & Expertise', 'skills'],
    ['Languages Known', 'languages'],
    ['Licenses & Certifications', 'licences'],
    ['Volunteer Experience', 'volunteering'],
    ['Academic Projects', 'projects'],
    ['Compétences', 'skills'],
    ['Declaration', 'declaration'],
  ])('%s heads %s', (line, kind) => {
    expect(headingKind(line)).toBe(kind);
  });

  it('takes any short styled line that ends in a head noun', () => {
    expect(headingKind('Bartending Experience', true)).toBe('experience');
    expect(headingKind('Bartending Experience')).toBeNull();
  });

  it.each([
    ['Vista Technologies', true],
    ['Marigold Technologies (06.2025 - present)', true],
    ['Five years of experience in payroll, GST and audits.', false],
    ['Python, SQL', true],
    ['Senior Engineer', true],
  ])('%s heads nothing', (line, styled) => {
    expect(headingKind(line, styled)).toBeNull();
  });
});
