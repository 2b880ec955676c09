import { tenantTable, type Migration } from '../database/index.ts'

/** The work of initiatives. Codes are told apart by the acts, since a list may exchange them; what a task enables is kept in a later room. */
export const migrations: readonly Migration[] = [
  {
    name: 'delivery-001-tasks',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table task (org_id uuid not null, id uuid not null, initiative_id uuid not null, key text not null, name text not null, wbs text, parent_id uuid, check (wbs is null or parent_id is null),
          kind text not null check (kind in ('summary', 'work_package', 'planning_package', 'task', 'milestone')), owner text, state text not null check (state in ('not_started', 'in_progress', 'done', 'cancelled')),
          start_on date, finish_on date, check (start_on <= finish_on), finished_on date, check (finished_on is null or state = 'done'), link text,
          enables_kind text check (enables_kind in ('benefit', 'change')), enables_id uuid, check ((enables_kind is null) = (enables_id is null)),
          version int not null default 1, removed_at timestamptz, primary key (org_id, id), foreign key (org_id, initiative_id) references initiative)`,
      )
      await sql('create unique index task_key on task (org_id, initiative_id, lower(key)) where removed_at is null')
      await sql('create index task_enables on task (org_id, enables_id) where enables_id is not null')
      // Lines of sight that were counted before there was work say nothing of it.
      await sql('truncate rollup')
    },
  },
]
