import { createHmac, timingSafeEqual } from 'node:crypto';

/** What the browser that began an application holds: base64url(HMAC-SHA256(secret, 'application:' + id)). */
export const mintApplicationKey = (secret: string, applicationId: string): string =>
  createHmac('sha256', secret).update(`application:${applicationId}`).digest('base64url');

/** Whether `key` is this application's. */
export const isApplicationKey = (secret: string, applicationId: string, key: string): boolean => {
  const [given, ours] = [Buffer.from(key), Buffer.from(mintApplicationKey(secret, applicationId))];
  return given.length === ours.length && timingSafeEqual(given, ours);
};
