import { defineConfig } from 'vitest/config';

/** The suites that need no editor. Those of `test/editor` have a configuration of their own. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**', '**/node_modules/**'],
    setupFiles: ['test/support/seed.ts'],
    allowOnly: false,
    passWithNoTests: false,
    // The tests share nothing that one could spoil for another, and loading the parser anew for each file takes long.
    isolate: false,
    // All cores: by default one is left free, on a machine with two that is half of them.
    maxWorkers: '100%',
    // Nothing here is timed: a busy machine must not fail a test.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
