import { vi } from 'vitest';

/** An environment that passes every check and reaches nothing; `overrides` point at what a test starts itself. */
export const stubEnvironment = (overrides: Record<string, string> = {}): void => {
  const values = {
    DEPLOYMENT: 'local',
    APP_URL: 'http://localhost:3999',
    APP_SECRET: 'a secret of at least thirty-two characters',
    CRON_SECRET: 'a cron secret of tests',
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    QSTASH_URL: 'http://127.0.0.1:1',
    QSTASH_TOKEN: 'token',
    QSTASH_CURRENT_SIGNING_KEY: 'sig_current',
    QSTASH_NEXT_SIGNING_KEY: 'sig_next',
    UPSTASH_REDIS_REST_URL: 'http://127.0.0.1:1',
    UPSTASH_REDIS_REST_TOKEN: 'token',
    BLOB_READ_WRITE_TOKEN: 'vercel_blob_rw_tests_secret',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'Flexibees <hello@flexibees.example>',
    LOG_LEVEL: 'silent',
    ...overrides,
  };
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
};
