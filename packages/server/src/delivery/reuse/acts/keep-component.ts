import type { ComponentChange, NewComponent } from '@throughline/contract/delivery'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { lockInitiative } from '../../../demand/index.ts'
import type { DeliverableSource } from '../deliverable-source.ts'
import { asSentence, noInitiative } from '../refusals.ts'
import { componentNamed, insertComponent, lockComponent, lockOffer, readOffers, taskOf, updateComponent, updateOffer, type StoredComponent } from '../store.ts'

type Unkept = Refusal<'not_found' | 'component_there'>
type Moved = Refusal<'not_found' | 'version_moved' | 'component_withdrawn'>
const kind = { room: 'delivery', kind: 'reuse_component' } as const

/** Says what an initiative makes that others can use. */
export function addComponent(db: Db, actor: Actor, initiativeId: string, given: NewComponent, readDeliverables: DeliverableSource): Promise<Result<object, Unkept>> {
  return writeAs<Result<object, Unkept>>(db, actor, 'delivery.add-component', async (tx, record) => {
    const initiative = await lockInitiative(tx, initiativeId)
    if (!initiative) return noInitiative(initiativeId)
    const [id, said] = [newId(), saidOf(given)]
    const unfit = await unfitOf(tx, initiative, said, { readDeliverables })
    if (unfit) return refuse(unfit)
    await insertComponent(tx, { org_id: actor.orgId, id, initiative_id: initiativeId, ...said, recorded_by: actor.name })
    await record({ ...kind, id, before: null, after: { initiative: initiative.name, ...(await told(tx, initiativeId, said, readDeliverables)) } })
    return ok({})
  })
}

/** Changes what is given of a component that stands. */
export function changeComponent(db: Db, actor: Actor, { initiativeId, id }: { readonly initiativeId: string; readonly id: string }, { version, ...change }: ComponentChange, readDeliverables: DeliverableSource): Promise<Result<object, Moved | Unkept>> {
  return writeAs<Result<object, Moved | Unkept>>(db, actor, 'delivery.change-component', async (tx, record) => {
    const initiative = await lockInitiative(tx, initiativeId)
    if (!initiative) return noInitiative(initiativeId)
    const found = await standing(tx, initiativeId, { id, version })
    if (!found.ok) return found
    const { name, kind: of, available_on: availableOn, task_id: taskId, deliverable_id: deliverableId, skills, words } = found.value
    const said = saidOf({ name, kind: of, availableOn, taskId, deliverableId, skills: [...skills], words, ...change })
    // What was named before and is gone meanwhile is in nobody’s way.
    const named = { ...said, ...(change.taskId === undefined ? { task_id: null } : {}), ...(said.deliverable_id === deliverableId ? { deliverable_id: null } : {}) }
    const unfit = await unfitOf(tx, initiative, named, { readDeliverables, except: id })
    if (unfit) return refuse(unfit)
    const before = await told(tx, initiativeId, found.value, readDeliverables)
    await updateComponent(tx, id, said)
    await record({ ...kind, id, before, after: await told(tx, initiativeId, said, readDeliverables) })
    return ok({})
  })
}

/** Withdraws a component, and what was offered of it and waits for an answer; what was accepted stays. */
export function withdrawComponent(db: Db, actor: Actor, { initiativeId, id }: { readonly initiativeId: string; readonly id: string }, { version, reason }: { readonly version: number; readonly reason: string }, today: string): Promise<Result<object, Moved>> {
  return writeAs<Result<object, Moved>>(db, actor, 'delivery.withdraw-component', async (tx, record) => {
    const found = await standing(tx, initiativeId, { id, version })
    if (!found.ok) return found
    const why = { by: actor.name, on: today, words: reason.trim() }
    await updateComponent(tx, id, { withdrawn: why })
    await record({ ...kind, id, before: { withdrawn: null }, after: { withdrawn: why.words } })
    for (const offer of (await readOffers(tx)).filter((one) => one.component_id === id && one.state === 'offered')) {
      // Somebody may have answered it since it was read: what was accepted stays.
      if ((await lockOffer(tx, offer.id))?.state !== 'offered') continue
      await updateOffer(tx, offer.id, { state: 'withdrawn', answer: why })
      await record({ room: 'delivery', kind: 'reuse_offer', id: offer.id, before: { state: 'offered' }, after: { state: 'withdrawn', words: why.words } })
    }
    return ok({})
  })
}

/** A component that was not withdrawn, in the version that was seen, held until the act ends. */
export async function standing(tx: Tx, initiativeId: string, { id, version }: { readonly id: string; readonly version?: number }): Promise<Result<StoredComponent, Moved>> {
  const stored = await lockComponent(tx, initiativeId, id)
  if (stored?.withdrawn) return refuse({ code: 'component_withdrawn', values: { name: stored.name, by: stored.withdrawn.by, on: stored.withdrawn.on, reason: asSentence(stored.withdrawn.words) } })
  return expectVersion(tx, stored, { ...kind, id, version: version ?? stored?.version ?? 0 })
}

type Columns = Pick<StoredComponent, 'name' | 'kind' | 'available_on' | 'task_id' | 'deliverable_id' | 'skills' | 'words'>
/** A deliverable goes before work: two things that tell one state could contradict each other. */
const saidOf = ({ name, kind: of, availableOn, taskId, deliverableId = null, skills, words }: NewComponent): Columns => ({ name: name.trim(), kind: of, available_on: availableOn, task_id: deliverableId === null ? taskId : null, deliverable_id: deliverableId, skills: [...new Map(skills.map((one) => [one.trim().toLowerCase(), one.trim()])).values()], words: words.trim() })
const told = async (tx: Tx, initiativeId: string, { name, kind: of, available_on: availableOn, task_id, deliverable_id, skills, words }: Columns, readDeliverables: DeliverableSource) => ({
  name, componentKind: of, availableOn, work: task_id === null ? null : ((await taskOf(tx, initiativeId, task_id)) ?? 'Work that was removed'), deliverable: deliverable_id === null ? null : ((await readDeliverables(tx, [deliverable_id]))[0]?.name ?? null), skills: [...skills], words,
})

async function unfitOf(tx: Tx, initiative: { readonly id: string; readonly name: string }, { name, task_id, deliverable_id }: Columns, { readDeliverables, except }: { readonly readDeliverables: DeliverableSource; readonly except?: string }): Promise<Unkept | undefined> {
  const other = await componentNamed(tx, initiative.id, name)
  if (other && other.id !== except) return { code: 'component_there', values: { initiative: initiative.name, name: other.name } }
  if (deliverable_id !== null && !(await readDeliverables(tx, [deliverable_id])).some((one) => one.initiativeId === initiative.id && one.state !== 'withdrawn')) return { code: 'not_found', values: { what: `deliverable of ${initiative.name} that was not withdrawn`, id: deliverable_id } }
  return task_id !== null && (await taskOf(tx, initiative.id, task_id)) === undefined ? { code: 'not_found', values: { what: `work of ${initiative.name}`, id: task_id } } : undefined
}
