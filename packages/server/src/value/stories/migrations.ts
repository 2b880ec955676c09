import { tenantTable, type Migration } from '../../database/index.ts'

const owned = 'org_id uuid not null, id uuid not null, version int not null default 1'

/** Success stories, and who had a part in them. */
export const storyMigrations: readonly Migration[] = [
  {
    name: 'value-070-success-stories',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table success_story (${owned}, title text not null, words text not null, figures jsonb not null, state text not null default 'draft' check (state in ('draft', 'published', 'taken_back')), written_by text not null, written_at timestamptz not null,
          published_by text, published_at timestamptz, taken_back_by text, taken_back_at timestamptz, taken_back_because text, removed_at timestamptz, primary key (org_id, id))`,
      )
      await tenantTable(
        sql,
        `create table story_contributor (${owned}, story_id uuid not null, account_id uuid not null, name text not null, part text not null, answer text not null default 'asked' check (answer in ('asked', 'agreed', 'declined')), answered_at timestamptz, removed_at timestamptz,
          primary key (org_id, id), foreign key (org_id, story_id) references success_story)`,
      )
      await sql('create unique index story_contributor_once on story_contributor (org_id, story_id, account_id) where removed_at is null')
    },
  },
]
