import type { NewServiceHours, NewServiceTarget } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { hoursGiven } from '../hours.ts'
import { offered, type Unoffered } from '../offered.ts'
import { whyAhead } from '../refusals.ts'
import { insertHours, insertTarget, lockHours, takeHoursAway } from '../store.ts'

type Unrecorded = Unoffered | Refusal<'work_ahead'>

/** Records hours of a day for a service, in the class that it has now, or for none. */
export function recordHours(db: Db, actor: Actor, given: NewServiceHours, now: Date): Promise<Result<object, Unrecorded>> {
  return writeAs<Result<object, Unrecorded>>(db, actor, 'governance.record-service-hours', async (tx, record) => {
    const ahead = whyAhead(given.on, now)
    if (ahead) return ahead
    const found = given.serviceId === null ? ok(undefined) : await offered(tx, given.serviceId)
    if (!found.ok) return found
    const said = found.value?.edition.said
    const [id, words, of] = [newId(), given.words.trim(), said?.class ?? null]
    await insertHours(tx, { org_id: actor.orgId, id, ...hoursGiven(given), service_id: given.serviceId, request_id: null, class: of, words, recorded_by: actor.name, recorded_at: now.toISOString() })
    await record({ room: 'governance', kind: 'service_hours', id, before: null, after: { workedOn: given.on, service: said?.name ?? null, class: of, hours: given.hours, costMinor: given.costMinor ?? null, words } })
    return ok({})
  })
}

/** Takes hours away that were recorded by mistake. */
export function removeHours(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'governance.remove-service-hours', async (tx, record) => {
    const stored = await lockHours(tx, id)
    if (!stored) return refuse({ code: 'not_found', values: { what: 'service hours', id } })
    await takeHoursAway(tx, id, now.toISOString())
    await record({ room: 'governance', kind: 'service_hours', id, before: { workedOn: stored.worked_on, class: stored.class, hours: String(stored.hundredths / 100), costMinor: stored.cost_minor, words: stored.words }, after: null })
    return ok({})
  })
}

/** Sets which share of hours non-mandated services are to have from a day on. */
export function setTarget(db: Db, actor: Actor, { fromOn, share, reason }: NewServiceTarget, now: Date): Promise<Result<object, never>> {
  return writeAs<Result<object, never>>(db, actor, 'governance.set-service-target', async (tx, record) => {
    const id = newId()
    await insertTarget(tx, { org_id: actor.orgId, id, from_on: fromOn, share, reason: reason.trim(), set_by: actor.name, set_at: now.toISOString() })
    await record({ room: 'governance', kind: 'service_target', id, before: null, after: { fromOn, share }, why: reason.trim() })
    return ok({})
  })
}
