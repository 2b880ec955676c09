import { appRole, historyOf, tenantTable, writtenChannel, type Migration } from '../../database/index.ts'

const reader = `nullif(current_setting('app.account_id', true), '')::uuid`

export const notificationMigrations: readonly Migration[] = [
  {
    name: 'governance-notifications-001-told',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table notification (
          org_id uuid not null,
          id uuid not null,
          account_id uuid not null,
          reason text not null,
          subject_room text,
          subject_kind text,
          subject_id text,
          comment_id uuid,
          act text,
          by_name text,
          words text not null default '',
          created_at timestamptz not null default now(),
          read_at timestamptz,
          primary key (org_id, id),
          foreign key (org_id, account_id) references membership on delete cascade
        )`,
      )
      await tenantTable(
        sql,
        `create table notification_choice (
          org_id uuid not null,
          account_id uuid not null,
          reason text not null,
          in_app boolean not null,
          primary key (org_id, account_id, reason),
          foreign key (org_id, account_id) references membership on delete cascade
        )`,
      )
      await tenantTable(
        sql,
        `create table follow (
          org_id uuid not null,
          account_id uuid not null,
          subject_room text not null,
          subject_kind text not null,
          subject_id text not null,
          following boolean not null default true,
          created_at timestamptz not null default now(),
          primary key (org_id, account_id, subject_kind, subject_id),
          foreign key (org_id, account_id) references membership on delete cascade
        )`,
      )
      await sql(`
        create index notification_of on notification (org_id, account_id, created_at, id);
        create index notification_unread on notification (org_id, account_id) where read_at is null;
        create unique index notification_change_once on notification (org_id, account_id, subject_kind, subject_id) where reason = 'followed_change' and read_at is null;
        create index followers on follow (org_id, subject_kind, subject_id) where following`)
      // Within the organisation, whoever acts may tell others; what was told is seen, marked and removed by its recipient alone.
      for (const [policy, what] of [['read', 'select'], ['change', 'update'], ['clear', 'delete']]) await sql(`create policy recipient_may_${policy} on notification as restrictive for ${what} to ${appRole} using (account_id = ${reader})`)
      // A job that nobody took to its end is given up by claim_jobs, as the owner and outside of any organisation.
      await sql(`
        create policy jobs_tell on notification for insert to current_user with check (true);
        create policy jobs_ask on notification_choice for select to current_user using (true)`)
      for (const statement of [addNotifications, tellFollowers, tellOfJob, jobMoves]) await sql(statement)
      await sql(`
        create trigger tell_followers after insert on revision referencing new table as added for each statement execute function tell_followers();
        create trigger tell_of_job after update of state on job for each row when (old.state = 'running' and new.state in ('succeeded', 'failed')) execute function tell_of_job();
        create trigger job_moves after update of state, progress on job for each row when (old.state is distinct from new.state or old.progress is distinct from new.progress) execute function job_moves()`)
    },
  },
  {
    name: 'governance-notifications-002-history',
    up: async (sql) => {
      for (const table of ['notification', 'notification_choice', 'follow']) await historyOf(sql, table, { none: 'what a person is told, not what is known' })
    },
  },
  { name: 'governance-notifications-003-imports', up: (sql) => sql(tellOfImportJob) },
  // Work that was to wait until a day is told of by how long it took from then.
  { name: 'governance-notifications-004-later', up: (sql) => sql(tellOfImportJob.replace('new.finished_at - new.created_at', 'new.finished_at - greatest(new.created_at, new.run_at)')) },
]

/** Reasons for which one is told of one's own doing as well: it was left to the server, and is over. */
const ofOwnDoing = `('import_finished', 'import_undone', 'job_done', 'job_failed')`

/** Tells members who have not switched the reason off, and lets their pages know. Of several changes unread, one notification. */
const addNotifications = `
  create function add_notifications(org uuid, recipients uuid[], why text, about_room text, about_kind text, about_id text, said uuid, done text, by_id uuid, by_words text, what text) returns void
  language plpgsql volatile as $$
  declare told uuid[] := array(
    select m.account_id from membership m
    where m.org_id = org and m.account_id = any (recipients) and (m.account_id is distinct from by_id or why in ${ofOwnDoing})
      and not exists (select from notification_choice c where c.org_id = org and c.account_id = m.account_id and c.reason = why and not c.in_app));
  begin
    if cardinality(told) = 0 then return; end if;
    insert into notification (org_id, id, account_id, reason, subject_room, subject_kind, subject_id, comment_id, act, by_name, words)
      select org, gen_random_uuid(), account, why, about_room, about_kind, about_id, said, done, by_words, coalesce(what, '') from unnest(told) account
      on conflict do nothing;
    perform pg_notify('${writtenChannel}', json_build_object('say', 'told', 'org', org, 'to', case when cardinality(told) <= 100 then told end)::text);
  end $$`

/** Whoever follows a thing is told that it was changed; a contribution or an amount is a change of its initiative. */
const tellFollowers = `
  create function tell_followers() returns trigger language plpgsql volatile as $$
  declare told record;
  begin
    for told in
      select r.org_id, f.subject_room, f.subject_kind, f.subject_id, r.act, r.account_id, r.actor_name, array_agg(distinct f.account_id) as recipients
      from added r
      cross join lateral (values
        (r.kind, r.entity_id),
        (case when r.kind = 'contribution' then 'initiative' end, r.entity_id),
        (case when r.kind = 'value_entry' then 'initiative' end, coalesce(r.after, r.before) ->> 'initiativeId')) about (kind, id)
      join follow f on f.org_id = r.org_id and f.subject_kind = about.kind and f.subject_id = about.id and f.following
      where r.kind <> 'comment'
      group by 1, 2, 3, 4, 5, 6, 7
    loop
      perform add_notifications(told.org_id, told.recipients, 'followed_change', told.subject_room, told.subject_kind, told.subject_id, null, told.act, told.account_id, told.actor_name, '');
    end loop;
    return null;
  end $$`

/** Whoever left work to the server is told of its failure, and of its end where it took long enough to look away. */
const tellOfJob = `
  create function tell_of_job() returns trigger language plpgsql volatile as $$
  begin
    if new.state = 'failed' or new.finished_at - new.created_at > interval '10 seconds' then
      perform add_notifications(new.org_id, array[new.account_id], case new.state when 'failed' then 'job_failed' else 'job_done' end, null, null, null, null, new.kind, new.account_id, null, '');
    end if;
    return null;
  end $$`

/** As `tellOfJob`; what works on an import says which, and the acts that apply one or take it back tell of their end themselves. */
const tellOfImportJob = `
  create or replace function tell_of_job() returns trigger language plpgsql volatile as $$
  declare import text := case when new.kind in ('demand.read-import', 'demand.apply-import', 'demand.undo-import') then new.input ->> 'id' end;
  begin
    if new.state = 'failed' or (new.finished_at - new.created_at > interval '10 seconds' and new.kind not in ('demand.apply-import', 'demand.undo-import')) then
      perform add_notifications(new.org_id, array[new.account_id], case new.state when 'failed' then 'job_failed' else 'job_done' end,
        case when import is not null then 'demand' end, case when import is not null then 'import' end, import, null, new.kind, new.account_id, null, '');
    end if;
    return null;
  end $$`

const jobMoves = `
  create function job_moves() returns trigger language plpgsql volatile as $$
  begin
    perform pg_notify('${writtenChannel}', json_build_object('say', 'job', 'org', new.org_id, 'id', new.id)::text);
    return null;
  end $$`
