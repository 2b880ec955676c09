import { historyOf } from '../../database/history/index.ts'
import { appRole } from '../../database/index.ts'
import { tenantTable, type Migration } from '../../database/migration.ts'
import { indexPiece, pieceRows } from './packed.ts'

const one = 'org_id uuid not null, import_id uuid not null'
const ofImport = 'foreign key (org_id, import_id) references portfolio_import on delete cascade'

/** Imports in pieces: the bytes, the rows and issues as read, what applying changed, and what was learnt of headings. */
export const importMigrations: readonly Migration[] = [
  {
    name: 'demand-imports-001-staged',
    up: async (sql) => {
      await tenantTable(sql, `create table import_chunk (${one}, number int not null, bytes bytea not null, primary key (org_id, import_id, number), ${ofImport})`)
      await tenantTable(
        sql,
        `create table import_row (${one}, number int not null, as_of date, name text not null, published_id text, duplicate_of int, units text[] not null, unit_code text, content_hash text not null, content jsonb not null, primary key (org_id, import_id, number))`,
      )
      // A row lives for a day and is read once or twice: kept as it is, it costs no packing.
      await sql('alter table import_row set (toast_tuple_target = 8160)')
      await tenantTable(sql, `create table import_plan (${one}, number int not null, begins int not null, initiative_id uuid, linked_by text not null, effect text not null, changes jsonb not null, primary key (org_id, import_id, number))`)
      await sql('create index import_plan_effect on import_plan (org_id, import_id, effect, number)')
      await tenantTable(
        sql,
        `create table import_issue (${one}, number int not null, severity text not null, code text not null, row_number int, found text not null, expected text not null, message text not null, place jsonb not null, stage text not null,
          primary key (org_id, import_id, number))`,
      )
      await tenantTable(sql, `create table import_change (${one}, kind text not null, entity_id uuid not null, before jsonb, after jsonb, primary key (org_id, import_id, kind, entity_id), ${ofImport})`)
      await sql('create index import_change_of on import_change (org_id, kind, entity_id)')
      await tenantTable(
        sql,
        `create table import_memory (${one}, id uuid not null, file_name text not null, choices jsonb not null, at timestamptz not null default now(), by text not null, forgotten_at timestamptz, forgotten_by text,
          primary key (org_id, id))`,
      )
      await sql(`
        alter table portfolio_import add job_id uuid, add summary jsonb, add plan jsonb, add plan_stamp text, add sha256 text not null default '', add size bigint not null default 0,
          add applied_at timestamptz, add applied_by text, add undone jsonb, add undone_at timestamptz, add undone_by text;
        alter table portfolio_import no force row level security; alter table import_chunk no force row level security;
        insert into import_chunk select org_id, id, piece, substring(bytes from piece * 1048576 + 1 for 1048576) from portfolio_import, generate_series(0, greatest(0, (length(bytes) - 1) / 1048576)) as piece;
        update portfolio_import set size = length(bytes), sha256 = encode(sha256(bytes), 'hex');
        alter table portfolio_import force row level security; alter table import_chunk force row level security;
        alter table portfolio_import drop column bytes;
        alter table portfolio_import rename column size to bytes;
        alter table publication add scope text not null default 'whole' check (scope in ('whole', 'part'));
        alter table report add years jsonb not null default '[]', add custom jsonb not null default '[]', add units text[] not null default '{}', add content_hash text`)
    },
  },
  {
    name: 'demand-034-plan-positions',
    up: (sql) =>
      sql(`
        alter table import_plan add as_of date;
        alter table import_plan no force row level security; alter table import_row no force row level security;
        update import_plan p set as_of = r.as_of from import_row r where r.org_id = p.org_id and r.import_id = p.import_id and r.number = p.number;
        alter table import_plan force row level security; alter table import_row force row level security`),
  },
]

/** Rows as read are kept in pieces of many: a row of its own for each costs more than to read the file. Those that are there move. */
export const importPieces: Migration = {
  name: 'demand-037-import-pieces',
  up: async (sql) => {
    await tenantTable(sql, `create table import_piece (${one}, number int not null, bytes bytea not null, primary key (org_id, import_id, number))`)
    await historyOf(sql, 'import_piece', { none: 'work on a file; what it brought is kept where it was written' })
    await sql(`
      alter table import_piece alter bytes set storage external;
      alter table import_row no force row level security; alter table import_piece no force row level security;
      insert into import_piece select org_id, import_id, (number + ${pieceRows - 1}) / ${pieceRows}, convert_to(jsonb_agg(jsonb_build_object('number', number, 'as_of', as_of, 'name', name, 'published_id', published_id,
        'duplicate_of', duplicate_of, 'units', units, 'unit_code', unit_code, 'content_hash', content_hash, 'content', content) order by number)::text, 'UTF8') from import_row group by 1, 2, 3;
      insert into import_piece select r.org_id, r.import_id, ${indexPiece}, convert_to(jsonb_build_object('names', jsonb_agg(name order by number), 'publishedIds', jsonb_agg(published_id order by number),
        'duplicatesOf', jsonb_agg(duplicate_of order by number), 'asOf', jsonb_agg(as_of order by number), 'hashes', jsonb_agg(content_hash order by number),
        'units', coalesce((select jsonb_agg(jsonb_build_object('path', units, 'code', code, 'rows', rows) order by first) from (
          select units, min(unit_code) as code, count(*) as rows, min(number) as first from import_row u where u.org_id = r.org_id and u.import_id = r.import_id and duplicate_of is null and cardinality(units) > 0 group by units) paths), '[]'))::text, 'UTF8')
        from import_row r group by r.org_id, r.import_id;
      alter table import_piece force row level security;
      drop table import_row;
      -- An import is kept for ever: nothing is gained by looking for it at every line of what it changed.
      alter table import_change drop constraint if exists import_change_org_id_import_id_fkey;
      delete from history_rule where table_name = 'import_row'`)
  },
}

/**
 * Files do not stay for ever: so long after the last that was done with an import, its bytes and what was read of them go. What it did, who
 * brought it and when, and everything that undoing it needs stay. One that was still open can then not be applied any more: it counts as discarded.
 */
export const importRetention: Migration = {
  name: 'demand-038-import-retention',
  up: async (sql) => {
    await sql('alter table portfolio_import add column file_gone_at timestamptz')
    for (const table of ['portfolio_import', 'import_chunk', 'import_piece', 'import_plan', 'import_issue']) await sql(`create policy retention on ${table} to current_user using (true) with check (true)`)
    await sql(`
      create function put_away_imports(days integer) returns integer
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      declare gone integer;
      begin
        with past as (
          update portfolio_import i set file_gone_at = now(), state = case when i.state in ('applied', 'undone') then i.state else 'discarded' end, summary = case when i.summary is null then null else jsonb_set(i.summary, '{samples}', '[]') end
          where i.file_gone_at is null and greatest(i.created_at, i.applied_at, i.undone_at) < now() - make_interval(days => greatest(days, 1))
            and not exists (select from job j where j.org_id = i.org_id and j.id = i.job_id and j.state in ('queued', 'running'))
          returning i.org_id, i.id),
          chunks as (delete from import_chunk c using past where c.org_id = past.org_id and c.import_id = past.id),
          pieces as (delete from import_piece c using past where c.org_id = past.org_id and c.import_id = past.id),
          plans as (delete from import_plan c using past where c.org_id = past.org_id and c.import_id = past.id),
          issues as (delete from import_issue c using past where c.org_id = past.org_id and c.import_id = past.id)
        select count(*)::integer into gone from past;
        return gone;
      end $$;
      revoke all on function put_away_imports(integer) from public;
      grant execute on function put_away_imports(integer) to ${appRole}`)
  },
}
