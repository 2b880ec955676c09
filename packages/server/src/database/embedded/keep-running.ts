import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'

/** The connection that holds the folder, as long as it is ours. */
export type Hold = {
  /** Watches no more and gives the connection that holds the folder now. */
  release(): Promise<pg.Client>
}

/**
 * Watches the connection that holds the folder. Where PostgreSQL ends though nobody here asked it to (no memory left, a kill by
 * hand), `again` starts it and takes the folder anew, until that succeeds; `onLost` hears of every attempt.
 */
export function keepRunning(first: pg.Client, again: () => Promise<pg.Client>, onLost: (error: Error) => void): Hold {
  const released = new AbortController()
  let held = first
  let mending = Promise.resolve()
  const mend = async (): Promise<void> => {
    onLost(new Error('The built-in database has ended; it is started again.'))
    for (let pauseMs = 100; !released.signal.aborted; pauseMs = Math.min(1_000, pauseMs * 2))
      try {
        held = await again()
        return watch()
      } catch (error) {
        onLost(error instanceof Error ? error : new Error(String(error)))
        await wait(pauseMs, undefined, { signal: released.signal }).catch(() => undefined)
      }
  }
  const watch = (): void => {
    held.once('end', () => {
      if (!released.signal.aborted) mending = mend()
    })
  }
  watch()
  return {
    release: async () => {
      released.abort()
      await mending
      return held
    },
  }
}
