import type { NewCapability, NewServiceNeed } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { offered, type Unoffered } from '../offered.ts'
import type { ReadObjectives } from '../sources.ts'
import { insertCapability, insertNeed } from '../store.ts'

/** Judges what a service that is offered is able to do in an area; what was judged before stays in the history. */
export function judgeCapability(db: Db, actor: Actor, { serviceId, area, level, reason }: NewCapability, now: Date): Promise<Result<object, Unoffered>> {
  return writeAs<Result<object, Unoffered>>(db, actor, 'governance.judge-service', async (tx, record) => {
    const found = await offered(tx, serviceId)
    if (!found.ok) return found
    const id = newId()
    await insertCapability(tx, { org_id: actor.orgId, id, service_id: serviceId, area, level, reason: reason.trim(), given_by: actor.name, given_at: now.toISOString() })
    await record({ room: 'governance', kind: 'service_capability', id, before: null, after: { service: found.value.edition.said.name, area, level }, why: reason.trim() })
    return ok({})
  })
}

/** Says what an objective in force needs of the PMO in an area. */
export function stateNeed(db: Db, actor: Actor, { objectiveId, area, level, reason }: NewServiceNeed, { now, readObjectives }: { readonly now: Date; readonly readObjectives: ReadObjectives }): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'governance.state-service-need', async (tx, record) => {
    const objective = (await readObjectives(tx)).objectives.find((one) => one.id === objectiveId)
    if (!objective) return refuse({ code: 'not_found', values: { what: 'objective', id: objectiveId } })
    const id = newId()
    await insertNeed(tx, { org_id: actor.orgId, id, objective_id: objectiveId, area, level, reason: reason.trim(), given_by: actor.name, given_at: now.toISOString() })
    await record({ room: 'governance', kind: 'service_need', id, before: null, after: { objective: objective.statement, area, level }, why: reason.trim() })
    return ok({})
  })
}
