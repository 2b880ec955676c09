import type { businessCaseRoutes } from '@throughline/contract/demand'
import type { BodyOf, Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { insertDecision, noDifferences, notify } from '../../../governance/index.ts'
import { readOrganisation } from '../../../people/index.ts'
import type { PlanSource } from '../../../strategy/index.ts'
import { readInitiative } from '../../store/initiatives.ts'
import { whyOwn } from '../refusals.ts'
import { lockCase, readWriters, updateCase } from '../store.ts'

type Undecided = Refusal<'not_found' | 'version_moved' | 'case_not_submitted' | 'case_own'>
const outcomeWords = { approved: 'Approved', returned: 'Returned to be worked over', rejected: 'Rejected' } as const

/** Decides on the version that waits, with a record of the decision that names it; whoever wrote and submitted it is told. The plan of record stays as it is: what becomes of the initiative is decided with the plan. */
export function decideCase(db: Db, actor: Actor, initiativeId: string, { version, outcome, reason }: BodyOf<typeof businessCaseRoutes.decideBusinessCase>, now: Date, plan: PlanSource): Promise<Result<object, Undecided>> {
  return writeAs<Result<object, Undecided>>(db, actor, 'demand.decide-business-case', async (tx, record) => {
    const initiative = await readInitiative(tx, initiativeId)
    if (!initiative) return refuse({ code: 'not_found', values: { what: 'initiative', id: initiativeId } })
    const stored = await lockCase(tx, initiativeId, 'submitted')
    if (!stored) return refuse({ code: 'case_not_submitted', values: { name: initiative.name } })
    const own = await whyOwn(tx, initiative.name, stored, actor, now)
    if (own) return own
    const found = await expectVersion(tx, stored, { room: 'demand', kind: 'business_case', id: stored.id, version })
    if (!found.ok) return found
    const { id, no, content, submitted_by_id, submitted_by } = found.value
    const preferred = content.options.find((one) => one.id === content.preferred.optionId)
    const decisionId = newId()
    const [{ before, at }, hash, { currency }] = [await plan.instants(tx), await plan.hash(tx), await readOrganisation(tx)]
    const question = `Is the business case of ${initiative.name}, version ${no}, approved?`
    const chosen = `${outcomeWords[outcome]}${preferred ? `: ${preferred.name}` : ''}`
    await insertDecision(tx, { id: decisionId, question, chosen, rationale: reason.trim(), expected: '', options: [], deciderId: actor.accountId, deciderName: actor.name, proposerId: submitted_by_id, proposerName: submitted_by, scenarioId: null, scenarioName: null, differences: noDifferences(currency), knownAt: before, decidedAt: at, hashBefore: hash, hashAfter: hash })
    await updateCase(tx, id, { state: outcome, outcome, decided_at: now.toISOString(), decided_by: actor.name, reason: reason.trim(), decision_id: decisionId })
    await record({ room: 'demand', kind: 'business_case', id, before: { state: 'submitted' }, after: { state: outcome, initiative: initiative.name, no, decisionId }, why: reason.trim() }, { room: 'governance', kind: 'decision', id: decisionId, before: null, after: { question, chosen, rationale: reason.trim() } })
    await notify(tx, actor, { reason: 'approval_result', to: [...(submitted_by_id ? [submitted_by_id] : []), ...(await readWriters(tx, initiativeId, no))], subject: { room: 'demand', kind: 'business_case', id }, act: 'demand.decide-business-case', words: chosen.slice(0, 300) })
    return ok({})
  })
}
