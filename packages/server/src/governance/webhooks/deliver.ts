import { setTimeout as wait } from 'node:timers/promises'
import type { Db } from '../../database/index.ts'
import { reachOf, type AccountServices, type Network } from '../../people/index.ts'
import { notify } from '../notifications/index.ts'
import { pauseAfter } from './schedule.ts'
import { signedHeaders } from './sign.ts'
import { settle, takeDue, type Attempt, type Taken } from './store.ts'

export type DelivererOptions = {
  readonly db: Db
  readonly seal: AccountServices['seal']
  /** Where addresses may be: on the open internet alone, by https, or anywhere that this server reaches. */
  readonly network: Network
  readonly onError: (error: unknown) => void
  /** Messages on their way at a time. */
  readonly places?: number
  readonly pollMs?: number
}
export type Deliverer = { stop(): Promise<void> }

/** Who acts where no person does. */
const nobody = '00000000-0000-0000-0000-000000000000'
/** Longer than an attempt may take: what a server that was killed had taken, another takes then. */
const leaseSeconds = 60

/** Delivers the messages of every organisation as they become due, each at least once. */
export function startDeliverer({ places = 8, pollMs = 1_000, ...options }: DelivererOptions): Deliverer {
  const stopping = new AbortController()
  const loop = async () => {
    while (!stopping.signal.aborted) {
      const sent = await deliverDue(options, places).catch((error: unknown) => {
        options.onError(error)
        return 0
      })
      if (sent < places) await wait(pollMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const looping = loop()
  return {
    stop: async () => {
      stopping.abort()
      await looping
    },
  }
}

/** Delivers what is due by now, up to so many; tells how many were tried. */
export async function deliverDue(options: Pick<DelivererOptions, 'db' | 'seal' | 'network' | 'onError'>, wanted: number): Promise<number> {
  const taken = await takeDue(options.db, wanted, leaseSeconds)
  await Promise.all(taken.map((one) => deliver(options, one).catch(options.onError)))
  return taken.length
}

async function deliver({ db, seal, network }: Pick<DelivererOptions, 'db' | 'seal' | 'network'>, taken: Taken): Promise<void> {
  const body = JSON.stringify(taken.body)
  const secrets = [taken.secret, ...(taken.secret_before === null ? [] : [taken.secret_before])].map((kept) => seal.open(kept, `webhook ${taken.webhook_id}`))
  const headers = { 'content-type': 'application/json', 'user-agent': 'Throughline', 'content-length': String(Buffer.byteLength(body)), ...signedHeaders(taken.message_id, Math.floor(Date.now() / 1_000), body, secrets) }
  const attempt = await tried(taken, () => reachOf(network).fetch(taken.address, { method: 'POST', headers, body, redirect: 'manual' } as never))
  await settle(db, taken, attempt, (tx) =>
    notify(tx, { orgId: taken.org_id, accountId: nobody, name: taken.webhook_name }, { reason: 'webhook_failed', to: [taken.created_by], act: 'governance.webhook', words: taken.webhook_name }),
  )
}

/** A receiver takes a message by any status from 200 to 299; one that answers 410 wants no more. */
async function tried({ attempts }: Taken, send: () => Promise<Response>): Promise<Attempt> {
  const failed = (status: number | null, words: string): Attempt => ({ status, words: words.slice(0, 300), delivered: false, pause: status === 410 ? undefined : pauseAfter(attempts + 1, Math.random()) })
  try {
    const { status } = await send()
    if (status >= 200 && status < 300) return { status, words: null, delivered: true }
    return failed(status, status >= 300 && status < 400 ? `It answered ${status}; redirects are not followed.` : `It answered ${status}.`)
  } catch (error) {
    return failed(null, error instanceof Error ? error.message || error.name : String(error))
  }
}
