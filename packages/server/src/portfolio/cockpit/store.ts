import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { sourcesOf, type Columns } from '../../demand/index.ts'

export type SourceRow = { readonly id: string; readonly cost: unknown; readonly benefits: unknown }

/** Where the cost and benefits of some initiatives come from. */
export const readSources = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SourceRow>> => {
  const { rows } = await sql<{ id: string; sources: unknown }>`select id, jsonb_strip_nulls(jsonb_build_object('reports', sources->'reports', 'cost', sources->'cost', 'benefits', sources->'benefits')) as sources from initiative where id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, sources }) => {
    const { cost, benefits } = sourcesOf(sources)
    return [id, { id, cost, benefits }]
  }))
}

export type CellRow = { readonly id: string; readonly publication: string; readonly cost: { readonly cell: string; readonly asPublished: string }; readonly benefits: { readonly cell: string; readonly asPublished: string } }

/** Where a publication printed the cost and benefits of some initiatives. */
export const readCells = async (tx: Tx, publicationId: string, ids: readonly string[]): Promise<ReadonlyMap<string, CellRow>> => {
  const { rows } = await sql<CellRow>`select r.initiative_id as id, p.title as publication, r.cost, r.benefits from report r join publication p on p.org_id = r.org_id and p.id = r.publication_id
    where r.publication_id = ${publicationId} and r.initiative_id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** What a publication called the initiatives of some rows. */
export async function readPublishedNames(tx: Tx, ids: Columns['ids'], publicationId: string, rows: Uint32Array): Promise<ReadonlyMap<number, string>> {
  const found = await sql<{ id: string; name: string }>`select initiative_id as id, name from report where publication_id = ${publicationId} and initiative_id = any(${Array.from(rows, (row) => ids.of(row))}::uuid[])`.execute(tx)
  return new Map(found.rows.flatMap(({ id, name }) => {
    const row = ids.find(id)
    return row === undefined ? [] : [[row, name] as const]
  }))
}
