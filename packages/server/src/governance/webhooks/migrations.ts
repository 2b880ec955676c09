import { appRole, historyOf, tenantTable, type Migration } from '../../database/index.ts'

/** Webhooks and their messages. A message is written by a trigger on the revisions, so that it is there if, and only if, its act is. */
export const webhookMigrations: readonly Migration[] = [
  {
    name: 'governance-webhooks-001-webhook',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table webhook (org_id uuid not null, id uuid not null, name text not null, address text not null, kinds text[] not null, state text not null default 'on' check (state in ('on', 'off', 'failed')),
          secret text not null, secret_before text, before_until timestamptz, failing_since timestamptz, created_by uuid not null, created_at timestamptz not null default now(), version integer not null default 1, primary key (org_id, id))`,
      )
      await tenantTable(
        sql,
        `create table webhook_delivery (org_id uuid not null, id uuid not null, webhook_id uuid not null, message_id text not null, kind text not null, body jsonb not null,
          state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given_up')), attempts integer not null default 0, created_at timestamptz not null default now(),
          next_at timestamptz default now(), lease_until timestamptz, last_at timestamptz, last_status integer, last_words text,
          primary key (org_id, id), unique (org_id, webhook_id, message_id), foreign key (org_id, webhook_id) references webhook on delete cascade)`,
      )
      await historyOf(sql, 'webhook', { none: 'it holds secrets; that it was changed, and by whom, its revisions say' })
      await historyOf(sql, 'webhook_delivery', { none: 'a queue, and a log that goes after a while' })
      await sql(`
        create index webhook_delivery_due on webhook_delivery (next_at) where state = 'waiting';
        create policy worker_claims on webhook to current_user using (true) with check (true);
        create policy worker_claims on webhook_delivery to current_user using (true) with check (true)`)
      for (const statement of [tellWebhooks, claimDeliveries, pruneDeliveries]) await sql(statement)
      await sql(`create trigger tells_webhooks after insert on revision referencing new table as added for each statement execute function tell_webhooks()`)
      for (const signature of ['claim_webhook_deliveries(integer, integer)', 'prune_webhook_deliveries(integer)']) await sql(`revoke all on function ${signature} from public; grant execute on function ${signature} to ${appRole}`)
    },
  },
]

/**
 * What may be seen by some people only (sessions, tokens, views, scenarios) is told to nobody. A message names things by their ids and
 * says nothing of what is in them; at most a hundred, with how many there are. Revisions of one act that come in several statements make one message.
 */
const tellWebhooks = `
  create function tell_webhooks() returns trigger language plpgsql as $$
  begin
    if restoring() then return null; end if;
    insert into webhook_delivery as told (org_id, id, webhook_id, message_id, kind, body)
      select w.org_id, gen_random_uuid(), w.id, 'act_' || md5(w.id || ' ' || a.act || ' ' || a.at), a.act,
        jsonb_build_object('type', a.act, 'timestamp', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'data', jsonb_build_object('organisation', w.org_id, 'by', a.account_id, 'changes', a.changes, 'count', a.count))
      from webhook w cross join lateral (
        select r.act, r.at, r.account_id, count(*) as count, jsonb_agg(jsonb_build_object('room', r.room, 'kind', r.kind, 'id', r.entity_id, 'what', case when r.before is null then 'added' when r.after is null then 'removed' else 'changed' end) order by r.id) filter (where r.no <= 100) as changes
        from (select n.*, row_number() over (partition by n.act, n.at, n.account_id order by n.id) as no from added n
          where n.room || '.' || n.kind not in ('people.session', 'people.token', 'people.account', 'people.invitation', 'demand.view', 'portfolio.scenario', 'governance.webhook')
            and (cardinality(w.kinds) = 0 or n.room = any (w.kinds) or n.room || '.' || n.kind = any (w.kinds))) r
        group by r.act, r.at, r.account_id) a
      where w.org_id = current_org() and w.state = 'on'
      on conflict (org_id, webhook_id, message_id) do update set body = jsonb_set(told.body, '{data,count}', to_jsonb((told.body #>> '{data,count}')::bigint + (excluded.body #>> '{data,count}')::bigint));
    return null;
  end $$`

/** Takes up to so many messages that are due, of every organisation, for so many seconds; what was taken and not settled is taken again. */
const claimDeliveries = `
  create function claim_webhook_deliveries(wanted integer, lease_seconds integer)
  returns table (org_id uuid, id uuid, webhook_id uuid, message_id text, body jsonb, attempts integer, address text, secret text, secret_before text, created_by uuid, webhook_name text)
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    with next as (
      select d.org_id, d.id from webhook_delivery d join webhook w on w.org_id = d.org_id and w.id = d.webhook_id
      where d.state = 'waiting' and d.next_at <= now() and (d.lease_until is null or d.lease_until < now()) and w.state = 'on'
      order by d.next_at limit wanted for update of d skip locked
    )
    update webhook_delivery d set lease_until = now() + make_interval(secs => lease_seconds) from next, webhook w
    where d.org_id = next.org_id and d.id = next.id and w.org_id = d.org_id and w.id = d.webhook_id
    returning d.org_id, d.id, d.webhook_id, d.message_id, d.body, d.attempts, w.address, w.secret, case when w.before_until > now() then w.secret_before end, w.created_by, w.name
  $$`

/** Messages of every organisation that came to their end so many days ago; tells how many. */
const pruneDeliveries = `
  create function prune_webhook_deliveries(days integer) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    with gone as (delete from webhook_delivery where state <> 'waiting' and coalesce(last_at, created_at) < now() - make_interval(days => greatest(days, 1)) returning 1)
    select count(*)::integer from gone
  $$`
