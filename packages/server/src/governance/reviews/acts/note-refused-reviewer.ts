import { ok } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import type { Hindered } from '../../services/index.ts'
import { insertRefusedReviewer } from '../store.ts'

/** Keeps who was refused as reviewer of an initiative, by which way they depend on its team: an attempt is seen as well as what came of it. */
export const noteRefusedReviewer = (db: Db, actor: Actor, initiativeId: string, { performer, way }: Hindered, now: Date) =>
  writeAs(db, actor, 'governance.refuse-reviewer', async (tx, record) => {
    const id = newId()
    await insertRefusedReviewer(tx, { org_id: actor.orgId, id, initiative_id: initiativeId, reviewer: performer.name, way, refused_to: actor.name, refused_at: now.toISOString() })
    await record({ room: 'governance', kind: 'refused_reviewer', id, before: null, after: { refusedReviewer: performer.name, way } })
    return ok({})
  })
