import type { SourcedField, FieldSource } from '@throughline/engine/demand'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { Extra, Extras } from './import-extras.ts'

/** The fields of an initiative as an import found them: the columns and sources that it changed. */
export type FoundFields = { readonly columns: Readonly<Record<string, unknown>>; readonly sources: Readonly<Partial<Record<SourcedField, FieldSource | null>>>; readonly flags: readonly string[]; readonly positionOn: string | null; readonly extras?: Readonly<Record<string, Extra | null>> }
/** The same as it left them; of a source the report alone. */
export type LeftFields = { readonly columns: Readonly<Record<string, unknown>>; readonly sources: Readonly<Partial<Record<SourcedField, string>>>; readonly flags: readonly string[]; readonly positionOn: string | null; readonly extras?: Extras }
/** What an import did to one thing. Nothing before: it was created. */
export type NewChange = { readonly kind: 'initiative'; readonly entity_id: string; readonly before: FoundFields | null; readonly after: LeftFields | null } | { readonly kind: 'unit' | 'publication' | 'custom_field'; readonly entity_id: string; readonly before: { readonly superseded: string } | null; readonly after: null }

/** Keeps what an import did to things. */
export async function insertChanges(tx: Tx, importId: string, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return
  await sql`insert into import_change (org_id, import_id, kind, entity_id, before, after)
    select current_org(), ${importId}::uuid, n.* from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as n(kind text, entity_id uuid, before jsonb, after jsonb)`.execute(tx)
}

/** Holds initiatives until the act ends; in one order for all, so that two acts never wait for each other. */
export async function holdInitiatives(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await sql`select count(*) from (select id from initiative where id = any(${ids}::uuid[]) order by id for update) held`.execute(tx)
}

/** What an import did to things of a kind, by id, page by page. */
export async function readChanges(tx: Tx, importId: string, kind: NewChange['kind'], after: string, limit: number): Promise<readonly { readonly entity_id: string; readonly before: unknown; readonly after: unknown }[]> {
  return tx.selectFrom('import_change').select(['entity_id', 'before', 'after']).where('import_id', '=', importId).where('kind', '=', kind).where('entity_id', '>', after).orderBy('entity_id').limit(limit).execute()
}

/** Ids of the initiatives that an import touched. */
export async function readTouched(tx: Tx, importId: string): Promise<readonly string[]> {
  return (await tx.selectFrom('import_change').select('entity_id').where('import_id', '=', importId).where('kind', '=', 'initiative').execute()).map(({ entity_id }) => entity_id)
}

export type LaterImport = { readonly id: string; readonly fileName: string; readonly by: string; readonly at: string; readonly shared: number }

/** The newest import in force that was applied after this one and touched what it touched. */
export async function findLater(tx: Tx, importId: string): Promise<LaterImport | undefined> {
  const { rows } = await sql<LaterImport>`
    select l.id, l.file_name as "fileName", l.applied_by as by, l.applied_at as at, count(*)::int as shared
    from portfolio_import o join portfolio_import l on l.org_id = o.org_id and l.id <> o.id and l.state in ('applied', 'undoing') and l.applied_at > o.applied_at
    join import_change theirs on theirs.org_id = l.org_id and theirs.import_id = l.id
    join import_change ours on ours.org_id = o.org_id and ours.import_id = o.id and ours.entity_id = (case when theirs.kind = 'publication' then (theirs.before ->> 'superseded')::uuid else theirs.entity_id end)
    where o.id = ${importId} group by l.id, l.file_name, l.applied_by, l.applied_at order by l.applied_at desc limit 1`.execute(tx)
  return rows[0]
}

/** Who has named each of the things in a revision since `at`, imports and their undoing apart; things that nobody has are left out. */
export async function readTouchedSince(tx: Tx, ids: readonly string[], at: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; by: string }>`
    select distinct on (n.id) n.id, r.actor_name as by
    from revision r cross join lateral (select distinct (regexp_matches(concat_ws(' ', r.entity_id, r.before::text, r.after::text), '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g'))[1] as id) n
    where r.at >= ${at} and r.act not in ('demand.apply-import', 'demand.undo-import', 'demand.load-example') and n.id = any(${ids}::text[]) order by n.id, r.id desc`.execute(tx)
  return new Map(rows.map(({ id, by }) => [id, by]))
}

/** Revisions of initiatives by people since `at`, newest first. */
export async function readEditsSince(tx: Tx, ids: readonly string[], at: string): Promise<readonly { readonly id: string; readonly by: string; readonly after: Readonly<Record<string, unknown>> | null }[]> {
  const { rows } = await sql<{ id: string; by: string; after: Record<string, unknown> | null }>`
    select entity_id as id, actor_name as by, after from revision where room = 'demand' and kind = 'initiative' and entity_id = any(${ids}::text[]) and at >= ${at} and act not in ('demand.apply-import', 'demand.undo-import') order by revision.id desc`.execute(tx)
  return rows
}

/** Which of the units an initiative belongs to, or a unit stands below. */
export async function readUsedUnits(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select unit_id as id from initiative where unit_id = any(${ids}::uuid[]) and removed_at is null`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** Removes initiatives; their reports and revisions are kept. */
export async function removeInitiatives(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update initiative set removed_at = act_time(), version = version + 1 where id = any(${ids}::uuid[])`.execute(tx)
}
