import { NextRequest } from 'next/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { stubEnvironment } from '@/testing/environment';

const answer = async (
  environment: Record<string, string>,
  headers: Record<string, string> = {},
  path = '/sign-in',
) => {
  stubEnvironment({ NODE_ENV: 'production', ...environment });
  const { proxy } = await import('./proxy');
  return proxy(new NextRequest(`http://localhost:3999${path}`, { headers })).headers;
};
const policyOf = (headers: Headers): string => headers.get('content-security-policy') ?? '';

beforeEach(() => vi.resetModules());

describe('every response', () => {
  it('lets scripts and style sheets run by a nonce of its own only', async () => {
    const [one, two] = [policyOf(await answer({})), policyOf(await answer({}))];
    expect(one).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/);
    expect(one).toMatch(/style-src 'self' 'nonce-[\w+/=]{24}';/);
    expect(one).not.toMatch(/script-src[^;]*unsafe/);
    expect(one).toContain("frame-ancestors 'none'");
    expect(one).not.toBe(two);
  });

  it('reaches the blob store that is set, and nothing else', async () => {
    const policy = policyOf(await answer({ VERCEL_BLOB_API_URL: 'http://127.0.0.1:4425/api/blob' }));
    expect(policy).toContain("connect-src 'self' http://127.0.0.1:4425;");
  });

  it('is kept by no cache, and asks for https only where it is served by it', async () => {
    const local = await answer({});
    expect(local.get('cache-control')).toBe('private, no-store');
    expect(local.get('x-content-type-options')).toBe('nosniff');
    expect(local.get('strict-transport-security')).toBeNull();
    vi.resetModules();
    const served = await answer({ APP_URL: 'https://hire.example.com' });
    expect(served.get('strict-transport-security')).toContain('max-age=63072000');
  });

  it('may be shared only where it is the same for everybody and holds no nonce', async () => {
    const job = '/jobs/tutor-0193b6e4-0000-7000-8000-000000000001';
    for (const path of ['/robots.txt', '/sitemap.xml', '/jobs/feed.xml', `${job}/opengraph-image-1x2y`])
      expect((await answer({}, {}, path)).get('cache-control')).toMatch(/^public, /);
    for (const path of [
      '/jobs',
      job,
      `${job}/apply`,
      '/me',
      '/api/trpc/jobs/feed.xml',
      '/employer/robots.txt',
    ])
      expect((await answer({}, {}, path)).get('cache-control')).toBe('private, no-store');
  });

  it('carries a request id: the one that came, unless it could forge a log line', async () => {
    expect((await answer({}, { 'x-request-id': 'edge-12345678' })).get('x-request-id')).toBe('edge-12345678');
    const forged = await answer({}, { 'x-request-id': 'a b "level":50' });
    expect(forged.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  });
});
