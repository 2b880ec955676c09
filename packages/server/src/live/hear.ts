import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { clientConfig, writtenChannel, type Announcement, type Login } from '../database/index.ts'

export type Hearing = {
  readonly login: Login
  readonly onHeard: (message: Announcement) => void
  /** The connection stands, for the first time or again after it was lost: what was said before was not heard. */
  readonly onStanding: () => void
  readonly onError: (error: unknown) => void
  readonly stopping: AbortSignal
  /** How often the connection is asked for a sign of life. */
  readonly pingMs?: number
}

/** Listens on one connection to what every server writes; connects again after a loss, for as long as it takes. */
export async function hear({ login, onHeard, onStanding, onError, stopping, pingMs = 20_000 }: Hearing): Promise<void> {
  while (!stopping.aborted) {
    const client = new pg.Client(clientConfig(login, { applicationName: 'throughline live' }))
    try {
      const lost = new Promise<void>((resolve) => {
        client.on('error', () => resolve())
        client.once('end', () => resolve())
        stopping.addEventListener('abort', () => resolve(), { once: true })
      })
      await client.connect()
      client.on('notification', ({ payload = '' }) => onHeard(JSON.parse(payload) as Announcement))
      await client.query(`listen ${writtenChannel}`)
      onStanding()
      await Promise.race([lost, silence(client, pingMs, stopping)])
    } catch (error) {
      if (!stopping.aborted) onError(error)
      await wait(1_000, undefined, { signal: stopping }).catch(() => undefined)
    } finally {
      // A connection that no longer answers cannot be bidden farewell.
      await Promise.race([client.end().catch(() => undefined), wait(2_000, undefined, { ref: false })])
    }
  }
}

/** Settles when the connection gives no sign of life within the time of one question. */
async function silence(client: pg.Client, pingMs: number, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await wait(pingMs, undefined, { signal: stopping, ref: false }).catch(() => undefined)
    if (stopping.aborted) return
    const answered = await Promise.race([client.query('select 1').then(() => true, () => false), wait(10_000, false, { ref: false })])
    if (!answered) return
  }
}
