import { createHash, createHmac, randomUUID } from 'node:crypto';

const VALID_SECONDS = 300;

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * Signs a delivery as QStash does: a JWT (HS256) over the destination and a hash of the body, valid for five minutes.
 * @param url exactly the destination that was published to
 */
export function signDelivery(url: string, body: Uint8Array, key: string): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'Upstash',
    sub: url,
    exp: now + VALID_SECONDS,
    nbf: now,
    iat: now,
    jti: `jwt_${randomUUID()}`,
    body: `${createHash('sha256').update(body).digest('base64url')}=`,
  };
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
}
