import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CandidateTokenPurpose } from '@/domain/candidates/schema';
import type { TokenPurpose } from './schema';

/** No two purposes share a name: a link of one does nothing as another. */
type MailedPurpose = TokenPurpose | CandidateTokenPurpose | 'invitation';

const ID_BYTES = 16;
const SIGNATURE_BYTES = 32;
const SHAPE = /^([\w-]{22})\.([\w-]{43})$/;

const sign = (secret: string, purpose: MailedPurpose, id: Buffer): Buffer =>
  createHmac('sha256', secret).update(`mail-token:${purpose}:`).update(id).digest();

/**
 * What a mail's link carries: base64url(token id) + `.` + base64url(HMAC-SHA256(secret, purpose + id)). It is made
 * anew for each sending, so neither the database nor the queue holds anything that signs in.
 */
export const mintMailToken = (secret: string, purpose: MailedPurpose, tokenId: string): string => {
  const id = Buffer.from(tokenId.replaceAll('-', ''), 'hex');
  return `${id.toString('base64url')}.${sign(secret, purpose, id).toString('base64url')}`;
};

const toUuid = (id: Buffer): string =>
  id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The id inside a token that this secret made for this purpose, or null for anything else. */
export const readMailToken = (secret: string, purpose: MailedPurpose, token: string): string | null => {
  const [, encodedId = '', encodedSignature = ''] = SHAPE.exec(token) ?? [];
  const id = Buffer.from(encodedId, 'base64url');
  const signature = Buffer.from(encodedSignature, 'base64url');
  if (id.length !== ID_BYTES || signature.length !== SIGNATURE_BYTES) return null;
  return timingSafeEqual(signature, sign(secret, purpose, id)) ? toUuid(id) : null;
};
