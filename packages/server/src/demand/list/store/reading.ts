import type { FieldKind } from '@throughline/contract/demand'
import { sql } from 'kysely'
import type { Tx } from '../../../database/index.ts'
import { currentPublications } from '../../store/publications.ts'

export type PublicationRow = { readonly id: string; readonly title: string; readonly as_of: string; readonly rows: number; readonly in_force: boolean; /** It lists everything, so that it can be compared with another. */ readonly whole: boolean; /** It is among those that make the current list. */ readonly listing: boolean }

/** What the publications say of who is current: those that make the current list, and every one that is known, in force or not. */
export type Positions = { readonly listing: readonly string[]; readonly known: readonly string[] }

/** Every publication that is known, oldest position first; those in force count. */
export async function readPositions(tx: Tx): Promise<Positions & { readonly publications: readonly PublicationRow[] }> {
  const { rows } = await sql<PublicationRow>`select id, title, as_of, rows, superseded_at is null as in_force, scope = 'whole' as whole, id in ${currentPublications} as listing from publication order by as_of, imported_at`.execute(tx)
  const publications = rows.filter(({ in_force }) => in_force)
  return { publications, listing: rows.filter(({ listing }) => listing).map(({ id }) => id), known: rows.map(({ id }) => id) }
}

/** The kinds of custom fields that stand, by id: of all, or of some. */
export async function readFieldKinds(tx: Tx, ids?: readonly string[]): Promise<ReadonlyMap<string, FieldKind>> {
  if (ids?.length === 0) return new Map()
  const { rows } = await sql<{ id: string; kind: FieldKind }>`select id, kind from custom_field where removed_at is null and ${ids === undefined ? sql`true` : sql`id = any(${ids.filter((id) => uuid.test(id))}::uuid[])`} order by id`.execute(tx)
  return new Map(rows.map(({ id, kind }) => [id, kind]))
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
