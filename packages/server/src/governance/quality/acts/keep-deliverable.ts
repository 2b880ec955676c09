import type { DeliverableChange, NewDeliverable, SaidOfVersion } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { isAccepted } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { findInitiatives } from '../../frameworks/index.ts'
import { noInitiative } from '../../refused.ts'
import { acceptedBy, heldDeliverable, reviewsOf } from '../held.ts'
import { findNamed, type Unnamed } from '../named.ts'
import { over, whyElsewhere, whyUnsound } from '../refusals.ts'
import { insertDeliverable, insertEdition, milestoneOf, nameTaken, updateDeliverable, updateEdition } from '../store.ts'
import { criteriaOf } from '../text.ts'

type Unkept = Unnamed | Refusal<'not_found' | 'deliverable_there' | 'quality_criteria_unsound'>
type Unchanged = Unkept | Refusal<'version_moved' | 'criteria_reviewed' | 'review_over'>

/** Adds a deliverable with its first edition; the criteria of that are still to be agreed. */
export function addDeliverable(db: Db, actor: Actor, given: NewDeliverable, now: Date): Promise<Result<string, Unkept>> {
  return writeAs<Result<string, Unkept>>(db, actor, 'governance.add-deliverable', async (tx, record) => {
    const initiative = (await findInitiatives(tx, [given.initiativeId])).get(given.initiativeId)
    if (!initiative || initiative.gone) return noInitiative(given.initiativeId)
    const [name, criteria] = [given.name.trim(), criteriaOf(given.criteria)]
    const unsound = (await whyThere(tx, initiative, name, null)) ?? whyUnsound(criteria)
    if (unsound) return unsound
    const found = await findNamed(tx, given, { initiative, today: now.toISOString().slice(0, 10) })
    if (!found.ok) return found
    const { owner = { id: given.ownerId, name: '' }, authors = [], milestone_id = null, element_key = null } = found.value
    const [id, about, { class: of, dueOn, madeHours }] = [newId(), given.about.trim(), given]
    const makers = [...new Set([owner.id, ...authors.map((one) => one.id)])]
    await insertDeliverable(tx, { org_id: actor.orgId, id, initiative_id: initiative.id, name, class: of, about, owner_id: owner.id, owner: owner.name, authors, makers, due_on: dueOn, milestone_id, element_key, made_hours: madeHours })
    await insertEdition(tx, { org_id: actor.orgId, id: newId(), deliverable_id: id, no: 1, because: '', opened_by: actor.name, opened_at: now.toISOString(), criteria })
    await record({ room: 'governance', kind: 'deliverable', id, before: null, after: { initiative: initiative.name, name, class: of, about, owner: owner.name, authors: authors.map((one) => one.name), dueOn, milestone: await milestoneName(tx, initiative.id, milestone_id), element: element_key, madeHours, criteria } })
    return ok(id)
  })
}

const milestoneName = async (tx: Tx, initiativeId: string, id: string | null): Promise<string | null> => (id === null ? null : ((await milestoneOf(tx, initiativeId, id)) ?? 'A milestone that was removed'))
const whyThere = async (tx: Tx, initiative: { readonly id: string; readonly name: string }, name: string, but: string | null) => ((await nameTaken(tx, initiative.id, name, but)) ? refuse({ code: 'deliverable_there', values: { initiative: initiative.name, name } } as const) : undefined)

/** Changes a deliverable. Other criteria are to be agreed again, and cannot be given once the edition was reviewed. */
export function changeDeliverable(db: Db, actor: Actor, id: string, { version, ...given }: DeliverableChange, now: Date): Promise<Result<string, Unchanged>> {
  return writeAs<Result<string, Unchanged>>(db, actor, 'governance.change-deliverable', async (tx, record) => {
    const held = await heldDeliverable(tx, id, version)
    if (!held.ok) return held
    const { row, edition } = held.value
    const gone = whyElsewhere(held.value, ['planned', 'agreed', 'reviewed', 'rejected', 'conditional', 'accepted'], 'not withdrawn')
    if (gone) return gone
    const initiative = { id: row.initiative_id, name: row.initiative }
    const [name, about, criteria] = [given.name?.trim(), given.about?.trim(), given.criteria && criteriaOf(given.criteria)]
    const unsound = (name === undefined ? undefined : await whyThere(tx, initiative, name, id)) ?? whyUnsound(criteria ?? [])
    if (unsound) return unsound
    const others = criteria !== undefined && JSON.stringify(criteria) !== JSON.stringify(edition.criteria.map(({ code, says, measuredBy, threshold }) => ({ code, says, measuredBy, threshold })))
    if (others && (reviewsOf(held.value).length > 0 || isAccepted(row.state))) return refuse({ code: 'criteria_reviewed', values: { name: row.name, edition: edition.no } })
    const found = await findNamed(tx, given, { initiative, today: now.toISOString().slice(0, 10) })
    if (!found.ok) return found
    const { owner, authors, ...named } = found.value
    const made = [...new Set([...row.makers, ...(owner ? [owner.id] : []), ...(authors ?? []).map((one) => one.id)])]
    const told = { name, class: given.class, about, due_on: given.dueOn, made_hours: given.madeHours }
    await updateDeliverable(tx, id, { ...told, ...named, ...(owner ? { owner_id: owner.id, owner: owner.name } : {}), ...(authors ? { authors } : {}), makers: made, ...(others ? { state: 'planned' as const } : {}) })
    if (others) await updateEdition(tx, edition.id, { criteria, agreed: null })
    const names = (all: readonly { readonly name: string }[]) => all.map((one) => one.name)
    await record({
      room: 'governance', kind: 'deliverable', id,
      before: { name: row.name, class: row.class, about: row.about, owner: row.owner, authors: names(row.authors), dueOn: row.due_on, milestone: await milestoneName(tx, row.initiative_id, row.milestone_id), element: row.element_key, madeHours: row.made_hours, criteria: edition.criteria, ...(others ? { state: row.state } : {}) },
      after: { name: name ?? row.name, class: given.class ?? row.class, about: about ?? row.about, owner: owner?.name ?? row.owner, authors: names(authors ?? row.authors), dueOn: given.dueOn ?? row.due_on, milestone: await milestoneName(tx, row.initiative_id, named.milestone_id === undefined ? row.milestone_id : named.milestone_id), element: named.element_key === undefined ? row.element_key : named.element_key, madeHours: given.madeHours === undefined ? row.made_hours : given.madeHours, criteria: criteria ?? edition.criteria, ...(others ? { state: 'planned' } : {}) },
    })
    return ok(id)
  })
}

/** Withdraws a deliverable that was never accepted; what was reviewed of it stays in the record. */
export function withdrawDeliverable(db: Db, actor: Actor, id: string, { version, words }: SaidOfVersion, now: Date): Promise<Result<string, Refusal<'not_found' | 'version_moved' | 'review_over'>>> {
  return writeAs<Result<string, Refusal<'not_found' | 'version_moved' | 'review_over'>>>(db, actor, 'governance.withdraw-deliverable', async (tx, record) => {
    const held = await heldDeliverable(tx, id, version)
    if (!held.ok) return held
    if (acceptedBy(held.value)) return over('deliverable', 'accepted in an edition', 'never accepted')
    const past = whyElsewhere(held.value, ['planned', 'agreed', 'reviewed', 'rejected'], 'not withdrawn')
    if (past) return past
    await updateDeliverable(tx, id, { state: 'withdrawn', withdrawn: { by: actor.name, at: now.toISOString(), words: words.trim() } })
    await record({ room: 'governance', kind: 'deliverable', id, before: { state: held.value.row.state }, after: { state: 'withdrawn' }, why: words.trim() })
    return ok(id)
  })
}
