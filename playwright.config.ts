import { defineConfig } from '@playwright/test';

/** The served application and its browser come from `npm test`; by hand, set APP_URL, MAIL_INBOX_URL and DATABASE_OWNER_URL. */
const executablePath = process.env['CHROMIUM_PATH'];

const PLATFORM = '**/weights.spec.ts';

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/warm-up.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  // Weights rank everybody's jobs: the journey that publishes some goes last, alone. By hand: `--project platform --no-deps`.
  projects: [
    { name: 'journeys', testIgnore: PLATFORM },
    { name: 'platform', testMatch: PLATFORM, dependencies: ['journeys'] },
  ],
  use: {
    baseURL: process.env['APP_URL'] ?? 'http://localhost:3000',
    viewport: { width: 1440, height: 900 },
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    },
  },
});
