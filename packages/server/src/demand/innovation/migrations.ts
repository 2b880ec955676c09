import { tenantTable, type Migration } from '../../database/migration.ts'

const changing = 'org_id uuid not null, id uuid not null, version int not null default 1'

/** Experiments on ideas, and plans of change for initiatives. */
export const innovationMigrations: readonly Migration[] = [
  {
    name: 'demand-innovation-001-experiment',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table experiment (${changing}, idea_id uuid not null, stage text not null check (stage in ('problem', 'solution', 'scale')), hypothesis text not null, design text not null, threshold text not null, cap_minor bigint not null check (cap_minor > 0), due_on date not null,
          designed_by text not null, designed_at timestamptz not null, result text check (result in ('confirmed', 'refuted', 'inconclusive', 'stopped')), cost_minor bigint check (cost_minor >= 0), evidence jsonb,
          primary key (org_id, id), foreign key (org_id, idea_id) references idea, check ((result is null) = (cost_minor is null)), check ((result is null) = (evidence is null)), check (cost_minor <= cap_minor))`,
      )
      await tenantTable(
        sql,
        `create table change_plan (${changing}, initiative_id uuid not null, template text not null, owner_id uuid not null, owner text not null, begun_at timestamptz not null, steps jsonb not null, primary key (org_id, id), foreign key (org_id, initiative_id) references initiative,
          unique (org_id, initiative_id, template))`,
      )
      await sql('create index experiment_of_idea on experiment (org_id, idea_id)')
    },
  },
]
