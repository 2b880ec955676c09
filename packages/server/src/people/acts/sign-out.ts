import { ok, type Result } from '@throughline/engine/kernel'
import { writeAs, type Actor, type Db } from '../../database/index.ts'
import { deleteSession } from '../entrance-store.ts'

/** Ends the session. */
export function signOut(db: Db, actor: Actor, sessionId: string): Promise<Result<void, never>> {
  return writeAs(db, actor, 'people.sign-out', async (tx, record) => {
    await deleteSession(tx, sessionId)
    await record({ room: 'people', kind: 'session', id: sessionId, before: { accountId: actor.accountId }, after: null })
    return ok(undefined)
  })
}
