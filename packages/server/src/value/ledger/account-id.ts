import { createHash } from 'node:crypto'
import { accountKey, type Account } from '@throughline/engine/value'

/** The id under which an account is stored: a UUID of version 8 (RFC 9562, 5.8) made of the digest of all that it is kept by. */
export function accountId(account: Account): string {
  const digest = createHash('sha256').update(accountKey(account)).digest()
  digest[6] = (digest[6]! & 0x0f) | 0x80
  digest[8] = (digest[8]! & 0x3f) | 0x80
  const hex = digest.subarray(0, 16).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
