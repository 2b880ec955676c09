import type { NewConformanceEvidence, NewDeviation } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { whyEvidenceAhead } from '../../refused.ts'
import { judgeOne, ofFramework, type JudgedInitiative, type ReadStates } from '../judged.ts'
import { insertDeviation, insertEvidence, readDeviations, readEvidence, takeEvidenceAway } from '../store.ts'

type Unfollowed = Refusal<'not_found' | 'framework_unfollowed'>
type Unknown = Unfollowed | Refusal<'element_unknown'>
type When = { readonly now: Date; readonly readStates: ReadStates }

/** Gives an artefact or an event that shows an element of what an initiative follows today. */
export function addEvidence(db: Db, actor: Actor, initiativeId: string, { key: given, kind, on, words, link }: NewConformanceEvidence, { now, readStates }: When): Promise<Result<object, Unknown | Refusal<'evidence_ahead'>>> {
  return writeAs<Result<object, Unknown | Refusal<'evidence_ahead'>>>(db, actor, 'governance.show-element', async (tx, record) => {
    const found = await judgeOne(tx, readStates, initiativeId, now.toISOString().slice(0, 10))
    if (!found.ok) return found
    const key = keyOf(found.value, given)
    if (!key.ok) return key
    const ahead = whyEvidenceAhead(on, now)
    if (ahead) return ahead
    const [id, said] = [newId(), words.trim()]
    await insertEvidence(tx, { org_id: actor.orgId, id, initiative_id: initiativeId, element_key: key.value, kind, shown_on: on, words: said, link, given_by: actor.name, given_at: now.toISOString() })
    await record({ room: 'governance', kind: 'conformance_evidence', id, before: null, after: { initiative: found.value.initiative.name, element: key.value, kind, on, words: said, link } })
    return ok({})
  })
}

/** Takes evidence away that was given by mistake. */
export function removeEvidence(db: Db, actor: Actor, initiativeId: string, id: string, { now, readStates }: When): Promise<Result<object, Unfollowed>> {
  return writeAs<Result<object, Unfollowed>>(db, actor, 'governance.take-evidence-away', async (tx, record) => {
    const followed = await judgeOne(tx, readStates, initiativeId, now.toISOString().slice(0, 10))
    if (!followed.ok) return followed
    const found = (await readEvidence(tx, [initiativeId])).find((one) => one.id === id)
    if (!found) return refuse({ code: 'not_found', values: { what: 'evidence', id } })
    await takeEvidenceAway(tx, id, now.toISOString())
    await record({ room: 'governance', kind: 'conformance_evidence', id, before: { element: found.element_key, on: found.shown_on, words: found.words }, after: null })
    return ok({})
  })
}

type Unasked = Unknown | Refusal<'term_unsound' | 'deviation_there'>
/** Asks not to do an element of what an initiative follows today; it counts once somebody else has approved it. */
export function askDeviation(db: Db, actor: Actor, initiativeId: string, { key: given, reason, until = null }: NewDeviation, { now, readStates }: When): Promise<Result<object, Unasked>> {
  return writeAs<Result<object, Unasked>>(db, actor, 'governance.ask-deviation', async (tx, record) => {
    const found = await judgeOne(tx, readStates, initiativeId, now.toISOString().slice(0, 10))
    if (!found.ok) return found
    const key = keyOf(found.value, given)
    if (!key.ok) return key
    const today = now.toISOString().slice(0, 10)
    if (until !== null && until < today) return refuse({ code: 'term_unsound', values: { found: until, expected: `a day from ${today} on: what is over is asked for by nobody` } })
    const there = ofFramework(await readDeviations(tx, [initiativeId]), found.value.adoption.framework_id).find((one) => one.state === 'waiting' && one.element_key === key.value)
    if (there) return refuse({ code: 'deviation_there', values: { key: key.value, by: there.asked_by, at: there.asked_at.slice(0, 10) } })
    const [id, why] = [newId(), reason.trim()]
    await insertDeviation(tx, { org_id: actor.orgId, id, initiative_id: initiativeId, element_key: key.value, reason: why, until, asked_by_id: actor.accountId, asked_by: actor.name, asked_at: now.toISOString() })
    await record({ room: 'governance', kind: 'conformance_deviation', id, before: null, after: { initiative: found.value.initiative.name, element: key.value, until }, why })
    return ok({})
  })
}

/** The code of an element that an initiative has to show; refused for what is advice, or of another lifecycle model. */
function keyOf({ initiative, judged }: JudgedInitiative, given: string): Result<string, Refusal<'element_unknown'>> {
  const asked = judged.filter(({ outcome }) => outcome !== 'advice').map(({ element }) => element.key)
  const found = asked.find((key) => key.toLowerCase() === given.trim().toLowerCase())
  return found === undefined ? refuse({ code: 'element_unknown', values: { found: given, initiative: initiative.name, expected: asked.join(', ') || 'advice alone' } }) : ok(found)
}
