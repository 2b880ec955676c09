import type { FieldSource } from '@throughline/engine/demand'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { setCustomValues } from '../fields/store.ts'

/** What an initiative may have beside its own fields: `custom:<field id>`, or `year:cost:2027` by the calendar year in which the fiscal year begins. */
export type ExtraKey = `custom:${string}` | `year:${'cost' | 'benefits'}:${number}`
/** A value as text; of a year its minor units and where they come from. */
export type Extra = { readonly value: string; readonly source?: FieldSource }
export type Extras = Readonly<Record<string, Extra>>

/** Extras of some initiatives, by initiative. */
export async function readExtras(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Extras>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; key: ExtraKey; value: string; source: FieldSource | null }>`
    select initiative_id as id, 'custom:' || field_id as key, value, null::jsonb as source from custom_value where initiative_id = any(${ids}::uuid[])
    union all select initiative_id, 'year:' || kind || ':' || year, amount_minor::text, source from year_line where initiative_id = any(${ids}::uuid[])`.execute(tx)
  return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => [id, Object.fromEntries(own.map(({ key, value, source }) => [key, source === null ? { value } : { value, source }]))]))
}

export type ExtraChange = { readonly id: string; readonly key: string; readonly extra: Extra | null }

/** Writes extras of many initiatives by a few statements; null takes one away. No revision: the act writes it, and counts the versions up. */
export async function writeExtras(tx: Tx, changes: readonly ExtraChange[]): Promise<void> {
  const custom = changes.flatMap(({ id, key, extra }) => (key.startsWith('custom:') ? [{ initiativeId: id, fieldId: key.slice('custom:'.length), value: extra?.value ?? null }] : []))
  if (custom.length > 0) await setCustomValues(tx, custom)
  const years = changes.flatMap(({ id, key, extra }) => {
    const [, kind, year] = /^year:(cost|benefits):(\d+)$/.exec(key) ?? []
    return kind === undefined ? [] : [{ id, kind, year: Number(year), minor: extra?.value ?? null, source: extra?.source ?? null }]
  })
  if (years.length === 0) return
  const rows = sql`jsonb_to_recordset(${JSON.stringify(years)}::jsonb) as n(id uuid, kind text, year int, minor bigint, source jsonb)`
  await sql`delete from year_line t using ${rows} where t.org_id = current_org() and t.initiative_id = n.id and t.kind = n.kind and t.year = n.year and n.minor is null`.execute(tx)
  await sql`insert into year_line (org_id, initiative_id, kind, year, amount_minor, source) select current_org(), n.id, n.kind, n.year, n.minor, n.source from ${rows} where n.minor is not null
    on conflict (org_id, initiative_id, kind, year) do update set amount_minor = excluded.amount_minor, source = excluded.source, version = year_line.version + 1`.execute(tx)
}

/** Removes a field from all initiatives. */
export const dropField = async (tx: Tx, id: string): Promise<void> => void (await sql`update custom_field set removed_at = act_time(), version = version + 1 where id = ${id}`.execute(tx))
