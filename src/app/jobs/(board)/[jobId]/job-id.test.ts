import { expect, test } from 'vitest';
import { jobIdOf, slugWords } from './job-id';

const id = '0193b6e4-0000-7000-8000-000000000001';

test('the id stands at the end of the address, with or without words', () => {
  expect(jobIdOf(id)).toBe(id);
  expect(jobIdOf(`finance-controller-${id}`)).toBe(id);
  for (const segment of ['', 'feed', `${id}-x`, id.slice(1), `${id.slice(0, 35)}z`])
    expect(jobIdOf(segment)).toBeNull();
});

test('the words of an address are what the job was about', () => {
  expect(slugWords(`/jobs/finance-controller-${id}`)).toBe('finance controller');
  expect(slugWords(`/jobs/${id}`)).toBe('');
  expect(slugWords('')).toBe('');
});
