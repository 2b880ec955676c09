import { tenantTable, type Migration } from '../../database/index.ts'

const owned = 'org_id uuid not null, id uuid not null'

/** Frameworks, what was published of them, and which edition each initiative follows. */
export const frameworkMigrations: readonly Migration[] = [
  {
    name: 'governance-frameworks-001-framework',
    up: async (sql) => {
      await tenantTable(sql, `create table framework (${owned}, version int not null default 1, said jsonb not null, retired_at timestamptz, retired_by text, retired_because text, primary key (org_id, id))`)
      await tenantTable(
        sql,
        `create table framework_edition (${owned}, framework_id uuid not null, no int not null, said jsonb not null, effective_on date not null, reason text not null, published_by text not null, published_at timestamptz not null, primary key (org_id, id),
          unique (org_id, framework_id, no), foreign key (org_id, framework_id) references framework)`,
        { appendOnly: true },
      )
      await tenantTable(
        sql,
        `create table framework_adoption (${owned}, initiative_id uuid not null, framework_id uuid not null, edition_no int not null, lifecycle text not null, reason text not null, adopted_by text not null, adopted_at timestamptz not null, primary key (org_id, id),
          foreign key (org_id, framework_id, edition_no) references framework_edition (org_id, framework_id, no))`,
        { appendOnly: true },
      )
      await sql('create index framework_adoption_of on framework_adoption (org_id, initiative_id, adopted_at desc)')
    },
  },
]
