import { demandRoutes, type InitiativeRow } from '@throughline/contract/demand'
import { peopleRoutes, type Unit } from '@throughline/contract/people'
import { strategyRoutes, type Strategy } from '@throughline/contract/strategy'
import { theOne } from '../check.ts'
import type { World } from '../world.ts'

/** An id that nothing has. */
export const nobodysId = '01890a5d-ac96-774b-bcce-b302099a8057'

export const listInitiatives = async ({ home }: World): Promise<readonly InitiativeRow[]> => (await home.viewer.read(demandRoutes.listInitiatives, { query: {} })).rows
export const findInitiative = async (world: World, name: string): Promise<InitiativeRow> => theOne('initiative', await listInitiatives(world), (row) => row.name, name)
export const idsOfInitiatives = async (world: World, names: readonly string[]): Promise<string[]> => {
  const rows = await listInitiatives(world)
  return names.map((name) => theOne('initiative', rows, (row) => row.name, name).id)
}
export const readStrategy = ({ home }: World): Promise<Strategy> => home.viewer.read(strategyRoutes.readStrategy, {})
export const findObjective = async (world: World, statement: string): Promise<Strategy['objectives'][number]> => theOne('objective', (await readStrategy(world)).objectives, (one) => one.statement, statement)
export const findUnit = async ({ home }: World, name: string): Promise<Unit> => theOne('unit', await home.viewer.read(peopleRoutes.listUnits, {}), (unit) => unit.name, name)
