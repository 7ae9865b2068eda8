import { expect, it } from 'vitest';
import { nextPath } from './next-path';

it('comes back to the page that was left, and to no other site', () => {
  expect(nextPath('/employer/jobs/1?person=2&bands=strong')).toBe('/employer/jobs/1?person=2&bands=strong');
  for (const other of [
    undefined,
    ['/employer/jobs'],
    'https://elsewhere.example/employer',
    '//elsewhere.example/employer',
    String.raw`/\elsewhere.example/employer`,
    '/employer/../api/uploads',
    '/employers',
    'javascript:alert(1)',
    'http://',
  ])
    expect(nextPath(other)).toBe('/employer');
});
