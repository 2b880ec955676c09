import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { ScenarioRefusal } from '@throughline/contract/portfolio'
import type { WireRefusal } from '@throughline/contract/wire'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { insertDecision } from '../../../governance/index.ts'
import { readMembers } from '../../../people/index.ts'
import { approvalOf } from '../approval.ts'
import { changeOf } from '../change.ts'
import { optionsOf } from '../options.ts'
import { hashOf, readPlan } from '../plan.ts'
import { notProposed, proposerRefusal } from '../policy.ts'
import { selectionToKeep } from '../present.ts'
import { lockScenario, readActInstants, readChanges, updateScenario } from '../store.ts'
import { tellResult } from '../tell.ts'
import { openBasis } from './change-overlay.ts'

export type RejectionWanted = { readonly version: number; readonly rationale: string; readonly question: string | undefined; readonly expected: string; readonly options: readonly string[] }
type Refused = ScenarioRefusal | WireRefusal

/**
 * Rejects a proposal and keeps the decision: the plan stays as it is, and what the scenario would have changed is kept with the reason.
 * Who proposed it does not, unless there is no other owner.
 */
export async function rejectScenario(db: Db, actor: Actor, id: string, { version, rationale, question, expected, options }: RejectionWanted, now: Date): Promise<Result<string, Refused>> {
  const opened = await openBasis(db, actor, id)
  if (!opened) return refuse({ code: 'not_found', values: { what: 'scenario', id } })
  return writeAs<Result<string, Refused>>(db, actor, 'portfolio.reject-scenario', async (tx, record) => {
    const row = await lockScenario(tx, id)
    const wrong = row && (notProposed(row, undefined) ?? proposerRefusal(row, actor, await readMembers(tx)))
    if (wrong) return wrong
    const found = await expectVersion(tx, row, { room: 'portfolio', kind: 'scenario', id, version })
    if (!found.ok) return found
    const { name, proposed_by, proposed_name } = found.value
    const plan = await readPlan(tx)
    const approving = approvalOf(opened.basis, plan, { changes: await readChanges(tx, id), selection: selectionToKeep(found.value) }, now.toISOString().slice(0, 10))
    const [decisionId, instants, hash] = [newId(), await readActInstants(tx), hashOf(plan)]
    const asked = question ?? `Should “${name}” become the plan of record?`
    await insertDecision(tx, {
      id: decisionId, question: asked, chosen: 'Reject', rationale, expected, deciderId: actor.accountId, deciderName: actor.name, proposerId: proposed_by, proposerName: proposed_name, scenarioId: id, scenarioName: name,
      options: await optionsOf(tx, { now: plan, approving, scenario: { id, name }, others: options, chosen: 'plan' }), differences: approving.list, knownAt: instants.before, decidedAt: instants.at, hashBefore: hash, hashAfter: hash,
    })
    await updateScenario(tx, id, { state: 'rejected', remark: rationale, decision_id: decisionId })
    await record(await changeOf(tx, id, { before: { state: 'proposed' }, after: { state: 'rejected', decisionId, rationale }, why: rationale }), { room: 'governance', kind: 'decision', id: decisionId, before: null, after: { question: asked, chosen: 'Reject', rationale } })
    await tellResult(tx, actor, found.value, 'portfolio.reject-scenario', rationale)
    return ok(id)
  })
}
