import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { ScenarioRefusal, Sharing } from '@throughline/contract/portfolio'
import type { WireRefusal } from '@throughline/contract/wire'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readMembers } from '../../../people/index.ts'
import { changeOf } from '../change.ts'
import { closedRefusal, maySay } from '../policy.ts'
import { lockScenario, readShares, scenarioNamed, updateScenario, writeShares } from '../store.ts'

export type SharingWanted = { readonly version: number; readonly sharing: Sharing; readonly people: readonly string[] }

/** Says who sees a scenario. What is proposed or approved is seen by everybody and stays so. */
export function shareScenario(db: Db, actor: Actor, id: string, { version, sharing, people }: SharingWanted): Promise<Result<string, ScenarioRefusal | WireRefusal>> {
  return writeAs<Result<string, ScenarioRefusal | WireRefusal>>(db, actor, 'portfolio.share-scenario', async (tx, record) => {
    const found = await expectVersion(tx, await lockScenario(tx, id), { room: 'portfolio', kind: 'scenario', id, version })
    if (!found.ok) return found
    const row = found.value
    if (!maySay(row, actor)) return refuse({ code: 'scenario_not_yours', values: { name: row.name, author: row.created_by } })
    const closed = closedRefusal(row)
    if (closed) return closed
    const members = new Map((await readMembers(tx)).map((member) => [member.id, member.name]))
    const stranger = people.find((person) => !members.has(person))
    if (stranger !== undefined) return refuse({ code: 'not_found', values: { what: 'person', id: stranger } })
    const namesake = sharing === 'everyone' && row.sharing !== 'everyone' ? await otherNamed(tx, row.name, id) : undefined
    if (namesake) return refuse({ code: 'scenario_name_taken', values: { name: row.name } })
    const before = await readShares(tx, id)
    await writeShares(tx, actor.orgId, id, sharing === 'people' ? people : [])
    // Whoever makes it private becomes its author, or it would be hidden from all.
    await updateScenario(tx, id, { sharing, ...(row.author_id === null ? { author_id: actor.accountId } : {}) })
    const names = (ids: readonly string[]) => ids.map((person) => members.get(person) ?? person).sort()
    await record(await changeOf(tx, id, { before: { sharing: row.sharing, people: names(before) }, after: { sharing, people: names(sharing === 'people' ? people : []) } }, row.sharing === 'everyone' ? null : before))
    return ok(id)
  })
}

/** Another scenario of the same name that everybody sees. */
async function otherNamed(tx: Parameters<typeof scenarioNamed>[0], name: string, id: string) {
  const other = await scenarioNamed(tx, name, id)
  return other?.sharing === 'everyone' ? other : undefined
}
