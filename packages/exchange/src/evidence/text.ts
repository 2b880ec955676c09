import type { ArchiveRow, Json } from '../archive/index.ts'
import { sha256 } from '../archive/sha256.ts'

const utf8 = new TextEncoder()

/** SHA-256 of texts (in UTF-8) and bytes, one after another, in hexadecimal. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = sha256()
  for (const part of parts) hash.add(typeof part === 'string' ? utf8.encode(part) : part)
  return hash.digest()
}

/** Bytes as PostgreSQL writes them in JSON: `\x00ff`. */
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text.slice(2).match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
export const hexOf = (text: string): string => text.slice(2)

/** The text that PostgreSQL gives to a value of jsonb: members by length of name, then bytes; a space after commas and colons; numbers without exponents. */
export function jsonbText(value: Json): string {
  if (typeof value === 'number') return plainNumber(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(jsonbText).join(', ')}]`
  const members = Object.entries(value as ArchiveRow).flatMap(([name, member]) => (member === undefined ? [] : [{ name, bytes: utf8.encode(name), member }]))
  return `{${members.toSorted(byName).map(({ name, member }) => `${JSON.stringify(name)}: ${jsonbText(member)}`).join(', ')}}`
}

function byName({ bytes: one }: { readonly bytes: Uint8Array }, { bytes: other }: { readonly bytes: Uint8Array }): number {
  if (one.length !== other.length) return one.length - other.length
  const at = one.findIndex((byte, index) => byte !== other[index])
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}

/** A number in full: `1e21` as `1000000000000000000000`. */
function plainNumber(value: number): string {
  const [digits = '', exponent] = String(value).split('e')
  if (exponent === undefined) return digits
  const sign = digits.startsWith('-') ? '-' : ''
  const [whole = '', part = ''] = digits.replace('-', '').split('.')
  const point = whole.length + Number(exponent)
  const all = whole + part
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`
  return `${sign}${all.padEnd(point, '0').slice(0, point)}${all.length > point ? `.${all.slice(point)}` : ''}`
}
