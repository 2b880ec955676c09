import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { ScenarioRefusal } from '@throughline/contract/portfolio'
import type { WireRefusal } from '@throughline/contract/wire'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { changeOf } from '../change.ts'
import { closedRefusal, notProposed } from '../policy.ts'
import { lockScenario, scenarioNamed, updateScenario } from '../store.ts'
import { askToDecide } from '../tell.ts'

type Refused = ScenarioRefusal | WireRefusal
export type ProposalWanted = { readonly version: number; readonly remark: string }

/** Proposes a scenario for approval. Everybody sees it from then on, and nobody changes it. */
export function proposeScenario(db: Db, actor: Actor, id: string, { version, remark }: ProposalWanted): Promise<Result<string, Refused>> {
  return writeAs<Result<string, Refused>>(db, actor, 'portfolio.propose-scenario', async (tx, record) => {
    const found = await expectVersion(tx, await lockScenario(tx, id), { room: 'portfolio', kind: 'scenario', id, version })
    if (!found.ok) return found
    const row = found.value
    const closed = closedRefusal(row)
    if (closed) return closed
    if (row.changes === 0) return refuse({ code: 'scenario_empty', values: { name: row.name } })
    if (row.sharing !== 'everyone' && (await scenarioNamed(tx, row.name, id))?.sharing === 'everyone') return refuse({ code: 'scenario_name_taken', values: { name: row.name } })
    await updateScenario(tx, id, { state: 'proposed', sharing: 'everyone', proposed_by: actor.accountId, proposed_name: actor.name, remark })
    await record(await changeOf(tx, id, { before: { state: row.state }, after: { state: 'proposed', changes: row.changes, remark } }))
    await askToDecide(tx, actor, id, remark)
    return ok(id)
  })
}

/** Takes a proposal back; any editor may. */
export function withdrawScenario(db: Db, actor: Actor, id: string, { version, remark }: ProposalWanted): Promise<Result<string, Refused>> {
  return writeAs<Result<string, Refused>>(db, actor, 'portfolio.withdraw-scenario', async (tx, record) => {
    const row = await lockScenario(tx, id)
    const wrong = row && notProposed(row, undefined)
    if (wrong) return wrong
    const found = await expectVersion(tx, row, { room: 'portfolio', kind: 'scenario', id, version })
    if (!found.ok) return found
    await updateScenario(tx, id, { state: 'withdrawn', remark })
    await record(await changeOf(tx, id, { before: { state: 'proposed' }, after: { state: 'withdrawn', remark } }))
    return ok(id)
  })
}
