import { tenantTable, type Migration } from '../../database/migration.ts'

const keyed = 'org_id uuid not null, id uuid not null'

/** Documents that the strategy was read from, what objectives rest on in them, and reviews of what was read. Objectives of a draft stand in its document, so what a passage belongs to is checked by the act that cites it. */
export const intakeMigrations: readonly Migration[] = [
  {
    name: 'strategy-intake-001-sources',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table strategy_source (${keyed}, title text not null, issued_on date not null, text text not null, characters int not null check (characters > 0), edition_of uuid, recorded_at timestamptz not null, recorded_by text not null,
          primary key (org_id, id), foreign key (org_id, edition_of) references strategy_source)`,
        { appendOnly: true },
      )
      await tenantTable(
        sql,
        `create table source_passage (${keyed}, version int not null default 1, objective_id uuid not null, source_id uuid not null, from_at int not null check (from_at >= 0), to_at int not null, quote text not null, cited_at timestamptz not null, cited_by text not null, cited_by_id uuid not null,
          removed_at timestamptz, primary key (org_id, id), foreign key (org_id, source_id) references strategy_source, check (from_at < to_at))`,
      )
      await sql('create unique index source_passage_once on source_passage (org_id, objective_id, source_id, from_at, to_at) where removed_at is null')
      await tenantTable(
        sql,
        `create table reading_review (${keyed}, objective_id uuid not null, verdict text not null check (verdict in ('confirmed', 'questioned')), point text not null, statement text not null, description text not null, passages jsonb not null, reviewed_at timestamptz not null, reviewed_by text not null,
          primary key (org_id, id), check ((verdict = 'questioned') = (point <> '')))`,
        { appendOnly: true },
      )
    },
  },
  {
    name: 'strategy-intake-002-answers',
    up: async (sql) => {
      await sql('alter table reading_review add column reviewed_by_id uuid')
      await tenantTable(
        sql,
        `create table reading_answer (${keyed}, review_id uuid not null, passage_id uuid, words text not null, answered_at timestamptz not null, answered_by text not null,
          primary key (org_id, id), foreign key (org_id, review_id) references reading_review, foreign key (org_id, passage_id) references source_passage)`,
        { appendOnly: true },
      )
    },
  },
]
