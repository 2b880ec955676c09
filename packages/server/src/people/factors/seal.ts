import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps secrets that have to be read again (those of authenticator apps) closed in the database, under a key that is not in it. */
export type Seal = { close(text: string, about: string): string; open(kept: string, about: string): string }

/**
 * AES-256-GCM under a key derived from the installation's secret; `about` (whose secret it is) is bound to it, so that none can be
 * moved to another person. Without a key texts are kept as they are, and a key that is given later opens them too.
 */
export function sealWith(secretKey: Buffer | undefined): Seal {
  const key = secretKey && Buffer.from(hkdfSync('sha256', secretKey, '', 'throughline seal 1', 32))
  return {
    close: (text, about) => {
      if (!key) return `plain.${text}`
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
      const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `sealed1.${Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64url')}`
    },
    open: (kept, about) => {
      if (kept.startsWith('plain.')) return kept.slice('plain.'.length)
      if (!key) throw new Error('A secret is sealed and there is no key to open it: give THROUGHLINE_SECRET_KEY as it was when it was sealed')
      const bytes = Buffer.from(kept.slice('sealed1.'.length), 'base64url')
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
    },
  }
}
