import { createHash } from 'node:crypto'
import type { BreachCheck } from './strength.ts'

const mostMs = 2_000

/**
 * Asks a service that answers by ranges (the interface of Have I Been Pwned): it is told the first five of the forty hexadecimal digits of
 * the SHA-1, gives back all it has that begin so, and learns nothing of which is meant. Where it does not answer within two seconds the
 * list that comes with the server has to do.
 */
export function rangeCheck(address: string, onFailure: (reason: string) => void): BreachCheck {
  return async (password) => {
    const digits = createHash('sha1').update(password.normalize('NFKC')).digest('hex').toUpperCase()
    try {
      const reply = await fetch(`${address.replace(/\/$/, '')}/${digits.slice(0, 5)}`, { headers: { 'add-padding': 'true', 'user-agent': 'Throughline' }, signal: AbortSignal.timeout(mostMs), redirect: 'error' })
      if (!reply.ok) throw new Error(`it answered ${reply.status}`)
      return contains(await reply.text(), digits.slice(5))
    } catch (error) {
      onFailure(error instanceof Error ? error.message : String(error))
      return false
    }
  }
}

/** Lines are `<35 digits>:<times seen>`; those with no times are padding. */
export const contains = (lines: string, wanted: string): boolean =>
  lines.split('\n').some((line) => {
    const [digits, times] = line.trim().split(':')
    return digits?.toUpperCase() === wanted && Number(times) > 0
  })
