import { expect, it } from 'vitest';
import { nextPath, signInHref } from './next-path';

it('comes back to the page that was left, and to no other site', () => {
  expect(nextPath('/employer/jobs/1?person=2&bands=strong')).toBe('/employer/jobs/1?person=2&bands=strong');
  expect(nextPath('/admin/weights')).toBe('/admin/weights');
  for (const other of [
    undefined,
    ['/employer/jobs'],
    'https://elsewhere.example/employer',
    '//elsewhere.example/employer',
    String.raw`/\elsewhere.example/employer`,
    '/employer/../api/uploads',
    '/employers',
    '/administration',
    'javascript:alert(1)',
    'http://',
  ])
    expect(nextPath(other)).toBe('/employer');
});

it('asks to sign in first, and remembers a page inside only', () => {
  expect(signInHref('/employer/people?q=asha')).toBe('/sign-in?next=%2Femployer%2Fpeople%3Fq%3Dasha');
  for (const start of [
    '/employer',
    '',
    '/employer/..//elsewhere.example',
    '/employer/%2e%2e//elsewhere.example',
  ])
    expect(signInHref(start)).toBe('/sign-in');
});
