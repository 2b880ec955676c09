import { hash } from 'node:crypto'
import { accountKey, type Account } from '@throughline/engine/value'

/** The id under which an account is stored: a UUID of version 8 (RFC 9562, 5.8) made of the digest of all that it is kept by. */
export function accountId(account: Account): string {
  const digest = hash('sha256', accountKey(account), 'hex')
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`
}
