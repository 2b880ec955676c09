import { ok, type Result } from '@throughline/engine/kernel'
import { invalidSyntax, invalidValue, type ScimRefusal } from '../refusal.ts'

/** An object as it was sent; names of attributes count without regard to case (RFC 7643, 2.1). */
export type Sent = Readonly<Record<string, unknown>>

export const isSent = (value: unknown): value is Sent => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What was sent, by names in small letters and without the schema of the resource before them. */
export const named = (sent: Sent): ReadonlyMap<string, unknown> => new Map(Object.entries(sent).map(([name, value]) => [name.toLowerCase().replace(/^urn:ietf:params:scim:schemas:core:2\.0:(user|group):/, ''), value]))

const mostText = 254

/** Text without what surrounds it, or null where there is none. */
export function textOf(value: unknown, name: string, most = mostText): Result<string | null, ScimRefusal> {
  if (value === undefined || value === null) return ok(null)
  if (typeof value !== 'string') return invalidValue(`${name} is text`)
  const text = value.trim()
  if (text.length > most || text.includes('\u0000') || !text.isWellFormed()) return invalidValue(`${name} is text of at most ${most} characters`)
  return ok(text === '' ? null : text)
}

/** A truth value; some identity providers send it as text, `"False"`. */
export function flagOf(value: unknown, name: string): Result<boolean, ScimRefusal> {
  if (typeof value === 'boolean') return ok(value)
  return typeof value === 'string' && /^(true|false)$/i.test(value) ? ok(value.toLowerCase() === 'true') : invalidValue(`${name} is true or false`)
}

/** An address, in small letters. */
export function addressOf(value: unknown, name: string): Result<string | null, ScimRefusal> {
  const text = textOf(value, name)
  if (!text.ok || text.value === null) return text
  return isAddress(text.value) ? ok(text.value.toLowerCase()) : invalidValue(`${name} is an email address; found ${text.value}`)
}

export const isAddress = (text: string): boolean => text.length <= 254 && /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;]+$/.test(text)

/** The primary entry of a list of addresses, or else its first; undefined where the list has none. */
export function primaryOf(value: unknown): unknown {
  const list = (Array.isArray(value) ? value : [value]).filter(isSent).map(named)
  return (list.find((entry) => entry.get('primary') === true || /^true$/i.test(String(entry.get('primary')))) ?? list[0])?.get('value')
}

/** The ids of a list of members, each once. */
export function memberIdsOf(value: unknown): Result<readonly string[], ScimRefusal> {
  const ids: string[] = []
  for (const entry of value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]) {
    const id: unknown = isSent(entry) ? named(entry).get('value') : entry
    if (typeof id !== 'string') return invalidSyntax('members is a list of objects with the id of a user as value')
    ids.push(id.toLowerCase())
  }
  return ok([...new Set(ids)])
}
