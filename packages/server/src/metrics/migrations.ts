import { appRole, type Migration } from '../database/index.ts'

export const metricsMigrations: readonly Migration[] = [
  {
    name: 'metrics-001-jobs',
    up: (sql) =>
      sql(`create function job_counts() returns table (queued integer, running integer, failed integer, oldest_seconds double precision)
          language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
            select count(*) filter (where state = 'queued' and run_at <= now())::integer, count(*) filter (where state = 'running')::integer,
              count(*) filter (where state = 'failed' and finished_at > now() - interval '1 day')::integer,
              coalesce(extract(epoch from now() - min(run_at) filter (where state = 'queued' and run_at <= now())), 0)::double precision
            from job where state in ('queued', 'running') or (state = 'failed' and finished_at > now() - interval '1 day') $$;
        revoke all on function job_counts() from public;
        grant execute on function job_counts() to ${appRole}`),
  },
]
