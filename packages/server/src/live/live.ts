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
  /** Ends the stream of a listener whose session or token is over. */
  recheck(listener: Listener): Promise<void>
  /** How many listen. */
  count(): number
  /** Ends every stream and stops listening. */
  stop(): Promise<void>
}

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
  const hearing = hear({ login, onHeard: fan.deliver, onBack: fan.missed, onError, stopping: stopping.signal, ...(pingMs === undefined ? {} : { pingMs }) })
  return {
    add: fan.add,
    end: fan.end,
    count: fan.count,
    heartbeatMs,
    recheck: (listener) => recheck(listener).catch(onError),
    stop: async () => {
      fan.end()
      stopping.abort()
      await hearing
    },
  }
}
