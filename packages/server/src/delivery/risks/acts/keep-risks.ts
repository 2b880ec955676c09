import type { DeliveryRefusal, NewRisk, RiskChange, RiskReview } from '@throughline/contract/delivery'
import type { Refusal } from '@throughline/contract/wire'
import { emptyRisk, riskFaults, riskWith, sameEstimate, type RiskFacts } from '@throughline/engine/delivery'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { lockInitiative } from '../../../demand/index.ts'
import { withAmounts } from '../from-wire.ts'
import { keyTaken, nextKey, notThere, whyBlind, whyUnsound } from '../refusals.ts'
import { insertEstimates, insertRisks, lockRisk, readDrawdowns, readEstimates, readIssues, readRisksOf, removeFromRegister, riskOf, updateRisks, drawdownOf } from '../store.ts'
import { toldRisk } from '../told.ts'
import { standingDrawdowns } from '@throughline/engine/governance'

type Wrong = DeliveryRefusal | Refusal<'not_found' | 'version_moved' | 'amounts_withheld'>
type Clock = { readonly now: Date; readonly today: string }

const sameKey = (key: string, other: string): boolean => key.toLowerCase() === other.toLowerCase()
const taken = (others: readonly RiskFacts[], after: { readonly key: string }) => {
  const same = others.find(({ key }) => sameKey(key, after.key))
  return same && keyTaken(same)
}

/** Records a risk of an initiative, under the key that is given or the next free one. Its first estimate is of the day on which it was identified. */
export function addRisk(db: Db, actor: Actor, initiativeId: string, given: NewRisk, { now, today }: Clock): Promise<Result<string, Wrong>> {
  return writeAs<Result<string, Wrong>>(db, actor, 'delivery.add-risk', async (tx, record) => {
    if (!(await lockInitiative(tx, initiativeId))) return notThere('initiative', initiativeId)
    const others = (await readRisksOf(tx, initiativeId)).map(riskOf)
    const after: RiskFacts = { id: newId(), ...riskWith({ ...emptyRisk(today), key: nextKey('R', others), title: given.title }, withAmounts(given)) }
    const refusal = whyBlind(actor, [given]) ?? taken(others, after) ?? whyUnsound(riskFaults(after, today))
    if (refusal) return refusal
    await insertRisks(tx, initiativeId, [after])
    await insertEstimates(tx, actor.orgId, [{ risk_id: after.id, on_day: after.identifiedOn, occasion: 'registered', words: '', given_by: actor.name, given_at: now.toISOString(), of: after }])
    await record({ room: 'delivery', kind: 'risk', id: after.id, before: null, after: toldRisk(after) })
    return ok(after.id)
  })
}

/** Changes what is said of a risk; another estimate is kept beside those before. */
export function changeRisk(db: Db, actor: Actor, id: string, { version, ...given }: RiskChange, { now, today }: Clock): Promise<Result<string, Wrong>> {
  return writeAs<Result<string, Wrong>>(db, actor, 'delivery.change-risk', async (tx, record) => {
    const current = await expectVersion(tx, await lockRisk(tx, id), { room: 'delivery', kind: 'risk', id, version })
    if (!current.ok) return current
    const before = riskOf(current.value)
    const after: RiskFacts = { id, ...riskWith(before, withAmounts(given)) }
    const others = (await readRisksOf(tx, current.value.initiative_id)).filter((one) => one.id !== id).map(riskOf)
    const refusal = whyBlind(actor, [given]) ?? taken(others, after) ?? whyUnsound(riskFaults(after, today))
    if (refusal) return refusal
    await updateRisks(tx, [after])
    if (!sameEstimate(before, after)) await insertEstimates(tx, actor.orgId, [{ risk_id: id, on_day: today, occasion: 'changed', words: '', given_by: actor.name, given_at: now.toISOString(), of: after }])
    await record({ room: 'delivery', kind: 'risk', id, before: toldRisk(before), after: toldRisk(after) })
    return ok(id)
  })
}

/** Records that somebody looked at an open risk on a day: a review that finds nothing else is one as well. None is of a day before the last estimate, so that their order is that of their days. */
export function reviewRisk(db: Db, actor: Actor, id: string, { version, on, words, ...given }: RiskReview, { now, today }: Clock): Promise<Result<string, Wrong>> {
  return writeAs<Result<string, Wrong>>(db, actor, 'delivery.review-risk', async (tx, record) => {
    const current = await expectVersion(tx, await lockRisk(tx, id), { room: 'delivery', kind: 'risk', id, version })
    if (!current.ok) return current
    const before = riskOf(current.value)
    const after: RiskFacts = { id, ...riskWith(before, withAmounts(given)) }
    const last = (await readEstimates(tx, [id])).at(-1)?.on_day ?? before.identifiedOn
    const faults = [
      ...(before.state === 'open' ? [] : [{ field: 'state', found: before.state, expected: 'a risk that is open: what is over is not reviewed any more' }]),
      ...(on > today ? [{ field: 'on', found: on, expected: `a day until ${today}` }] : on < last ? [{ field: 'on', found: on, expected: `a day from ${last} on, when it was estimated last` }] : []),
      ...riskFaults(after, today),
    ]
    const refusal = whyBlind(actor, [given]) ?? whyUnsound(faults)
    if (refusal) return refusal
    await updateRisks(tx, [after])
    await insertEstimates(tx, actor.orgId, [{ risk_id: id, on_day: on, occasion: 'reviewed', words: words.trim(), given_by: actor.name, given_at: now.toISOString(), of: after }])
    await record({ room: 'delivery', kind: 'risk', id, before: { ...toldRisk(before), reviewedOn: null }, after: { ...toldRisk(after), reviewedOn: on }, why: words.trim() })
    return ok(id)
  })
}

/** Withdraws a risk that was recorded by mistake; what names it would hang in the air. */
export function withdrawRisk(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Wrong>> {
  return writeAs<Result<object, Wrong>>(db, actor, 'delivery.withdraw-risk', async (tx, record) => {
    const found = await lockRisk(tx, id)
    if (!found) return notThere('risk', id)
    const names = [...(await readIssues(tx, found.initiative_id)).filter(({ risk_id }) => risk_id === id).map(({ key, title }) => `${key} ${title}`), ...(await drawnFor(tx, found.initiative_id, id))]
    if (names.length > 0) return refuse({ code: 'risk_named', values: { name: `${found.key} ${found.title}`, found: `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}` } })
    await removeFromRegister(tx, 'risk', id, now.toISOString())
    await record({ room: 'delivery', kind: 'risk', id, before: toldRisk(riskOf(found)), after: null })
    return ok({})
  })
}

/** Drawdowns that stand and were for a risk or an issue. */
export const drawnFor = async (tx: Tx, initiativeId: string, id: string): Promise<readonly string[]> => standingDrawdowns((await readDrawdowns(tx, initiativeId)).map(drawdownOf)).flatMap((one) => (one.for?.id === id ? [`the drawdown of ${one.on}`] : []))
