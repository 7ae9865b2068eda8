import { beforeEach, describe, expect, it, vi } from 'vitest';
import { stubEnvironment } from '@/testing/environment';

/** The environment is read once a process, so each case loads the module anew. */
const cookiesAt = async (APP_URL: string) => {
  stubEnvironment({ APP_URL });
  return import('./cookie');
};

beforeEach(() => vi.resetModules());

describe('the session cookie', () => {
  it('is pinned to its host over https', async () => {
    const { sessionCookie } = await cookiesAt('https://hire.example.com');
    expect(sessionCookie('abc')).toBe(
      '__Host-fb=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=34560000; Secure',
    );
  });

  it('is named after its port over http, so that two local copies keep apart', async () => {
    const { sessionCookie } = await cookiesAt('http://localhost:4410');
    expect(sessionCookie('abc')).toBe('fb-4410=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=34560000');
  });

  it('is taken back with the same name and place', async () => {
    const { blankCookie } = await cookiesAt('https://hire.example.com');
    expect(blankCookie()).toBe('__Host-fb=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure');
  });
});
