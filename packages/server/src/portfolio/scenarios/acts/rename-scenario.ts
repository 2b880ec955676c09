import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { ScenarioRefusal } from '@throughline/contract/portfolio'
import type { WireRefusal } from '@throughline/contract/wire'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { changeOf } from '../change.ts'
import { lockScenario, scenarioNamed, updateScenario } from '../store.ts'

export type ScenarioRename = { readonly version: number; readonly name?: string; readonly note?: string }

/** Renames a scenario or changes its note; what it changes and proved stays, so this is possible in every state. */
export function renameScenario(db: Db, actor: Actor, id: string, { version, ...change }: ScenarioRename): Promise<Result<string, ScenarioRefusal | WireRefusal>> {
  return writeAs<Result<string, ScenarioRefusal | WireRefusal>>(db, actor, 'portfolio.change-scenario', async (tx, record) => {
    const found = await expectVersion(tx, await lockScenario(tx, id), { room: 'portfolio', kind: 'scenario', id, version })
    if (!found.ok) return found
    const { name, note } = found.value
    if (change.name && change.name.toLowerCase() !== name.toLowerCase() && (await scenarioNamed(tx, change.name))) return refuse({ code: 'scenario_name_taken', values: { name: change.name } })
    await updateScenario(tx, id, change)
    await record(await changeOf(tx, id, { before: { name, note }, after: { name, note, ...change } }))
    return ok(id)
  })
}
