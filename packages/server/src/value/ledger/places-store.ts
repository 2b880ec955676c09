import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { placesOfInitiatives } from '../../demand/index.ts'
import type { Placed } from '../../http/index.ts'

/** In which part of the organisation benefits stand: in that of their initiative. */
export async function placesOfBenefits(tx: Tx, ids: readonly string[]): Promise<readonly Placed[]> {
  const rows = await tx.selectFrom('benefit').select(['id', 'name', 'initiative_id']).where('id', '=', sql<string>`any(${[...ids]}::uuid[])`).execute()
  const initiatives = new Map((await placesOfInitiatives(tx, rows.map(({ initiative_id }) => initiative_id))).map((placed) => [placed.id, placed]))
  return rows.flatMap(({ id, name, initiative_id }) => {
    const initiative = initiatives.get(initiative_id)
    return initiative ? [{ id, name, part: initiative.part }] : []
  })
}
