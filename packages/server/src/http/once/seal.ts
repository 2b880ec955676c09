import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import type { Actor } from '../../database/index.ts'
import { packedBytes, jsonOf, readAs } from '../ready.ts'

type Owner = Pick<Actor, 'orgId' | 'accountId'>

/** The key as it is stored: not to be read back. */
export const hashOfKey = (key: string): Buffer => createHash('sha256').update(`kept answer ${key}`).digest()

const secretOf = (key: string, { orgId, accountId }: Owner): Buffer => Buffer.from(hkdfSync('sha256', key, `${orgId} ${accountId}`, 'throughline kept answer', 32))

/** An answer as it is kept: sealed with the key that the caller alone has, for it may hold a secret that is shown once. */
export function sealAnswer(outcome: Result<unknown, Refusal>, key: string, owner: Owner): Buffer {
  const text = outcome.ok ? `{"ok":true,"value":${packedBytes(outcome.value) ? JSON.stringify(readAs(outcome.value)) : (jsonOf(outcome.value) ?? 'null')}}` : jsonOf(outcome)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secretOf(key, owner), nonce)
  const sealed = Buffer.concat([cipher.update(deflateRawSync(text)), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** The answer that was kept under a key. */
export function openAnswer(sealed: Buffer, key: string, owner: Owner): Result<unknown, Refusal> {
  const decipher = createDecipheriv('aes-256-gcm', secretOf(key, owner), sealed.subarray(0, 12)).setAuthTag(sealed.subarray(12, 28))
  const found = JSON.parse(inflateRawSync(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])).toString('utf8')) as { ok: boolean; value?: unknown; refusal?: Refusal }
  return found.ok ? { ok: true, value: found.value } : refuse(found.refusal ?? { code: 'fault' })
}
