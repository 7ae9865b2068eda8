import { defineConfig } from 'vitest/config';

/** Folders whose modules keep nothing and reach for nothing: their tests share one loaded copy of them. */
const PURE = ['src/domain/{catalog,scoring}', 'src/domain/resumes/parse', 'src/ui', 'emails'].map(
  (folder) => `${folder}/**/*.test.{ts,tsx}`,
);

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['{src,local,emails,scripts,demo,bench}/**/*.test.{ts,tsx}'],
          exclude: ['node_modules/**', ...PURE],
          globalSetup: ['local/testing.ts'],
        },
      },
    ],
  },
});
