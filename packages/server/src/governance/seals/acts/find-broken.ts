import type { Seal } from '@throughline/contract/governance'
import { ok, refuse } from '@throughline/engine/kernel'
import { writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../notifications/index.ts'
import { insertAlarm, readAdministrators } from '../store.ts'

/** Raises the alarm of a seal that does not read the same any more: noted for good, and told to every administrator, once for what it was found to be. */
export const findBroken = (db: Db, actor: Actor, { id, title, digest }: Seal, found: string) =>
  writeAs(db, actor, 'governance.find-seal-broken', async (tx, record) => {
    if (!(await insertAlarm(tx, actor.orgId, id, found))) return refuse('noted before')
    await record({ room: 'governance', kind: 'seal', id, before: { digest }, after: { digest: found } })
    // Told by nobody, so that whoever asked for the check is told as well.
    await notify(tx, { orgId: actor.orgId, accountId: '00000000-0000-0000-0000-000000000000', name: 'Throughline' }, { reason: 'seal_broken', to: await readAdministrators(tx), act: 'governance.find-seal-broken', words: title })
    return ok(undefined)
  })
