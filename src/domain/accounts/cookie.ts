import { env } from '@/env';

/** Browsers cap a cookie's life at 400 days; the database row, not the cookie, decides when a session ends. */
const MAX_AGE_SECONDS = 400 * 24 * 60 * 60;

const isHttps = (appUrl: URL): boolean => appUrl.protocol === 'https:';

/**
 * Name of the session cookie. `__Host-` pins it to this host over https; plain http cannot carry that prefix, and
 * there the port keeps two local copies apart, since browsers share cookies across ports.
 */
export const SESSION_COOKIE = (): string => {
  const url = new URL(env().APP_URL);
  return isHttps(url) ? '__Host-fb' : `fb-${url.port === '' ? '80' : url.port}`;
};

const serialise = (value: string, maxAgeSeconds: number): string =>
  [
    `${SESSION_COOKIE()}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${maxAgeSeconds}`,
    ...(isHttps(new URL(env().APP_URL)) ? ['Secure'] : []),
  ].join('; ');

/** The `Set-Cookie` value that hands a session id to the browser. */
export const sessionCookie = (sessionId: string): string => serialise(sessionId, MAX_AGE_SECONDS);

/** The `Set-Cookie` value that takes it back. */
export const blankCookie = (): string => serialise('', 0);
