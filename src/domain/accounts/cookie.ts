import { env } from '@/env';

/** Browsers cap a cookie's life at 400 days; the database row, not the cookie, decides when a session ends. */
const MAX_AGE_SECONDS = 400 * 24 * 60 * 60;

const isHttps = (appUrl: URL): boolean => appUrl.protocol === 'https:';

/** `fb`: a member's session · `fbme`: a candidate's. One browser may hold both. */
type CookieKind = 'fb' | 'fbme';

/**
 * Name of a session cookie. `__Host-` pins it to this host over https; plain http cannot carry that prefix, and there
 * the port keeps two local copies apart, since browsers share cookies across ports.
 */
const cookieName = (kind: CookieKind): string => {
  const url = new URL(env().APP_URL);
  return isHttps(url) ? `__Host-${kind}` : `${kind}-${url.port === '' ? '80' : url.port}`;
};
export const SESSION_COOKIE = (): string => cookieName('fb');
export const PORTAL_COOKIE = (): string => cookieName('fbme');

const serialise = (kind: CookieKind, value: string, maxAgeSeconds: number): string =>
  [
    `${cookieName(kind)}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${maxAgeSeconds}`,
    ...(isHttps(new URL(env().APP_URL)) ? ['Secure'] : []),
  ].join('; ');

/** The `Set-Cookie` value that hands a session id to the browser. */
export const sessionCookie = (sessionId: string): string => serialise('fb', sessionId, MAX_AGE_SECONDS);
export const portalCookie = (sessionId: string): string => serialise('fbme', sessionId, MAX_AGE_SECONDS);

/** The `Set-Cookie` value that takes it back. */
export const blankCookie = (): string => serialise('fb', '', 0);
export const blankPortalCookie = (): string => serialise('fbme', '', 0);
