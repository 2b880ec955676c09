import { createHash } from 'node:crypto'

/** The hash of a definition’s text: SHA-256 in hexadecimal digits. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
