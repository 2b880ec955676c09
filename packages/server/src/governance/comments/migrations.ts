import { historyOf, tenantTable, type Migration } from '../../database/index.ts'

export const commentMigrations: readonly Migration[] = [
  {
    name: 'governance-comments-001-comment',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table comment (
          org_id uuid not null,
          id uuid not null,
          thread_id uuid not null,
          subject_room text not null,
          subject_kind text not null,
          subject_id text not null,
          author_id uuid not null,
          author_name text not null,
          body text not null,
          mentions jsonb not null default '[]',
          created_at timestamptz not null default now(),
          edited_at timestamptz,
          removed_at timestamptz,
          resolved_at timestamptz,
          resolved_by text,
          version integer not null default 1,
          primary key (org_id, id),
          foreign key (org_id, thread_id) references comment,
          check (removed_at is null or body = ''),
          check (thread_id = id or resolved_at is null)
        )`,
      )
      await sql(`
        create index comment_of on comment (org_id, subject_kind, subject_id, created_at, id);
        create index comment_thread on comment (org_id, thread_id, created_at, id)`)
    },
  },
  // What was taken back is gone; what was said later is not shown.
  { name: 'governance-comments-002-history', up: (sql) => historyOf(sql, 'comment', { none: 'a text that was taken back is to stay gone', shownWhen: 'created_at <= known_at()' }) },
  {
    // What is said about a scenario that not everybody may see is seen with it, and so is the history of what is said.
    name: 'governance-comments-003-seen',
    up: (sql) =>
      sql(`
        create policy seen_with_scenario on comment as restrictive for select using (case when comment.subject_kind = 'scenario' then exists (select from scenario s where s.org_id = comment.org_id and s.id::text = comment.subject_id) else true end);
        create policy seen_with_subject on revision as restrictive for select using (case when revision.kind = 'comment' and coalesce(revision.after, revision.before) #>> '{subject,kind}' = 'scenario'
          then exists (select from scenario s where s.org_id = revision.org_id and s.id::text = coalesce(revision.after, revision.before) #>> '{subject,id}') else true end)`),
  },
]
