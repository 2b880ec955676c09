import { tenantTable, type Migration } from '../../database/migration.ts'

/** Cost and benefits of a fiscal year as somebody gave them; a year that nobody gave has no row, and is spread by rule. */
export const yearMigrations: readonly Migration[] = [
  {
    name: 'demand-032-years',
    up: (sql) =>
      tenantTable(
        sql,
        `create table year_line (org_id uuid not null, initiative_id uuid not null, kind text not null check (kind in ('cost', 'benefits')), year int not null check (year between 1900 and 2299), amount_minor bigint not null,
          source jsonb not null, version int not null default 1, primary key (org_id, initiative_id, kind, year), foreign key (org_id, initiative_id) references initiative)`,
      ),
  },
  // What a page asks of its own history, whatever the room and kind.
  { name: 'demand-033-revisions-of', up: (sql) => sql('create index revision_of_entity on revision (org_id, entity_id, id)') },
]
