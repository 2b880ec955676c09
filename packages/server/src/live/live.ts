import { setTimeout as wait } from 'node:timers/promises'
import type { Db, Login } from '../database/index.ts'
import { stillStands } from '../people/index.ts'
import { fanOut, type FanOut, type Listener } from './fan-out.ts'
import { hear } from './hear.ts'

export type LiveOptions = {
  readonly db: Db
  /** The server's login, for the one connection that listens. */
  readonly login: Login
  readonly onError: (error: unknown) => void
  readonly now?: () => Date
  readonly heartbeatMs?: number
  readonly pingMs?: number
}

/** What happens in the organisations, for those who listen on this server, whichever server it happened on. */
export type Live = Pick<FanOut, 'add' | 'end'> & {
  readonly heartbeatMs: number
  /** Settles once what is written is heard, or after some seconds in which the database cannot be listened to. */
  readonly standing: Promise<void>
  /** Ends the stream of a listener whose session or token is over. */
  recheck(listener: Listener): Promise<void>
  /** How many listen. */
  count(): number
  /** Ends every stream and stops listening. */
  stop(): Promise<void>
}

/** How long a reader of the stream is kept from its greeting while the database cannot be listened to. */
const patienceMs = 5_000

/** Starts listening to what is written. */
export function startLive({ db, login, onError, now = () => new Date(), heartbeatMs = 20_000, pingMs }: LiveOptions): Live {
  const stopping = new AbortController()
  const recheck = async (listener: Listener): Promise<void> => {
    const { orgId, accountId, credential, stream } = listener
    if (await stillStands(db, { orgId, accountId }, credential, now())) return
    stream.send('over', { because: 'signed_out' })
    stream.end()
  }
  // While the database is away nobody can be asked; the next heartbeat asks again.
  const fan = fanOut((listener) => void recheck(listener).catch(onError))
  const stands = Promise.withResolvers<void>()
  const onStanding = (): void => {
    stands.resolve()
    // whoever listened before heard nothing of what was said meanwhile
    fan.missed()
  }
  const hearing = hear({ login, onHeard: fan.deliver, onStanding, onError, stopping: stopping.signal, ...(pingMs === undefined ? {} : { pingMs }) })
  return {
    add: fan.add,
    end: fan.end,
    count: fan.count,
    heartbeatMs,
    standing: Promise.race([stands.promise, wait(patienceMs, undefined, { ref: false })]),
    recheck: (listener) => recheck(listener).catch(onError),
    stop: async () => {
      fan.end()
      stopping.abort()
      await hearing
    },
  }
}
