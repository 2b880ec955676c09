import type { Result } from '@throughline/engine/kernel'
import { enterOrg, type Actor, type Db, type Tx } from '../../database/index.ts'

/**
 * Works on a file in one transaction that is no act: nothing of the organisation changes by it, so that nobody who acts meanwhile
 * waits for the reading. A refusal rolls back. The act that follows notes what was done.
 */
export async function onWorkspace<Outcome extends Result<unknown, unknown>>(db: Db, actor: Actor, perform: (tx: Tx) => Promise<Outcome>): Promise<Outcome> {
  try {
    return await db.transaction().execute(async (tx) => {
      await enterOrg(tx, actor)
      const outcome = await perform(tx)
      if (!outcome.ok) throw new RolledBack(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome as Outcome
    throw error
  }
}

/** Carries a refusal out of the transaction, so that the transaction rolls back. */
class RolledBack extends Error {
  readonly outcome: unknown
  constructor(outcome: unknown) {
    super('rolled back')
    this.outcome = outcome
  }
}
