import { defineConfig } from 'vitest/config'

const installed = ['**/node_modules/**', '**/dist/**']
const store = '{packages,scenarios}/**/*.store.test.ts'
const browser = 'packages/**/*.browser.test.ts'

/** Three projects: `unit` needs nothing, `store` a PostgreSQL, `browser` the built web app and a browser. */
export default defineConfig({
  test: {
    pool: 'threads',
    maxWorkers: 2,
    // A condition is waited for as long as a slow machine takes; how fast something is, benchmarks say.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'scenarios/**/*.test.ts'],
          exclude: [...installed, store, browser],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          include: [store],
          exclude: installed,
          globalSetup: ['packages/testkit/src/database/global-setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [browser],
          exclude: installed,
          globalSetup: ['packages/testkit/src/story/global-setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
