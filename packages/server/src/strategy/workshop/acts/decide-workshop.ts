import type { BodyOf, Refusal } from '@throughline/contract/wire'
import type { WorkshopDecision, workshopRoutes } from '@throughline/contract/strategy'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { sumToOne, weightSum } from '@throughline/engine/strategy'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { insertDecision, noDifferences } from '../../../governance/index.ts'
import { readOrganisation } from '../../../people/index.ts'
import type { PlanSource } from '../plan-source.ts'
import { lockWorkshop, readFollower, updateWorkshop, type StoredWorkshop } from '../store.ts'
import { closedAlready, followedAlready } from './judge-workshop.ts'

type Decided = BodyOf<typeof workshopRoutes.decideWorkshop>
type Refused = Refusal<'not_found' | 'version_moved' | 'workshop_open' | 'workshop_closed' | 'weights_not_one' | 'judgement_incomplete' | 'judgement_unsound'>

/** Records which weights were decided on and why, with a decision record; the plan of record is the same before and after: weights are carried out by approving a version that has them. */
export function decideWorkshop(db: Db, actor: Actor, id: string, given: Decided, now: Date, plan: PlanSource): Promise<Result<string, Refused>> {
  return writeAs<Result<string, Refused>>(db, actor, 'strategy.decide-workshop', async (tx, record) => {
    const found = await expectVersion(tx, await lockWorkshop(tx, id), { room: 'strategy', kind: 'workshop', id, version: given.version })
    if (!found.ok) return found
    const workshop = found.value
    const wrong = wrongIn(workshop, given)
    if (wrong) return refuse(wrong)
    const follower = await readFollower(tx, id)
    if (follower) return refuse(followedAlready(workshop, follower))
    const decisionId = newId()
    const { rationale, expected = '' } = given
    const [{ before, at }, hash, { currency }] = [await plan.instants(tx), await plan.hash(tx), await readOrganisation(tx)]
    const question = `Which weights do the objectives have: ${workshop.title}?`
    const chosen = chosenWords(workshop, given.weights)
    await insertDecision(tx, { id: decisionId, question, chosen, rationale, expected, options: [], deciderId: actor.accountId, deciderName: actor.name, proposerId: null, proposerName: null, scenarioId: null, scenarioName: null, differences: noDifferences(currency), knownAt: before, decidedAt: at, hashBefore: hash, hashAfter: hash })
    const decision: WorkshopDecision = { weights: [...given.weights], rationale, expected, decisionId, decidedAt: now.toISOString(), decidedBy: actor.name }
    await updateWorkshop(tx, id, { state: 'decided', decision })
    await record({ room: 'strategy', kind: 'workshop', id, before: { state: 'closed' }, after: { state: 'decided', weights: chosen, decisionId }, why: rationale }, { room: 'governance', kind: 'decision', id: decisionId, before: null, after: { question, chosen, rationale } })
    return ok(id)
  })
}

function wrongIn(workshop: StoredWorkshop, { weights }: Decided): Refused | undefined {
  if (workshop.state === 'open') return { code: 'workshop_open', values: { title: workshop.title, missing: workshop.judges.filter(({ judgement }) => judgement === null).map(({ name }) => name).join(', ') } }
  if (workshop.state === 'decided') return closedAlready(workshop)
  const given = new Map(weights.map(({ key, weight }) => [key, weight]))
  const missing = workshop.objectives.filter(({ key }) => !given.has(key))
  if (missing.length > 0) return { code: 'judgement_incomplete', values: { count: missing.length, missing: missing.map(({ statement }) => statement).join(', ') } }
  if (weights.length !== workshop.objectives.length) return { code: 'judgement_unsound', values: { reason: 'A weight is given for no objective of this workshop, or twice for one.' } }
  const shares = weights.map(({ weight }) => weight)
  return sumToOne(shares) ? undefined : { code: 'weights_not_one', values: { found: weightSum(shares) } }
}

const chosenWords = ({ objectives }: StoredWorkshop, weights: Decided['weights']): string => {
  const given = new Map(weights.map(({ key, weight }) => [key, weight]))
  return objectives.map(({ key, statement }) => `${statement} ${Math.round((given.get(key) ?? 0) * 1000) / 10} %`).join(' · ')
}
