import { ok } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import type { Hindered } from '../independence.ts'
import { insertRefusal } from '../store.ts'

/** Keeps who was refused as performer, by which way they depend on the team: an attempt is seen as well as what came of it. */
export const noteRefusedPerformer = (db: Db, actor: Actor, requestId: string, { performer, way }: Hindered, now: Date) =>
  writeAs(db, actor, 'governance.refuse-performer', async (tx, record) => {
    await insertRefusal(tx, { org_id: actor.orgId, id: newId(), request_id: requestId, performer_id: performer.id, performer: performer.name, way, refused_to: actor.name, refused_at: now.toISOString() })
    await record({ room: 'governance', kind: 'service_request', id: requestId, before: { refusedPerformer: null }, after: { refusedPerformer: performer.name, way } })
    return ok({})
  })
