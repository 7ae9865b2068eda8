import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const secret = z.string().min(16);

const secretsSchema = z.object({
  postgresPassword: secret,
  ownerPassword: secret,
  appSecret: secret,
  cronSecret: secret,
  qstashToken: secret,
  qstashCurrentSigningKey: secret,
  qstashNextSigningKey: secret,
  redisToken: secret,
  blobToken: secret,
});

export type Secrets = z.infer<typeof secretsSchema>;

/**
 * Reads the generated secrets of one local copy, or makes them the first time (`secrets.json`, readable by its owner only).
 * @throws ZodError when the file was damaged
 */
export function loadSecrets(localDir: string): Secrets {
  const path = join(localDir, 'secrets.json');
  if (existsSync(path)) return secretsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  mkdirSync(localDir, { recursive: true });
  const secrets = generate();
  writeFileSync(`${path}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return secrets;
}

function generate(): Secrets {
  const token = (bytes = 24): string => randomBytes(bytes).toString('base64url');
  const letters = (): string => randomBytes(16).toString('hex');
  return {
    postgresPassword: token(),
    ownerPassword: token(),
    appSecret: token(48),
    cronSecret: token(),
    qstashToken: token(),
    qstashCurrentSigningKey: `sig_${token()}`,
    qstashNextSigningKey: `sig_${token()}`,
    redisToken: token(),
    // The SDK reads the store's id from between the third and the fourth underscore.
    blobToken: `vercel_blob_rw_local${randomBytes(4).toString('hex')}_${letters()}`,
  };
}
