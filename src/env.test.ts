import { describe, expect, it } from 'vitest';
import { parseEnv } from './env';

const hosted = {
  DEPLOYMENT: 'production',
  APP_URL: 'https://hire.example.com/',
  APP_SECRET: 'a secret of at least thirty-two characters',
  CRON_SECRET: 'a cron secret of tests',
  DATABASE_URL: 'postgres://app@db.example.com/flexibees',
  QSTASH_URL: 'https://qstash.example.com',
  QSTASH_TOKEN: 'token',
  QSTASH_CURRENT_SIGNING_KEY: 'sig_current',
  QSTASH_NEXT_SIGNING_KEY: 'sig_next',
  UPSTASH_REDIS_REST_URL: 'https://redis.example.com',
  UPSTASH_REDIS_REST_TOKEN: 'token',
  BLOB_READ_WRITE_TOKEN: 'vercel_blob_rw_tests_secret',
  SMTP_URL: 'smtps://smtp.example.com:465',
  MAIL_FROM: 'Flexibees <hello@flexibees.example>',
};

describe('the environment', () => {
  it('is taken when it is complete', () => {
    expect(parseEnv(hosted)).toMatchObject({ APP_URL: 'https://hire.example.com', LOG_LEVEL: 'info' });
  });

  it.each([
    ['QSTASH_DEV', 'true'],
    ['UPSTASH_REDIS_REST_URL', 'http://127.0.0.1:8079'],
    ['MAIL_INBOX_URL', 'https://inbox.example.com'],
  ])('is refused in production with %s=%s, and taken elsewhere', (name, value) => {
    const unsafe = { ...hosted, [name]: value };
    expect(() => parseEnv(unsafe)).toThrow(/Refusing to run in production/);
    expect(parseEnv({ ...unsafe, DEPLOYMENT: 'preview' }).DEPLOYMENT).toBe('preview');
  });

  it('names every variable that is missing or wrong', () => {
    const broken = { ...hosted, SMTP_URL: 'smtp', APP_SECRET: 'short', MAIL_FROM: '' };
    expect(() => parseEnv(broken)).toThrow(/APP_SECRET: .*\n {2}SMTP_URL: .*\n {2}MAIL_FROM: /);
  });
});
