import type { Migration } from '../../database/migration.ts'

/** How far a target may move without a reason, and the reason where one was given; targets of before may move by any. */
export const goalMigrations: readonly Migration[] = [
  { name: 'strategy-030-target-leeway', up: (sql) => sql('alter table measure add column leeway numeric check (leeway >= 0), add column target_because jsonb') },
]
