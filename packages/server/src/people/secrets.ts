import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 32 bytes of chance, as text for a cookie or a token. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is stored of a secret of full strength: its SHA-256. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** What the page sends back with every change: only one who has read it from us, with this session, knows it. */
export const csrfOf = (sessionSecret: string): string => createHmac('sha256', sessionSecret).update('throughline csrf').digest('base64url')

/** A token as its holder sees it: `tl_<id>_<secret>`. */
export const tokenText = (id: string, secret: string): string => `tl_${id.replaceAll('-', '')}_${secret}`

/** The parts of a token, or undefined where the text is none. */
export function tokenParts(text: string): { id: string; secret: string } | undefined {
  const match = /^tl_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/.exec(text)
  return match ? { id: match.slice(1, 6).join('-'), secret: match[6]! } : undefined
}
