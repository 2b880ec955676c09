import type { Tx } from '../../database/index.ts'
import { placesOfInitiatives } from '../../demand/index.ts'
import type { Placed } from '../../http/index.ts'
import { drawdownPlaces, namesInRegister } from './store.ts'

type Kept = { readonly id: string; readonly name: string; readonly initiative_id: string }
/** In which part of the organisation something of a register stands: in that of its initiative. */
async function placed(tx: Tx, all: readonly Kept[]): Promise<readonly Placed[]> {
  const parts = new Map((await placesOfInitiatives(tx, all.map(({ initiative_id }) => initiative_id))).map((one) => [one.id, one.part]))
  return all.flatMap(({ id, name, initiative_id }) => {
    const part = parts.get(initiative_id)
    return part ? [{ id, name, part }] : []
  })
}
const inRegister = (table: 'risk' | 'issue') => async (tx: Tx, ids: readonly string[]): Promise<readonly Placed[]> => placed(tx, (await namesInRegister(tx, table, ids)).flatMap(({ removed_at, title, ...one }) => (removed_at === null ? [{ ...one, name: title }] : [])))

export const registerPlaces = {
  risk: inRegister('risk'),
  issue: inRegister('issue'),
  drawdown: async (tx: Tx, ids: readonly string[]): Promise<readonly Placed[]> => placed(tx, (await drawdownPlaces(tx, ids)).map(({ on_day, ...one }) => ({ ...one, name: `Drawdown of ${on_day}` }))),
} as const
