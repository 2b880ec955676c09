import type { NewDecisionTag } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readDecisions } from '../../../governance/index.ts'
import { noValue, notInForce } from '../refusals.ts'
import { insertTag, lockValue, readTags, takeTagAway } from '../store.ts'

type Untagged = Refusal<'not_found' | 'value_against_itself' | 'value_retired' | 'decision_tagged'>

/** Says which value a decision served, once for each value, and which it went against: the decision itself stays as it was taken. */
export function tagDecision(db: Db, actor: Actor, { decisionId, servedId, against }: NewDecisionTag, now: Date): Promise<Result<object, Untagged>> {
  return writeAs<Result<object, Untagged>>(db, actor, 'strategy.tag-decision', async (tx, record) => {
    const decision = (await readDecisions(tx)).find(({ id }) => id === decisionId)
    if (!decision) return refuse({ code: 'not_found', values: { what: 'decision', id: decisionId } })
    const served = await lockValue(tx, servedId)
    if (!served) return noValue(servedId)
    if (against?.valueId === servedId) return refuse({ code: 'value_against_itself', values: { name: served.name } })
    const opposed = against ? await lockValue(tx, against.valueId) : undefined
    const unfit = notInForce(served, servedId) ?? (against ? notInForce(opposed, against.valueId) : undefined)
    if (unfit) return unfit
    const same = (await readTags(tx)).find((tag) => tag.decision_id === decisionId && tag.served_id === servedId)
    if (same) return refuse({ code: 'decision_tagged', values: { name: served.name, by: same.tagged_by, at: same.tagged_at.slice(0, 10) } })
    const [id, reason] = [newId(), against?.reason.trim() ?? '']
    await insertTag(tx, { org_id: actor.orgId, id, decision_id: decisionId, served_id: servedId, against_id: opposed?.id ?? null, reason, tagged_at: now.toISOString(), tagged_by: actor.name })
    await record({ room: 'strategy', kind: 'decision_value', id, before: null, after: { decision: decision.question, served: served.name, against: opposed?.name ?? null, reason } })
    return ok({})
  })
}

/** Takes away that a decision served a value. */
export function untagDecision(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'strategy.untag-decision', async (tx, record) => {
    const tag = (await readTags(tx)).find((one) => one.id === id)
    if (!tag) return refuse({ code: 'not_found', values: { what: 'value of a decision', id } })
    await takeTagAway(tx, id, now.toISOString())
    await record({ room: 'strategy', kind: 'decision_value', id, before: { decisionId: tag.decision_id, servedId: tag.served_id, againstId: tag.against_id }, after: null })
    return ok({})
  })
}
