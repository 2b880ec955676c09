import { tenantTable, type Migration } from '../../database/migration.ts'

const states = "('new', 'triaged', 'incubating', 'to_case', 'declined', 'duplicate')"

/** Ideas, and the states that each went through. */
export const ideaMigrations: readonly Migration[] = [
  {
    name: 'demand-ideas-001-idea',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table idea (org_id uuid not null, id uuid not null, version int not null default 1, title text not null, problem text not null, source text not null check (source in ('person', 'measure', 'regulation', 'signal', 'customer')), origin text not null,
          measure_id uuid, measure text, signal_id uuid, unit_id uuid, submitter_id uuid not null, submitter text not null, handed_in_at timestamptz not null, checked jsonb not null, state text not null default 'new' check (state in ${states}), levels jsonb,
          sponsor_id uuid, sponsor text, duplicate_of uuid, initiative_id uuid, outcome jsonb, primary key (org_id, id), foreign key (org_id, duplicate_of) references idea, foreign key (org_id, initiative_id) references initiative,
          check ((state = 'duplicate') = (duplicate_of is not null)), check ((state = 'to_case') = (initiative_id is not null)), check ((measure_id is null) = (measure is null)))`,
      )
      await tenantTable(
        sql,
        `create table idea_move (org_id uuid not null, id uuid not null, idea_id uuid not null, no int not null, went_to text not null check (went_to in ${states}), words text not null, moved_by text not null, moved_at timestamptz not null,
          primary key (org_id, id), unique (org_id, idea_id, no), foreign key (org_id, idea_id) references idea)`,
        { appendOnly: true },
      )
      await sql('create index idea_of_initiative on idea (org_id, initiative_id) where initiative_id is not null')
    },
  },
]
