import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: './checks/build-first.ts',
    exclude: [...configDefaults.exclude, '**/dist/**', 'fixtures/**'],
    // A PostgreSQL in WebAssembly takes up to seven seconds to start and 760 MB: no more of them at once than cores on a small machine.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    allowOnly: false,
  },
});
