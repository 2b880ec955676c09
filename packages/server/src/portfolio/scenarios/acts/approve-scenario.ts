import { invariant, ok, refuse, type Result } from '@throughline/engine/kernel'
import type { ScenarioRefusal } from '@throughline/contract/portfolio'
import type { WireRefusal } from '@throughline/contract/wire'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { applyInitiatives, applyTies, lockInitiatives } from '../../../demand/index.ts'
import { insertDecision, readDecisions } from '../../../governance/index.ts'
import { lockOrganisation, readMembers } from '../../../people/index.ts'
import { applyStrategyPlan, lockStrategy } from '../../../strategy/index.ts'
import { approvalOf, type Approving } from '../approval.ts'
import { changeOf } from '../change.ts'
import { optionsOf } from '../options.ts'
import { plannedInitiatives, plannedStrategy, plannedTies } from '../planned.ts'
import { hashOf, readPlan, type DatedPlan } from '../plan.ts'
import { notProposed, proposerRefusal } from '../policy.ts'
import { selectionToKeep } from '../present.ts'
import { lockScenario, readActInstants, readChanges, updateScenario, type ScenarioRow } from '../store.ts'
import { withReadyStarts } from '../starts.ts'
import { tellResult } from '../tell.ts'
import { count } from '../words.ts'
import { openBasis } from './change-overlay.ts'

export type ApprovalWanted = { readonly version: number; readonly seen: string; readonly rationale: string; readonly question: string | undefined; readonly expected: string; readonly options: readonly string[] }
type Refused = ScenarioRefusal | WireRefusal

/**
 * Makes a proposed scenario the plan of record: everything it changes and the decision record in one transaction, or nothing.
 * It applies exactly what the approver was shown (`seen`), while the organisation, its strategy and its initiatives are held; whoever
 * edits the plan meanwhile waits and then edits the new one. Of two who approve at once the second is told who was first.
 */
export async function approveScenario(db: Db, actor: Actor, id: string, wanted: ApprovalWanted, now: Date): Promise<Result<string, Refused>> {
  const opened = await openBasis(db, actor, id)
  if (!opened) return refuse({ code: 'not_found', values: { what: 'scenario', id } })
  return writeAs<Result<string, Refused>>(db, actor, 'portfolio.approve-scenario', async (tx, record) => {
    const row = await lockScenario(tx, id)
    const wrong = row && (notProposed(row, await decidedBy(tx, row)) ?? proposerRefusal(row, actor, await readMembers(tx)))
    if (wrong) return wrong
    const found = await expectVersion(tx, row, { room: 'portfolio', kind: 'scenario', id, version: wanted.version })
    if (!found.ok) return found
    const scenario = found.value
    const before = await holdPlan(tx, actor)
    const asked = approvalOf(opened.basis, before, { changes: await readChanges(tx, id), selection: selectionToKeep(scenario) }, now.toISOString().slice(0, 10))
    const approving = await withReadyStarts(tx, actor, before, asked, now)
    const blocked = blockedBy(approving, wanted.seen)
    if (blocked) return blocked
    const decisionId = newId()
    await apply({ tx, actor, record, now, why: `Decision ${decisionId}: ${scenario.name}` }, approving, before)
    const after = hashOf(await readPlan(tx))
    invariant(after === hashOf(approving.after), 'the plan of record after an approval comes to what the approval showed')
    const instants = await readActInstants(tx)
    const question = wanted.question ?? `Should “${scenario.name}” become the plan of record?`
    await insertDecision(tx, {
      id: decisionId, question, chosen: scenario.name, rationale: wanted.rationale, expected: wanted.expected, deciderId: actor.accountId, deciderName: actor.name, proposerId: scenario.proposed_by, proposerName: scenario.proposed_name, scenarioId: id, scenarioName: scenario.name,
      options: await optionsOf(tx, { now: before, approving, scenario, others: wanted.options, chosen: 'scenario' }), differences: approving.list, knownAt: instants.before, decidedAt: instants.at, hashBefore: hashOf(before), hashAfter: after,
    })
    await updateScenario(tx, id, { state: 'approved', decision_id: decisionId, outcome: approving.list })
    await record(await changeOf(tx, id, { before: { state: 'proposed' }, after: { state: 'approved', decisionId, changes: approving.list.items.length }, why: wanted.rationale }), { room: 'governance', kind: 'decision', id: decisionId, before: null, after: { question, chosen: scenario.name, rationale: wanted.rationale } })
    await tellResult(tx, actor, scenario, 'portfolio.approve-scenario', wanted.rationale)
    return ok(id)
  })
}

/** The plan of record, held until the act ends: nobody else adds, changes or links anything meanwhile. */
async function holdPlan(tx: Tx, actor: Actor): Promise<DatedPlan> {
  await lockOrganisation(tx)
  await lockStrategy(tx, actor.orgId)
  await lockInitiatives(tx)
  return readPlan(tx)
}

function blockedBy({ problems, seen }: Approving, shown: string): { readonly ok: false; readonly refusal: ScenarioRefusal } | undefined {
  if (problems.length > 0) return refuse({ code: 'approval_blocked', values: { count: count(problems.length, 'thing', 'things'), problems: problems.map(({ words }) => words).join(' '), all: problems } })
  return seen === shown ? undefined : refuse({ code: 'preview_outdated' })
}

async function apply(planning: Parameters<typeof applyInitiatives>[0], { clean }: Approving, before: DatedPlan): Promise<void> {
  await applyInitiatives(planning, plannedInitiatives(clean))
  await applyTies(planning, plannedTies(clean, before))
  await applyStrategyPlan(planning, plannedStrategy(clean))
}

const decidedBy = async (tx: Tx, { decision_id: decisionId, state, id }: ScenarioRow): Promise<string | undefined> => (decisionId === null || state === 'withdrawn' ? undefined : (await readDecisions(tx, { scenarioId: id }))[0]?.decider.name)
