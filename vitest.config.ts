import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['{src,local,emails,scripts,demo,bench}/**/*.test.{ts,tsx}'],
    globalSetup: ['local/testing.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
