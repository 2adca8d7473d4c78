import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['__tests__/slow/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 300_000,
    // One after another: they start servers, build apps and hold a rate of requests.
    fileParallelism: false,
  },
});
