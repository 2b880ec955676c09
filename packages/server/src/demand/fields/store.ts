import type { CustomField, CustomValues } from '@throughline/contract/demand'
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { CustomFieldTable } from './tables.ts'

export type FieldRecord = Selectable<CustomFieldTable>
const standing = (tx: Tx) => tx.selectFrom('custom_field').selectAll().where('removed_at', 'is', null)

/** The fields of the organisation in the order in which they were added, each with how many initiatives have a value. */
export async function readFields(tx: Tx): Promise<readonly CustomField[]> {
  const counts = await sql<{ field_id: string; count: number }>`
    select v.field_id, count(*)::int as count from custom_value v join initiative i on i.org_id = v.org_id and i.id = v.initiative_id and i.removed_at is null group by v.field_id`.execute(tx)
  const values = new Map(counts.rows.map(({ field_id, count }) => [field_id, count]))
  const rows = await standing(tx).orderBy('created_at').orderBy('id').execute()
  return rows.map(({ id, name, kind, unit, choices, note, version }) => ({ id, name, kind, unit, choices: [...choices], note, values: values.get(id) ?? 0, version }))
}

/** The field, locked until the act ends. */
export const lockField = (tx: Tx, id: string): Promise<FieldRecord | undefined> => standing(tx).where('id', '=', id).forUpdate().executeTakeFirst()

/** All fields, held as they are until the act ends: no choice goes while a value is being given. */
export const holdFields = (tx: Tx): Promise<FieldRecord[]> => standing(tx).orderBy('id').forShare().execute()

/** The field that has a name, whatever its case. */
export const fieldNamed = (tx: Tx, name: string): Promise<FieldRecord | undefined> => standing(tx).where(sql<boolean>`lower(name) = lower(${name})`).executeTakeFirst()

export const insertField = async (tx: Tx, row: Insertable<CustomFieldTable>): Promise<void> => {
  await tx.insertInto('custom_field').values(row).execute()
}

/** Changes a field and counts its version up. */
export async function updateField(tx: Tx, id: string, change: Partial<Pick<FieldRecord, 'name' | 'unit' | 'choices' | 'note' | 'removed_at'>>): Promise<void> {
  await tx.updateTable('custom_field').set(change).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
}

/** How many initiatives that stand have each value of a field. */
export async function countValues(tx: Tx, fieldId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ value: string; count: number }>`
    select v.value, count(*)::int as count from custom_value v join initiative i on i.org_id = v.org_id and i.id = v.initiative_id and i.removed_at is null
    where v.field_id = ${fieldId} group by v.value order by v.value`.execute(tx)
  return new Map(rows.map(({ value, count }) => [value, count]))
}

/** Values of the fields that stand by initiative: of some initiatives, or of all. One query, whatever their number. */
export async function readCustomValues(tx: Tx, initiativeIds?: readonly string[]): Promise<ReadonlyMap<string, CustomValues>> {
  const { rows } = await sql<{ id: string; values: CustomValues }>`
    select v.initiative_id as id, jsonb_object_agg(v.field_id, v.value) as values
    from custom_value v join custom_field f on f.org_id = v.org_id and f.id = v.field_id and f.removed_at is null
    where ${initiativeIds === undefined ? sql`true` : sql`v.initiative_id = any(${initiativeIds}::uuid[])`}
    group by v.initiative_id`.execute(tx)
  return new Map(rows.map(({ id, values }) => [id, values]))
}

/** One value to keep, in the form that `readCustomValue` gives; null takes the value away. */
export type CustomValueChange = { readonly initiativeId: string; readonly fieldId: string; readonly value: string | null }

/** Writes many values at once, by two statements. No revision: the act that changes them writes it, and counts the versions up. */
export async function setCustomValues(tx: Tx, changes: readonly CustomValueChange[]): Promise<void> {
  const rows = JSON.stringify(changes.map(({ initiativeId, fieldId, value }) => ({ initiative_id: initiativeId, field_id: fieldId, value })))
  const given = sql`jsonb_to_recordset(${rows}::jsonb) as n(initiative_id uuid, field_id uuid, value text)`
  if (changes.some(({ value }) => value === null)) await sql`delete from custom_value t using ${given} where t.org_id = current_org() and t.initiative_id = n.initiative_id and t.field_id = n.field_id and n.value is null`.execute(tx)
  if (changes.every(({ value }) => value === null)) return
  await sql`insert into custom_value (org_id, initiative_id, field_id, value) select current_org(), n.initiative_id, n.field_id, n.value from ${given} where n.value is not null
    on conflict (org_id, initiative_id, field_id) do update set value = excluded.value where custom_value.value <> excluded.value`.execute(tx)
}
