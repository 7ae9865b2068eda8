import { z } from 'zod';
import { en } from 'zod/locales';

const url = z.url();

const environmentSchema = z.object({
  /** `production` turns on every safety check; anything else is a developer's or a preview deployment. */
  DEPLOYMENT: z.enum(['local', 'preview', 'production']),
  /** Set by Next: its development server needs a looser content security policy. */
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  /** Where people reach this deployment, no trailing slash. Callbacks are verified against it. */
  APP_URL: url.transform((value) => value.replace(/\/$/, '')),
  /** Signs mail tokens and hashes session ids; at least 32 characters. */
  APP_SECRET: z.string().min(32),
  /** Bearer that Vercel's cron sends to `/api/cron/*`. */
  CRON_SECRET: z.string().min(16),
  DATABASE_URL: url,
  /** `host:port/path` of a WebSocket → Postgres proxy for Neon's driver; unset on Neon itself. */
  NEON_WS_PROXY: z.string().optional(),
  QSTASH_URL: url,
  QSTASH_TOKEN: z.string().min(1),
  QSTASH_CURRENT_SIGNING_KEY: z.string().min(1),
  QSTASH_NEXT_SIGNING_KEY: z.string().min(1),
  QSTASH_DEV: z.string().optional(),
  UPSTASH_REDIS_REST_URL: url,
  UPSTASH_REDIS_REST_TOKEN: z.string().min(1),
  BLOB_READ_WRITE_TOKEN: z.string().startsWith('vercel_blob_rw_'),
  /** Unset on Vercel's own Blob. The browser reads the NEXT_PUBLIC_ twin, inlined at build time. */
  VERCEL_BLOB_API_URL: url.optional(),
  SMTP_URL: url,
  MAIL_FROM: z.string().min(3),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Shown on pages that send mail: where the mail sink's inbox is. Production has none. */
  MAIL_INBOX_URL: url.optional(),
});
export type Env = z.infer<typeof environmentSchema>;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/;
const SERVICE_URLS = [
  'APP_URL',
  'DATABASE_URL',
  'QSTASH_URL',
  'UPSTASH_REDIS_REST_URL',
  'VERCEL_BLOB_API_URL',
  'SMTP_URL',
] as const;

/**
 * Checks an environment. Throws with one line per wrong variable; as a production deployment it also refuses
 * QStash's public development key and any service on the loopback address.
 */
export const parseEnv = (source: Record<string, string | undefined>): Env => {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = environmentSchema.safeParse(present, { error: en().localeError });
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is incomplete:\n${lines.join('\n')}\nSee .env.example.`);
  }
  const env = result.data;
  if (env.DEPLOYMENT === 'production') {
    const unsafe: string[] = [];
    if (env.QSTASH_DEV !== undefined) unsafe.push('QSTASH_DEV accepts tokens signed with a public key');
    if (env.MAIL_INBOX_URL !== undefined) unsafe.push('MAIL_INBOX_URL shows everybody’s mail');
    for (const name of SERVICE_URLS) {
      const value = env[name];
      if (value !== undefined && LOOPBACK.test(new URL(value).hostname))
        unsafe.push(`${name} is a loopback address`);
    }
    if (unsafe.length > 0) throw new Error(`Refusing to run in production:\n  ${unsafe.join('\n  ')}`);
  }
  return env;
};

let cached: Env | undefined;

/** The checked environment of this process; read once, on first use, so that importing a module needs none. */
export const env = (): Env => (cached ??= parseEnv(process.env));
