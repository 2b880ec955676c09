import { repeatable, repeatAfterMs } from '@throughline/contract/wire'
import { Refused } from './refused.ts'

/** Keys of acts that were sent and not heard of, by what was asked: sent again, they are the same acts. */
const unheard = new Map<string, string>()
const mostUnheard = 100

/** A key of chance for one act. Pages over plain http have no `randomUUID`. */
const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Sends an act until it is heard of, each time under the same key, so that it is done once. Where even the last time brings no answer,
 * the key is kept: the same act, sent again by the person, is still the same.
 */
export async function sendOnce(asked: string, send: (key: string) => Promise<Response>, codeOf: (reply: Response) => Promise<string>, pause: (ms: number) => Promise<void> = wait): Promise<Response> {
  const key = unheard.get(asked) ?? newKey()
  unheard.delete(asked)
  for (let times = 0; ; times++) {
    const found = await heard(() => send(key), codeOf)
    if (found.answer) return found.answer
    const ms = repeatAfterMs[times]
    if (ms === undefined) {
      if (unheard.size < mostUnheard) unheard.set(asked, key)
      return found.last()
    }
    await pause(ms)
  }
}

type Heard = { readonly answer: Response } | { readonly answer?: undefined; last(): Response }

async function heard(send: () => Promise<Response>, codeOf: (reply: Response) => Promise<string>): Promise<Heard> {
  try {
    const reply = await send()
    return isGateway(reply) || ((reply.status === 503 || reply.status === 409) && repeatable.has(await codeOf(reply.clone()))) ? { last: () => reply } : { answer: reply }
  } catch (error) {
    if (!(error instanceof Refused) || !repeatable.has(error.problem.code)) throw error
    return {
      last: () => {
        throw error
      },
    }
  }
}

/** What stands between did not hear the server to its end. */
const isGateway = ({ status }: Response): boolean => status === 502 || status === 504

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
