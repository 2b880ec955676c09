import { ok } from '@throughline/engine/kernel'
import { serveThread } from './thread.ts'

/** For tests: counts up to a number, or until it is cancelled; deaf to it where told so. */
await serveThread<{ upTo: number; deaf?: boolean }>(async ({ upTo, deaf }, { progress, cancelled }) => {
  let count = 0
  while (count < upTo && (deaf || !cancelled())) {
    count += 1
    if (count % 1_000 === 0) progress({ done: count, total: upTo })
    if (count === 50_000) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return ok({ count })
})
