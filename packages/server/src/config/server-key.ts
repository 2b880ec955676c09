import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from './start-problem.ts'

/**
 * Keeps secrets that must be read again (of identity providers, second factors) unreadable to who has the database alone.
 * `place` says where the secret belongs (`identity_provider <org> <id>`): moved elsewhere, it does not open.
 */
export type Sealer = {
  seal(secret: string, place: string): Buffer
  /** Throws where none of the keys fits, or the bytes were changed or moved. */
  open(sealed: Uint8Array, place: string): string
}

const keyBytes = 32

/** Seals with the first key (AES-256-GCM) and opens with any: a new key goes first, the old one stays until everything is sealed anew. */
export function newSealer(keys: readonly [Buffer, ...Buffer[]]): Sealer {
  const byMark = new Map(keys.map((key) => [markOf(key), key]))
  const [first] = keys
  return {
    seal: (secret, place) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', first, nonce).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from(markOf(first), 'hex'), nonce, cipher.getAuthTag(), body])
    },
    open: (sealed, place) => {
      const bytes = Buffer.from(sealed)
      const key = byMark.get(bytes.subarray(0, 4).toString('hex'))
      if (!key) throw new Error('The secret was sealed with a key that THROUGHLINE_SECRET_KEY no longer names')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(4, 16)).setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(16, 32))
      return Buffer.concat([decipher.update(bytes.subarray(32)), decipher.final()]).toString('utf8')
    },
  }
}

/** Four bytes that tell keys apart and say nothing of them. */
const markOf = (key: Buffer): string => createHash('sha256').update('throughline key mark').update(key).digest('hex').slice(0, 8)

/** The keys of THROUGHLINE_SECRET_KEY: 32 bytes each as base64 or hex, with commas, the newest first. Undefined where it is not set. */
export function readServerKeys(text: string | undefined): readonly [Buffer, ...Buffer[]] | undefined {
  if (text === undefined) return undefined
  const [first, ...others] = text.split(',').map((part) => keyOf(part.trim()))
  return first && [first, ...others]
}

function keyOf(text: string): Buffer {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64')
  if (key.length === keyBytes && /^[\w+/=-]+$/.test(text)) return key
  throw new StartProblem('configuration', { what: 'THROUGHLINE_SECRET_KEY holds something that is no key.', found: `a text of ${text.length} characters that stands for ${key.length} bytes`, expected: `${keyBytes} bytes of chance as base64 or hex; several with commas, the newest first`, helps: 'openssl rand -base64 32' })
}

/** The key of an installation with the built-in database: beside its data, readable by the server's user alone, made at the first start. */
export function keyInFolder(folder: string): readonly [Buffer] {
  const path = join(folder, 'secret.key')
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, `${randomBytes(keyBytes).toString('base64')}\n`)
    fsyncSync(file)
    closeSync(file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return [keyOf(readFileSync(path, 'utf8').trim())]
}
