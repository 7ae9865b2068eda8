import { expect, test } from 'vitest';
import { loadCatalog } from './load';
import { logMask } from './log-mask';

const mask = logMask(loadCatalog().masks);

test('an address keeps its domain only', () => {
  expect(mask('Key (email)=(asha.rao@kestrel.example) already exists')).toBe(
    'Key (email)=(•••@kestrel.example) already exists',
  );
});

test.each(['+91 98200 12345', '(020) 2567-8901', '9820012345'])(
  'of the telephone %s four digits stay',
  (phone) => {
    const masked = mask(`call ${phone} now`);
    expect(masked).not.toContain(phone);
    expect(masked).toContain(phone.slice(-4));
  },
);

test.each([
  '019ab5c0-7d1e-7000-8a3b-123456789012',
  '2026-11-24 03:43:27',
  'took 1234567 ms on 127.0.0.1:55432',
  '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
])('%s is left as it is', (text) => {
  expect(mask(text)).toBe(text);
});

test('a profile link shows its site only', () => {
  expect(mask('see https://www.linkedin.com/in/asha-rao-42 there')).not.toContain('asha');
});
