import type { ServiceUse } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { judgesOwn } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../notifications/index.ts'
import { asked } from '../asked.ts'
import { updateRequest } from '../store.ts'

type Unjudged = Refusal<'not_found' | 'version_moved' | 'request_not_yours' | 'request_over'>

/** Whoever asked says what the service was worth to them, unless they own or performed it; what they said before stays in the history, and its owner is told. */
export function judgeUse(db: Db, actor: Actor, id: string, { version, level, words: typed }: ServiceUse, now: Date): Promise<Result<object, Unjudged>> {
  return writeAs<Result<object, Unjudged>>(db, actor, 'governance.judge-service-use', async (tx, record) => {
    const found = await asked(tx, id, version)
    if (!found.ok) return found
    const { request, service, said: { name } } = found.value
    if (request.asked_by_id !== actor.accountId) return refuse({ code: 'request_not_yours', values: { name, expected: `${request.asked_by}, who asked for it,` } })
    if (request.state !== 'delivered') return refuse({ code: 'request_over', values: { name, found: request.state, expected: 'delivered' } })
    if (judgesOwn({ asker: actor.accountId, owner: service.owner_id, performer: request.performer_id })) return refuse({ code: 'request_not_yours', values: { name, expected: 'somebody who neither owns nor performed it' } })
    const words = typed.trim()
    await updateRequest(tx, id, { used: { level, by: actor.name, at: now.toISOString(), words } })
    await record({ room: 'governance', kind: 'service_request', id, before: { use: request.used?.level ?? null }, after: { use: level, words } })
    await notify(tx, actor, { reason: 'service_judged', to: [service.owner_id], subject: { room: 'governance', kind: 'pmo_service', id: service.id }, act: 'governance.judge-service-use', words: words === '' ? `of ${level} use` : words })
    return ok({})
  })
}
