import { appRole, historyOf, tenantTable, type Migration } from '../../database/index.ts'

/** Answers that are kept for repeated requests, and their end. */
export const onceMigrations: readonly Migration[] = [
  {
    name: 'http-001-kept-answer',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table kept_answer (
          org_id uuid not null, account_id uuid not null, key_hash bytea not null, asked bytea not null, answer bytea,
          created_at timestamptz not null default now(), primary key (org_id, account_id, key_hash))`,
      )
      await sql('create index kept_answer_age on kept_answer (created_at)')
      await historyOf(sql, 'kept_answer', { none: 'kept for a day for who sends the same act again' })
      await sql(pruneAnswers)
      await sql(`create policy pruning on kept_answer to current_user using (true) with check (true);
        revoke all on function prune_kept_answers(integer) from public; grant execute on function prune_kept_answers(integer) to ${appRole}`)
    },
  },
]

/** Answers of every organisation that were kept for so many hours; tells how many. */
const pruneAnswers = `
  create function prune_kept_answers(hours integer) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    with gone as (delete from kept_answer where created_at < now() - make_interval(hours => greatest(hours, 1)) returning 1)
    select count(*)::integer from gone
  $$`
