import type { Tx } from '../../database/index.ts'

/** Ids of measures and initiatives by what they are called; the last of a name counts. */
export async function idsByName(tx: Tx): Promise<{ readonly measures: ReadonlyMap<string, string>; readonly initiatives: ReadonlyMap<string, string> }> {
  const measures = await tx.selectFrom('measure').select(['id', 'name']).where('removed_at', 'is', null).execute()
  const initiatives = await tx.selectFrom('initiative').select(['id', 'name']).execute()
  const byName = (rows: readonly { readonly id: string; readonly name: string }[]) => new Map(rows.map(({ id, name }) => [name, id]))
  return { measures: byName(measures), initiatives: byName(initiatives) }
}
