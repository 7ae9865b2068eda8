import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: { include: ['{src,local,emails,scripts,demo}/**/*.test.{ts,tsx}'], testTimeout: 20_000 },
});
