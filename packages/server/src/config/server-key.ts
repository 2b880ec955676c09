import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

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
export function newSealer([newest, ...older]: readonly [Buffer, ...Buffer[]]): Sealer {
  const first = derived(newest)
  const byMark = new Map([first, ...older.map(derived)].map((key) => [markOf(key), key]))
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

/** A key for this alone: what else the server's key is used for tells nothing of it. */
const derived = (key: Buffer): Buffer => Buffer.from(hkdfSync('sha256', key, '', 'throughline sealer 1', keyBytes))

/** Four bytes that tell keys apart and say nothing of them. */
const markOf = (key: Buffer): string => createHash('sha256').update('throughline key mark').update(key).digest('hex').slice(0, 8)

/** The key of an installation with the built-in database: beside its data, readable by the server's user alone, made at the first start. */
export function keyInFolder(folder: string): Buffer {
  const path = join(folder, 'secret-key')
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(path, randomBytes(keyBytes), { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(path)
}
