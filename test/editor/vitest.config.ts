import { defineConfig } from 'vitest/config';

/** The suite in a real VS Code: one server for all files, one file after the other, times of a whole editor. */
export default defineConfig({
  test: {
    include: ['test/editor/*.test.ts'],
    globalSetup: ['test/editor/support/server.ts'],
    // One process for all files, so that they share a window.
    fileParallelism: false,
    isolate: false,
    testTimeout: 180_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    // A whole editor in a browser now and then misses a key on a busy machine. What is broken fails twice.
    retry: 1,
    // Half a minute for what an editor comes to do: the second that is given unless said so is too little.
    expect: { poll: { timeout: 30_000 } },
    allowOnly: false,
    passWithNoTests: false,
  },
});
