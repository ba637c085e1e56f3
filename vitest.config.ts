import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: './checks/build-first.ts',
    exclude: [...configDefaults.exclude, '**/dist/**', 'fixtures/**'],
    // A PostgreSQL in WebAssembly takes up to seven seconds to start and 760 MB: no more of them at once than cores on a small machine.
    maxWorkers: 2,
    // Tests that start processes, servers and browsers share two cores: a time-out is for what hangs, not for what is slow.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    allowOnly: false,
  },
});
