import { newSealer } from '../../config/index.ts'

/** Keeps secrets that have to be read again (those of authenticator apps) closed in the database, under a key that is not in it. */
export type Seal = { close(text: string, about: string): string; open(kept: string, about: string): string }

/**
 * Seals under the installation's key; `about` (whose secret it is) is bound to it, so that none can be moved to another person.
 * Without a key texts are kept as they are, and a key that is given later opens them too.
 */
export function sealWith(secretKey: Buffer | undefined): Seal {
  const sealer = secretKey && newSealer([secretKey])
  const place = (about: string) => `app_factor ${about}`
  return {
    close: (text, about) => (sealer ? `sealed.${sealer.seal(text, place(about)).toString('base64url')}` : `plain.${text}`),
    open: (kept, about) => {
      if (kept.startsWith('plain.')) return kept.slice('plain.'.length)
      if (!sealer) throw new Error('A secret is sealed and there is no key to open it: give THROUGHLINE_SECRET_KEY as it was when it was sealed')
      return sealer.open(Buffer.from(kept.slice('sealed.'.length), 'base64url'), place(about))
    },
  }
}
