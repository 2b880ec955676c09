import type { NewAcceptance, SaidOfVersion } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { deliverableState, inTheWay, unreviewed } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { readMembers } from '../../../people/index.ts'
import { notify } from '../../notifications/index.ts'
import { noMember, type Refused } from '../../refused.ts'
import { heldDeliverable, numbersOf, openDefects, reviewsOf, type Held } from '../held.ts'
import { over, whyDayOff, whyElsewhere, whyMaker, whyNotMet } from '../refusals.ts'
import { insertConditions, insertDecision, insertEdition, updateCondition, updateDefects, updateDeliverable, updateEdition } from '../store.ts'

type Past = Refusal<'not_found' | 'version_moved' | 'review_over'>
type Undecided = Past | Refusal<'criteria_unreviewed' | 'defects_open' | 'reviewer_dependent' | 'day_off'>
type Conditions = Extract<NewAcceptance['decision'], { readonly conditions: unknown }>['conditions']
type Owned = Conditions[number] & { readonly owner: string }

/** Accepts the newest edition, with conditions or without, or rejects it. The first acceptance of an edition stands, whatever escapes from it. */
export function decideAcceptance(db: Db, actor: Actor, id: string, { version, decision }: NewAcceptance, now: Date): Promise<Result<string, Undecided>> {
  return writeAs<Result<string, Undecided>>(db, actor, 'governance.decide-acceptance', async (tx, record) => {
    const held = await heldDeliverable(tx, id, version)
    if (!held.ok) return held
    const { row, edition } = held.value
    const { outcome, on } = decision
    const given: Conditions = decision.outcome === 'accepted_with_conditions' ? decision.conditions : []
    const unfit = whyElsewhere(held.value, ['reviewed'], 'reviewed since its last decision') ?? whyMaker(held.value, actor, 'decide on') ?? whyUndecidable(held.value, decision, given, now)
    if (unfit) return unfit
    const owned = await withOwners(tx, given)
    if (!owned.ok) return owned
    const [decisionId, at, words] = [newId(), now.toISOString(), decision.words.trim()]
    await insertDecision(tx, { org_id: actor.orgId, id: decisionId, deliverable_id: id, edition_id: edition.id, outcome, decided_on: on, words, decided_by: actor.name, decided_at: at })
    await insertConditions(tx, owned.value.map((one) => ({ org_id: actor.orgId, id: newId(), deliverable_id: id, decision_id: decisionId, words: one.words.trim(), owner_id: one.ownerId, owner: one.owner, due_on: one.dueOn, covers: one.covers })))
    await updateEdition(tx, edition.id, { ...(edition.first_outcome === null ? { first_outcome: outcome, first_on: on } : {}), ...(outcome === 'rejected' ? {} : { accepted_on: on }) })
    const state = deliverableState({ withdrawn: false, agreed: true, reviewedSince: false, last: outcome, conditionsLeft: owned.value.length })
    await updateDeliverable(tx, id, { state })
    await record({ room: 'governance', kind: 'deliverable', id, before: { state: row.state }, after: { edition: edition.no, state, outcome, on, words, conditions: owned.value.map((one) => ({ words: one.words.trim(), owner: one.owner, dueOn: one.dueOn, covers: numbersOf(held.value.defects, one.covers) })) } })
    const subject = { room: 'governance', kind: 'deliverable', id }
    await notify(tx, actor, { reason: 'deliverable_decided', to: [row.owner_id, ...row.authors.map((one) => one.id)], subject, act: 'governance.decide-acceptance', words })
    for (const one of owned.value) await notify(tx, actor, { reason: 'condition_given', to: [one.ownerId], subject, act: 'governance.decide-acceptance', words: one.words.trim() })
    return ok(id)
  })
}

/** Refused where a criterion was not looked at, a defect stands in the way, or a day is off. A rejection asks for a day alone. */
function whyUndecidable(held: Held, { outcome, on }: NewAcceptance['decision'], conditions: Conditions, now: Date): Refused<'day_off' | 'criteria_unreviewed' | 'defects_open'> | Refused<'not_found'> | undefined {
  const { row: { name }, edition, defects } = held
  const reviews = reviewsOf(held)
  const off = whyDayOff(on, { what: 'decision', from: reviews[0]?.reviewed_on ?? null, to: now.toISOString().slice(0, 10), reason: 'it is decided on what the last review found' }) ?? conditions.map((one) => whyDayOff(one.dueOn, { what: 'condition', from: on, to: null, reason: 'a condition is due from the decision on' })).find((why) => why !== undefined)
  if (off || outcome === 'rejected') return off
  const unseen = unreviewed(edition.criteria, reviews.map(({ looked }) => looked))
  if (unseen.length > 0) return refuse({ code: 'criteria_unreviewed', values: { found: unseen.join(', '), name, edition: edition.no } } as const)
  const covered = conditions.flatMap(({ covers }) => covers)
  const missing = covered.find((defectId) => !defects.some((one) => one.id === defectId))
  if (missing !== undefined) return refuse({ code: 'not_found', values: { what: 'defect', id: missing } } as const)
  const left = inTheWay(openDefects(held), new Set(covered)).map(({ no, severity }) => `defect ${no} (${severity})`)
  if (left.length === 0) return undefined
  return refuse({ code: 'defects_open', values: { found: left.slice(0, 10).join(', ') + (left.length > 10 ? ` and ${left.length - 10} more` : ''), name, expected: ', dismissed, or covered by a condition, which a critical one never is' } } as const)
}

async function withOwners(tx: Tx, conditions: Conditions): Promise<Result<readonly Owned[], Refusal<'not_found'>>> {
  const members = new Map((await readMembers(tx)).filter(({ service }) => !service).map((one) => [one.id, one.name]))
  const owned: Owned[] = []
  for (const one of conditions) {
    const owner = members.get(one.ownerId)
    if (owner === undefined) return noMember(one.ownerId)
    owned.push({ ...one, owner })
  }
  return ok(owned)
}

/** Says that a condition is met, and closes what it covers. Who makes the deliverable or owns the condition does not say it. */
export function meetCondition(db: Db, actor: Actor, id: string, conditionId: string, { version, words: given }: SaidOfVersion, now: Date): Promise<Result<string, Past | Refusal<'reviewer_dependent'>>> {
  return writeAs<Result<string, Past | Refusal<'reviewer_dependent'>>>(db, actor, 'governance.meet-condition', async (tx, record) => {
    const held = await heldDeliverable(tx, id, version)
    if (!held.ok) return held
    const { row, edition, defects, decisions, conditions } = held.value
    const condition = conditions.find((one) => one.id === conditionId)
    if (!condition) return refuse({ code: 'not_found', values: { what: 'condition', id: conditionId } })
    const unfit = whyNotMet(held.value, condition, actor)
    if (unfit) return unfit
    const words = given.trim()
    await updateCondition(tx, conditionId, { by: actor.name, at: now.toISOString(), words })
    const closed = openDefects({ defects }).filter((one) => condition.covers.includes(one.id)).map((one) => one.id)
    await updateDefects(tx, closed, { state: 'closed' })
    const ofEdition = new Set(decisions.filter(({ edition_id }) => edition_id === edition.id).map((one) => one.id))
    const conditionsLeft = conditions.filter((one) => ofEdition.has(one.decision_id) && !one.met && one.id !== conditionId).length
    await updateDeliverable(tx, id, row.state === 'conditional' ? { state: deliverableState({ withdrawn: false, agreed: true, reviewedSince: false, last: 'accepted_with_conditions', conditionsLeft }) } : {})
    await record({ room: 'governance', kind: 'deliverable', id, before: { condition: condition.words, met: false }, after: { condition: condition.words, met: true, words, closed: numbersOf(defects, closed) } })
    return ok(id)
  })
}

/** Opens a deliverable again from which a defect escaped: the criteria go over to a new edition and are agreed anew; the acceptance before stands. */
export function reopenDeliverable(db: Db, actor: Actor, id: string, { version, words: given }: SaidOfVersion, now: Date): Promise<Result<string, Past>> {
  return writeAs<Result<string, Past>>(db, actor, 'governance.reopen-deliverable', async (tx, record) => {
    const held = await heldDeliverable(tx, id, version)
    if (!held.ok) return held
    const { row, edition } = held.value
    const past = whyElsewhere(held.value, ['accepted', 'conditional'], 'accepted')
    if (past) return past
    if (!openDefects(held.value).some(({ review_id, edition_id }) => review_id === null && edition_id === edition.id)) return over('deliverable', 'accepted, and no open defect was found of it since', 'accepted, with an open defect that was found since')
    const [no, because] = [edition.no + 1, given.trim()]
    await insertEdition(tx, { org_id: actor.orgId, id: newId(), deliverable_id: id, no, because, opened_by: actor.name, opened_at: now.toISOString(), criteria: edition.criteria })
    await updateDeliverable(tx, id, { state: 'planned', edition_no: no })
    await record({ room: 'governance', kind: 'deliverable', id, before: { edition: edition.no, state: row.state }, after: { edition: no, state: 'planned' }, why: because })
    return ok(id)
  })
}
