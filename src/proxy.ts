import { randomBytes } from 'node:crypto';
import { NextResponse, type NextRequest } from 'next/server';
import { newId } from '@/domain/kernel/ids';
import { env } from '@/env';

/** Vercel's own Blob API, when no other is set. */
const HOSTED_BLOB_API = 'https://vercel.com';
const REQUEST_ID = /^[\w-]{8,64}$/;

/**
 * Scripts and style sheets run by nonce only. `style-src-attr` stays open: Mantine's server-rendered style attributes
 * collapse without it. Next's development server needs eval and inline style sheets, the served product neither.
 */
const contentSecurityPolicy = (nonce: string): string => {
  const { NODE_ENV, VERCEL_BLOB_API_URL } = env();
  const development = NODE_ENV === 'development';
  const blobApi = new URL(VERCEL_BLOB_API_URL ?? HOSTED_BLOB_API).origin;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${blobApi}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
};

/** Files that are the same for everybody and hold no nonce: caches on the way may keep them for a few minutes. */
const SHARED = /^\/(?:robots\.txt|sitemap\.xml|jobs\/feed\.xml|jobs\/[^/]+\/opengraph-image[^/]*)$/;
const cacheControl = (pathname: string): string =>
  SHARED.test(pathname)
    ? 'public, max-age=60, s-maxage=300, stale-while-revalidate=600'
    : 'private, no-store';

const securityHeaders = (nonce: string, pathname: string): Record<string, string> => ({
  'content-security-policy': contentSecurityPolicy(nonce),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': cacheControl(pathname),
  ...(env().APP_URL.startsWith('https:') && {
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
  }),
});

/** Gives every page and route its request id, its nonce and the headers that browsers enforce. */
export const proxy = (request: NextRequest): NextResponse => {
  const nonce = randomBytes(16).toString('base64');
  const secured = securityHeaders(nonce, request.nextUrl.pathname);
  const given = request.headers.get('x-request-id') ?? '';
  const requestId = REQUEST_ID.test(given) ? given : newId();

  const headers = new Headers(request.headers);
  headers.set('x-request-id', requestId);
  headers.set('x-nonce', nonce);
  // A page that is not found learns its address nowhere else.
  headers.set('x-pathname', request.nextUrl.pathname);
  headers.set('x-search', request.nextUrl.search);
  // Next reads the nonce for its own scripts from the request's policy.
  headers.set('content-security-policy', secured['content-security-policy'] ?? '');

  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(secured)) response.headers.set(name, value);
  response.headers.set('x-request-id', requestId);
  return response;
};

export const config = { matcher: ['/((?!_next/static|_next/image|icon.svg).*)'] };
