import { appRole, historyOf, tenantTable, type Migration } from '../database/index.ts'

/**
 * The queue. A worker serves every organisation, but may see a job's organisation only once it has claimed it:
 * `claim_jobs` is the one way past row-level security, and returns nothing but the claimed jobs. Everything after the
 * claim (beat, finish) happens inside the job's own organisation.
 */
export const migrations: readonly Migration[] = [
  {
    name: 'jobs-001-queue',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table job (
          org_id uuid not null,
          id uuid not null,
          kind text not null,
          input jsonb not null,
          state text not null default 'queued' check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
          progress jsonb,
          result jsonb,
          problem jsonb,
          account_id uuid not null,
          actor_name text not null,
          actor_role text not null check (actor_role in ('viewer', 'editor', 'owner')),
          dedupe_key text,
          priority integer not null default 0,
          attempt integer not null default 0,
          max_attempts integer not null default 3,
          cancel_requested boolean not null default false,
          worker text,
          lease_until timestamptz,
          run_at timestamptz not null default now(),
          created_at timestamptz not null default now(),
          started_at timestamptz,
          finished_at timestamptz,
          primary key (org_id, id),
          check ((state = 'running') = (lease_until is not null))
        )`,
      )
      await sql(`
        create index job_queued on job (priority desc, run_at) where state = 'queued';
        create index job_running on job (lease_until) where state = 'running';
        create unique index job_once on job (org_id, kind, dedupe_key) where state in ('queued', 'running');
        create policy worker_claims on job to current_user using (true) with check (true)`)
      await sql(claimJobs)
      await sql(`
        revoke all on function claim_jobs(text, integer, integer, text[]) from public;
        grant execute on function claim_jobs(text, integer, integer, text[]) to ${appRole}`)
    },
  },
  { name: 'jobs-002-history', up: (sql) => historyOf(sql, 'job', { none: 'work in progress; what it brought is kept where it was written' }) },
  {
    // Which roles there are, the room of people says.
    name: 'jobs-003-roles',
    up: (sql) => sql(`alter table job drop constraint job_actor_role_check, add constraint job_actor_role_check check (actor_role <> '')`),
  },
  {
    name: 'jobs-004-prune',
    up: async (sql) => {
      await sql(pruneJobs)
      await sql(`revoke all on function prune_jobs(integer) from public; grant execute on function prune_jobs(integer) to ${appRole}`)
    },
  },
]

/** Ended jobs of every organisation that nobody asks for any more; tells how many. What waits or is at work stays, however old. */
const pruneJobs = `
  create function prune_jobs(days integer) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    with gone as (delete from job where state in ('succeeded', 'failed', 'cancelled') and finished_at < now() - make_interval(days => greatest(days, 1)) returning 1)
    select count(*)::integer from gone
  $$`

/** A lease that ran out is taken over, unless the job has had its attempts: then it has failed. */
const claimJobs = `
  create function claim_jobs(claimant text, wanted integer, lease_seconds integer, kinds text[]) returns setof job
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    with given_up as (
      update job set state = 'failed', lease_until = null, finished_at = now(),
        problem = jsonb_build_object('code', 'job_abandoned', 'values', jsonb_build_object('attempts', attempt))
      where state = 'running' and lease_until < now() and attempt >= max_attempts
    ), next as (
      select org_id, id from job
      where kind = any (kinds)
        and ((state = 'queued' and run_at <= now()) or (state = 'running' and lease_until < now() and attempt < max_attempts))
      order by priority desc, run_at limit wanted for update skip locked
    )
    update job set state = 'running', worker = claimant, attempt = attempt + 1,
      lease_until = now() + make_interval(secs => lease_seconds), started_at = coalesce(started_at, now())
    from next where job.org_id = next.org_id and job.id = next.id
    returning job.*
  $$`
