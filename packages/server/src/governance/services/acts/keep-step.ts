import type { NewServiceStep, ServiceStepChange } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import type { CapabilityArea } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { readMembers } from '../../../people/index.ts'
import { notify } from '../../notifications/index.ts'
import { noInitiative, noMember } from '../../refused.ts'
import { offered, type Unoffered } from '../offered.ts'
import { whyRetired } from '../refusals.ts'
import { initiativeNames, insertStep, lockService, lockStep, readCapabilities, readSteps, updateStep, type StoredStep } from '../store.ts'

type Unfit = Refusal<'not_found' | 'step_there' | 'step_past'>
type Moved = Refusal<'not_found' | 'version_moved' | 'step_past'>
type Retired = NonNullable<ReturnType<typeof whyRetired>>
type Place = { readonly serviceId: string; readonly name: string; readonly area: CapabilityArea; readonly toLevel: number }

/** Plans a step that lifts a service in an area to a level until a day. Who owns it is told. */
export function planStep(db: Db, actor: Actor, given: NewServiceStep): Promise<Result<object, Unoffered | Unfit>> {
  return writeAs<Result<object, Unoffered | Unfit>>(db, actor, 'governance.plan-service-step', async (tx, record) => {
    const { serviceId, area, toLevel, dueOn, ownerId, initiativeId } = given
    const found = await offered(tx, serviceId)
    if (!found.ok) return found
    const name = found.value.edition.said.name
    const unfit = await whyUnfit(tx, { serviceId, name, area, toLevel })
    if (unfit) return unfit
    const named = await namesIn(tx, ownerId, initiativeId)
    if (!named.ok) return named
    const [id, words] = [newId(), given.words.trim()]
    await insertStep(tx, { org_id: actor.orgId, id, service_id: serviceId, area, to_level: toLevel, due_on: dueOn, owner_id: ownerId, owner: named.value.owner, initiative_id: initiativeId, words })
    await record({ room: 'governance', kind: 'service_step', id, before: null, after: { service: name, area, toLevel, dueOn, ...named.value, words } })
    await notify(tx, actor, { reason: 'service_given', to: [ownerId], subject: { room: 'governance', kind: 'pmo_service', id: serviceId }, act: 'governance.plan-service-step', words: words === '' ? `${area} to level ${toLevel} by ${dueOn}` : words })
    return ok({})
  })
}

/** Changes a step that is still to come; refused where its service was retired: it is given up, or planned for another. */
export function changeStep(db: Db, actor: Actor, id: string, { version, ...change }: ServiceStepChange): Promise<Result<object, Moved | Unfit | Refusal<'service_retired'>>> {
  return writeAs<Result<object, Moved | Unfit | Refusal<'service_retired'>>>(db, actor, 'governance.change-service-step', async (tx, record) => {
    const found = await ahead(tx, id, version)
    if (!found.ok) return found
    const { step, name, retired } = found.value
    if (retired) return retired
    const toLevel = change.toLevel ?? step.to_level
    const unfit = toLevel === step.to_level ? undefined : await whyUnfit(tx, { serviceId: step.service_id, name, area: step.area, toLevel })
    if (unfit) return unfit
    const [ownerId, initiativeId] = [change.ownerId ?? step.owner_id, change.initiativeId === undefined ? step.initiative_id : change.initiativeId]
    // Who has left keeps what is theirs until somebody else is named.
    const named = await namesIn(tx, change.ownerId === undefined ? { kept: step.owner } : ownerId, change.initiativeId === undefined ? null : initiativeId)
    if (!named.ok) return named
    const [dueOn, words] = [change.dueOn ?? step.due_on, change.words?.trim() ?? step.words]
    await updateStep(tx, id, { to_level: toLevel, due_on: dueOn, owner_id: ownerId, owner: named.value.owner, initiative_id: initiativeId, words })
    await record({ room: 'governance', kind: 'service_step', id, before: { toLevel: step.to_level, dueOn: step.due_on, owner: step.owner, initiativeId: step.initiative_id, words: step.words }, after: { toLevel, dueOn, owner: named.value.owner, initiativeId, words } })
    return ok({})
  })
}

/** Gives a step up, with the reason. */
export function dropStep(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<object, Moved>> {
  return writeAs<Result<object, Moved>>(db, actor, 'governance.drop-service-step', async (tx, record) => {
    const found = await ahead(tx, id, version)
    if (!found.ok) return found
    const words = reason.trim()
    await updateStep(tx, id, { dropped: { by: actor.name, at: now.toISOString(), words } })
    await record({ room: 'governance', kind: 'service_step', id, before: { dropped: false }, after: { dropped: true }, why: words })
    return ok({})
  })
}

/** A step in the version that was seen, held until the act ends; refused for one that was given up or reached. */
async function ahead(tx: Tx, id: string, version: number): Promise<Result<{ readonly step: StoredStep; readonly name: string; readonly retired: Retired | undefined }, Moved>> {
  const found = await expectVersion(tx, await lockStep(tx, id), { room: 'governance', kind: 'service_step', id, version })
  if (!found.ok) return found
  const step = found.value
  const service = await lockService(tx, step.service_id)
  const name = service?.said.name ?? ''
  const place = { serviceId: step.service_id, name, area: step.area, toLevel: step.to_level }
  if (step.dropped) return refuse(past(place, 'given up'))
  return (await isReached(tx, place)) ? refuse(past(place, 'reached')) : ok({ step, name, retired: service && whyRetired(service) })
}

/** Refused where the level is planned or reached already. Its service is held, so that nobody plans the same meanwhile. */
async function whyUnfit(tx: Tx, place: Place) {
  const there = (await readSteps(tx)).find((one) => one.dropped === null && one.service_id === place.serviceId && one.area === place.area && one.to_level === place.toLevel)
  if (await isReached(tx, place)) return refuse(past(place, 'reached'))
  return there && refuse({ code: 'step_there', values: { name: place.name, area: place.area, level: place.toLevel, due: there.due_on } } as const)
}

const past = ({ name, area, toLevel }: Place, found: string) => ({ code: 'step_past', values: { name, area, level: toLevel, found } }) as const
const isReached = async (tx: Tx, { serviceId, area, toLevel }: Place): Promise<boolean> => (await readCapabilities(tx)).some((one) => one.service_id === serviceId && one.area === area && one.level >= toLevel)

/** What the owner and the initiative are called; refused where one of them is not there. */
async function namesIn(tx: Tx, owner: string | { readonly kept: string }, initiativeId: string | null): Promise<Result<{ readonly owner: string; readonly initiative: string | null }, Refusal<'not_found'>>> {
  const name = typeof owner === 'string' ? (await readMembers(tx)).find((one) => one.id === owner && !one.service)?.name : owner.kept
  if (name === undefined) return noMember(typeof owner === 'string' ? owner : '')
  if (initiativeId === null) return ok({ owner: name, initiative: null })
  const initiative = (await initiativeNames(tx, [initiativeId], true)).get(initiativeId)
  return initiative === undefined ? noInitiative(initiativeId) : ok({ owner: name, initiative })
}
