import type { Tx } from '../../database/index.ts'

/** Names of perspectives that stand, by id. */
export async function readPerspectiveNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('perspective').select(['id', 'name']).where('removed_at', 'is', null).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What the version in force says of units, as it is stored; nothing where there is no strategy yet. */
export async function readInForce(tx: Tx): Promise<{ readonly units: unknown; readonly waivers: unknown; readonly unit_strategies: unknown }> {
  return (await tx.selectFrom('strategy_version').select(['units', 'waivers', 'unit_strategies']).where('status', '=', 'in_force').executeTakeFirst()) ?? { units: [], waivers: [], unit_strategies: [] }
}
