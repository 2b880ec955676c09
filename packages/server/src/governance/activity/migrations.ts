import type { Migration } from '../../database/index.ts'

/** The stream of revisions is read from its end, whole or by act or person: a page costs the same at two million as at two hundred. */
export const activityMigrations: readonly Migration[] = [
  {
    name: 'governance-activity-001-stream',
    up: (sql) =>
      sql(`
        create index revision_stream on revision (org_id, at, id);
        create index revision_by_act on revision (org_id, act, at, id);
        create index revision_by_person on revision (org_id, account_id, at, id)`),
  },
]
