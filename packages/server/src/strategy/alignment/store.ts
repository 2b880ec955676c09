import type { Tx } from '../../database/index.ts'

/** Names of perspectives that stand, by id. */
export async function readPerspectiveNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('perspective').select(['id', 'name']).where('removed_at', 'is', null).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
