import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { WireRefusal } from '@throughline/contract/wire'
import { writeAs, type Actor, type Db } from '../../../database/index.ts'
import { changeOf } from '../change.ts'
import { lockScenario, removeScenarioRow } from '../store.ts'

/** Removes a scenario; its revision keeps what it was. */
export function removeScenario(db: Db, actor: Actor, id: string): Promise<Result<object, WireRefusal>> {
  return writeAs(db, actor, 'portfolio.remove-scenario', async (tx, record) => {
    const row = await lockScenario(tx, id)
    if (!row) return refuse({ code: 'not_found', values: { what: 'scenario', id } })
    await removeScenarioRow(tx, id)
    await record(await changeOf(tx, id, { before: { name: row.name, note: row.note, chosen: row.chosen, totalValue: row.total_value }, after: null }))
    return ok({})
  })
}
