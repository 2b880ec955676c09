import { sql, type RawBuilder } from 'kysely'
import { planned, type Tx } from '../../../database/index.ts'

type Sql = RawBuilder<unknown>

/** Between two instants, the first excluded: ISO 8601. */
export type Between = { readonly after: string; readonly until: string }

/** Initiatives of which something may be different between two instants: of themselves, and in what they serve. Of custom values, and of what is few and read as a whole, whether anything is. */
export type Changed = { readonly initiatives: readonly string[]; readonly linked: readonly string[]; readonly customs: boolean; readonly around: boolean }

/** What units, objectives, publications, fields and the currency are read from. */
const surrounding = ['organisation', 'org_unit', 'strategy', 'strategy_version', 'objective', 'publication', 'custom_field'] as const

/**
 * What was recorded or replaced between two instants, in the tables themselves and not as of any moment: whatever is the same at both ends is
 * not read again. At most `most` initiatives are named.
 */
export async function readChanged(tx: Tx, { after, until }: Between, most: number): Promise<Changed> {
  const within = (column: string): Sql => sql`${sql.ref(column)} > ${after} and ${sql.ref(column)} <= ${until}`
  const moved = (table: string, id: string): Sql => sql`select ${sql.ref(id)} as id from ${sql.table(`public.${table}`)} where ${within('believed_from')}
    union select ${sql.ref(id)} from ${sql.table(`public.${table}_past`)} where ${within('replaced_at')} union select ${sql.ref(id)} from ${sql.table(`public.${table}_past`)} where ${within('believed_from')}`
  const any = (table: string): Sql => sql`exists (select from ${sql.table(`public.${table}`)} where ${within('believed_from')}) or exists (select from ${sql.table(`public.${table}_past`)} where ${within('replaced_at')} or ${within('believed_from')})`
  const { rows } = await sql<Changed>`${planned(tx)}
    array(select id::text from (${moved('initiative', 'id')}) i limit ${most}) as initiatives, array(select id::text from (${moved('contribution', 'initiative_id')}) c limit ${most}) as linked,
    exists (select from public.custom_value where ${within('believed_from')}) or exists (select from public.custom_value_past where ${within('replaced_at')}) as customs,
    ${sql.join(surrounding.map(any), sql` or `)} as around`.execute(tx)
  return rows[0] ?? { initiatives: [], linked: [], customs: true, around: true }
}
