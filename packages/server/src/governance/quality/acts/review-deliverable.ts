import type { CriteriaAgreement, FoundDefect, NewQualityReview, SaidOfVersion } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { criterionOf, deliverableState } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../notifications/index.ts'
import type { ReadTeams } from '../../services/index.ts'
import { acceptedBy, heldDeliverable, type Held } from '../held.ts'
import { elsewhere, over, whyDayOff, whyDependent, whyElsewhere, whyMaker, whyUnsound } from '../refusals.ts'
import { insertDefects, insertReview, updateDefects, updateDeliverable, updateEdition, type StoredEdition } from '../store.ts'

type Past = Refusal<'not_found' | 'version_moved' | 'review_over'>
const dayOf = (now: Date): string => now.toISOString().slice(0, 10)

/** Agrees the criteria of the newest edition, before it is reviewed. Who makes the deliverable does not. */
export function agreeCriteria(db: Db, actor: Actor, id: string, { version, on }: CriteriaAgreement, now: Date): Promise<Result<string, Past | Refusal<'quality_criteria_unsound' | 'reviewer_dependent' | 'day_off'>>> {
  return writeAs<Result<string, Past | Refusal<'quality_criteria_unsound' | 'reviewer_dependent' | 'day_off'>>>(db, actor, 'governance.agree-criteria', async (tx, record) => {
    const held = await heldDeliverable(tx, id, version)
    if (!held.ok) return held
    const { edition } = held.value
    const before = acceptedBy(held.value)?.accepted_on ?? null
    const unfit = whyElsewhere(held.value, ['planned'], 'without agreed criteria') ?? whyMaker(held.value, actor, 'agree the criteria of') ?? whyUnsound(edition.criteria, true) ?? whyDayOff(on, { what: 'agreement', from: before, to: dayOf(now), reason: 'the edition before was accepted then' })
    if (unfit) return unfit
    await updateEdition(tx, edition.id, { agreed: { by: actor.name, on } })
    await updateDeliverable(tx, id, { state: 'agreed' })
    await record({ room: 'governance', kind: 'deliverable', id, before: { agreed: null }, after: { edition: edition.no, agreed: on, criteria: edition.criteria.map(({ code }) => code) } })
    return ok(id)
  })
}

type Unreviewed = Past | Refusal<'criterion_unknown' | 'reviewer_dependent' | 'day_off'>

/** Codes as the edition has them; refused for one that it does not have. */
function codesOf({ criteria, no }: StoredEdition, name: string, given: readonly string[]): Result<readonly string[], Refusal<'criterion_unknown'>> {
  const codes: string[] = []
  for (const one of given) {
    const found = criterionOf(criteria, one)
    if (!found) return refuse({ code: 'criterion_unknown', values: { found: one, name, edition: no, expected: criteria.map(({ code }) => code).join(', ') } })
    codes.push(found.code)
  }
  return ok(codes)
}

/** Refused for what a review names as corrected and nobody says is, or what it names twice: it would be closed and open. */
function whyUncorrected({ defects }: Held, ids: readonly string[]): ReturnType<typeof over> | Result<never, Refusal<'not_found'>> | undefined {
  for (const [place, id] of ids.entries()) {
    const found = defects.find((one) => one.id === id)
    if (!found) return refuse({ code: 'not_found', values: { what: 'defect', id } })
    if (found.state !== 'corrected') return over(`defect ${found.no}`, found.state, 'corrected')
    if (ids.indexOf(id) !== place) return over(`defect ${found.no}`, 'named twice', 'named once')
  }
  return undefined
}

/** Records a review that one made oneself: the defects that it found, and which of those that are said to be corrected are. */
export function recordReview(db: Db, actor: Actor, id: string, given: NewQualityReview, { now, readTeams }: { readonly now: Date; readonly readTeams: ReadTeams }): Promise<Result<string, Unreviewed>> {
  return writeAs<Result<string, Unreviewed>>(db, actor, 'governance.review-deliverable', async (tx, record) => {
    const held = await heldDeliverable(tx, id, given.version)
    if (!held.ok) return held
    const { row, edition, defects, decisions } = held.value
    const past = whyElsewhere(held.value, ['agreed', 'reviewed', 'rejected'], 'with agreed criteria and not accepted') ?? (await whyDependent(tx, readTeams, held.value, actor, given.method))
    if (past) return past
    const looked = codesOf(edition, row.name, given.looked)
    const found = codesOf(edition, row.name, given.defects.map(({ criterion }) => criterion))
    if (!looked.ok) return looked
    if (!found.ok) return found
    const last = decisions.find(({ edition_id }) => edition_id === edition.id)
    const from = last && last.decided_on > (edition.agreed?.on ?? '') ? last.decided_on : (edition.agreed?.on ?? null)
    const wrong = whyUncorrected(held.value, given.checked.map(({ defectId }) => defectId)) ?? whyDayOff(given.on, { what: 'review', from, to: dayOf(now), reason: last ? 'its criteria were agreed, and it was rejected, before' : 'its criteria are agreed before it is reviewed' })
    if (wrong) return wrong
    const [reviewId, at, words, first] = [newId(), now.toISOString(), given.words.trim(), Math.max(0, ...defects.map(({ no }) => no)) + 1]
    const codes = [...new Set([...looked.value, ...found.value])]
    await insertReview(tx, { org_id: actor.orgId, id: reviewId, deliverable_id: id, edition_id: edition.id, method: given.method, reviewed_on: given.on, reviewer_id: actor.accountId, reviewer: actor.name, words, looked: codes, recorded_at: at })
    await insertDefects(tx, given.defects.map(({ severity, words: said }, place) => ({ org_id: actor.orgId, id: newId(), deliverable_id: id, edition_id: edition.id, no: first + place, criterion: found.value[place] ?? null, severity, found_on: given.on, review_id: reviewId, words: said.trim(), found_by: actor.name, recorded_at: at })))
    for (const confirmed of [true, false]) await updateDefects(tx, given.checked.filter((one) => one.confirmed === confirmed).map(({ defectId }) => defectId), { state: confirmed ? 'closed' : 'open' })
    await updateDeliverable(tx, id, { state: deliverableState({ withdrawn: false, agreed: true, reviewedSince: true, last: last?.outcome ?? null, conditionsLeft: 0 }) })
    const checked = given.checked.map(({ defectId, confirmed }) => `${defects.find((one) => one.id === defectId)?.no ?? ''} ${confirmed ? 'closed' : 'open'}`)
    await record({ room: 'governance', kind: 'deliverable', id, before: null, after: { edition: edition.no, review: given.method, on: given.on, words, looked: codes, defects: given.defects.map(({ severity, words: said }, place) => ({ no: first + place, criterion: found.value[place] ?? null, severity, words: said.trim() })), checked } })
    return ok(id)
  })
}

/** Reports a defect that was found after acceptance; its owner and its authors are told. */
export function reportDefect(db: Db, actor: Actor, id: string, { version, on, criterion, severity, words: given }: FoundDefect, now: Date): Promise<Result<string, Past | Refusal<'criterion_unknown' | 'day_off'>>> {
  return writeAs<Result<string, Past | Refusal<'criterion_unknown' | 'day_off'>>>(db, actor, 'governance.report-defect', async (tx, record) => {
    const held = await heldDeliverable(tx, id, version)
    if (!held.ok) return held
    const { row, editions, defects } = held.value
    const first = editions.findLast(({ accepted_on }) => accepted_on !== null)
    if (!first) return elsewhere(held.value, 'accepted; before that, defects are those of a review')
    const off = whyDayOff(on, { what: 'defect', from: first.accepted_on, to: dayOf(now), reason: 'what was found before acceptance is a defect of a review' })
    const edition = acceptedBy(held.value, on)
    if (off || !edition) return off ?? over('deliverable', 'not accepted on that day', 'accepted')
    const codes = criterion === null ? ok([]) : codesOf(edition, row.name, [criterion])
    if (!codes.ok) return codes
    const [no, words] = [Math.max(0, ...defects.map((one) => one.no)) + 1, given.trim()]
    await insertDefects(tx, [{ org_id: actor.orgId, id: newId(), deliverable_id: id, edition_id: edition.id, no, criterion: codes.value[0] ?? null, severity, found_on: on, review_id: null, words, found_by: actor.name, recorded_at: now.toISOString() }])
    await updateDeliverable(tx, id, {})
    await record({ room: 'governance', kind: 'deliverable', id, before: null, after: { edition: edition.no, defect: no, severity, on, words, criterion: codes.value[0] ?? null } })
    await notify(tx, actor, { reason: 'defect_escaped', to: [row.owner_id, ...row.authors.map((one) => one.id)], subject: { room: 'governance', kind: 'deliverable', id }, act: 'governance.report-defect', words })
    return ok(id)
  })
}

/** Says that a defect is none. It counts nowhere from then on, so that who makes the deliverable does not say it. */
export function dismissDefect(db: Db, actor: Actor, id: string, defectId: string, { version, words: given }: SaidOfVersion, now: Date): Promise<Result<string, Past | Refusal<'reviewer_dependent'>>> {
  return writeAs<Result<string, Past | Refusal<'reviewer_dependent'>>>(db, actor, 'governance.dismiss-defect', async (tx, record) => {
    const held = await heldDeliverable(tx, id, version)
    if (!held.ok) return held
    const defect = held.value.defects.find((one) => one.id === defectId)
    if (!defect) return refuse({ code: 'not_found', values: { what: 'defect', id: defectId } })
    const own = whyMaker(held.value, actor, 'dismiss a defect of')
    if (own) return own
    if (defect.state !== 'open' && defect.state !== 'corrected') return over(`defect ${defect.no}`, defect.state, 'open or corrected')
    const words = given.trim()
    await updateDefects(tx, [defectId], { state: 'dismissed', dismissed: { by: actor.name, at: now.toISOString(), words } })
    await updateDeliverable(tx, id, {})
    await record({ room: 'governance', kind: 'deliverable', id, before: { defect: defect.no, state: defect.state }, after: { defect: defect.no, state: 'dismissed' }, why: words })
    return ok(id)
  })
}
