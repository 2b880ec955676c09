import type { Change, Tx } from '../../database/index.ts'
import { readAudience } from './store.ts'

type Written = Pick<Change, 'before' | 'after' | 'why'>

/** What an act has changed of a scenario, for its revision, with who may see it from now on. `andSeenBy`: who could until now, null where everybody could. */
export async function changeOf(tx: Tx, id: string, written: Written, andSeenBy: readonly string[] | null = []): Promise<Change> {
  const audience = andSeenBy && (await readAudience(tx, id))
  return { room: 'portfolio', kind: 'scenario', id, ...written, ...(audience === null || andSeenBy === null ? {} : { seenBy: [...audience, ...andSeenBy] }) }
}
