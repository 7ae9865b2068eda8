import { beforeAll, expect, it } from 'vitest';
import { stubEnvironment } from '@/testing/environment';
import { createRequestContext, NO_EFFECTS } from './context';

beforeAll(() => stubEnvironment({ APP_URL: 'https://hire.example' }));

it.each([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ origin: 'https://hire.example' }, true],
  [{ 'sec-fetch-site': 'same-site', origin: 'https://hire.example' }, false],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://hire.example' }, false],
  [{ origin: 'https://other.example' }, false],
  [{ origin: 'http://hire.example' }, false],
  [{ origin: 'https://hire.example:444' }, false],
  [{ origin: 'https://hire.example.other.example' }, false],
  [{ origin: 'null' }, false],
  // No browser leaves both out of a request that changes something.
  [{}, true],
])('takes %o as made by this site: %s', async (headers, expected) => {
  expect((await createRequestContext(new Headers(headers), NO_EFFECTS)).sameOrigin).toBe(expected);
});
