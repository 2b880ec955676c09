import { defineConfig } from 'vitest/config'

const installed = ['**/node_modules/**', '**/dist/**']
const store = '{packages,scenarios}/**/*.store.test.ts'
const browser = 'packages/**/*.browser.test.ts'

/** Three projects: `unit` needs nothing, `store` a PostgreSQL, `browser` the built web app and a browser. */
export default defineConfig({
  test: {
    pool: 'threads',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'scenarios/**/*.test.ts'],
          exclude: [...installed, store, browser],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          include: [store],
          exclude: installed,
          globalSetup: ['packages/testkit/src/database/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [browser],
          exclude: installed,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
