import { describe, expect, it } from 'vitest';
import { refusePredictable } from './predictable';

const about = ['Gauri Sabnis', 'gauri@weavers.example', 'Sabnis Looms'];
const refusal = (message: RegExp) =>
  expect.objectContaining({
    code: 'invalid_input',
    details: { issues: [{ path: 'password', message: expect.stringMatching(message) }] },
  });

describe('a password', () => {
  it.each([
    '1234567890',
    'password12',
    'Password123!',
    'qwertyuiop',
    '1q2w3e4r5t',
    'iloveyou2024',
    'letmein12345',
    'aaaaaaaaaaaa',
    'abcdefghijkl',
    '25-12-1990',
    'p@ssw0rd p@ssw0rd',
    'a'.repeat(200),
  ])('that everybody tries is refused: %s', async (password) => {
    await expect(refusePredictable(password, about)).rejects.toEqual(refusal(/anybody would try/));
  });

  it.each([
    'gauri@weavers.example',
    'Gauri Sabnis',
    'gaurisabnis1',
    'sinbaS iruaG',
    'sabnislooms2026',
    'flexibees2026',
  ])('made of what is known of the person is refused: %s', async (password) => {
    await expect(refusePredictable(password, about)).rejects.toEqual(refusal(/close to your name/));
  });

  it.each([
    'tea at half past four',
    'a short sentence',
    'mornings in Pune',
    'zfwq-kbtu-9d1m',
    'आज बारिश होगी',
  ])('that is hard to guess is taken, whatever it is made of: %s', async (password) => {
    await expect(refusePredictable(password, about)).resolves.toBeUndefined();
  });
});
