import { ok, type Result } from '@throughline/engine/kernel'
import { parseFilter } from './filter/parse.ts'
import { conditionOf, everything, NotHeld, type Condition, type Held } from './filter/filter-store.ts'
import { invalidFilter, invalidValue, type ScimRefusal } from './refusal.ts'
import { mostResults, usualResults } from './resources/about.ts'
import type { Page } from './user-store.ts'

/** The query of a request; what comes twice counts for nothing. */
export type Query = Readonly<Record<string, unknown>>

/** The condition of a filter, or that which everything fits. */
export function filterOf(query: Query, held: Held): Result<Condition, ScimRefusal> {
  const text = query['filter']
  if (text === undefined || text === '') return ok(everything)
  if (typeof text !== 'string') return invalidFilter('There is one filter')
  if (text.includes('\u0000') || !text.isWellFormed()) return invalidFilter('The filter has characters that are no text')
  const filter = parseFilter(text)
  if (!filter.ok) return filter
  try {
    return ok(conditionOf(filter.value, held))
  } catch (error) {
    if (error instanceof NotHeld) return invalidFilter(error.message)
    throw error
  }
}

/** Which part of a list is wanted (RFC 7644, 3.4.2.4): from 1 on, at most as many as a page has. */
export function pageOf(query: Query): Result<Page & { readonly startIndex: number }, ScimRefusal> {
  const [startIndex, count] = [numberOf(query['startIndex'], 1), numberOf(query['count'], usualResults)]
  if (startIndex === undefined || count === undefined) return invalidValue('startIndex and count are whole numbers')
  const start = Math.min(Math.max(startIndex, 1), 2 ** 31 - 1)
  return ok({ startIndex: start, offset: start - 1, limit: Math.min(Math.max(count, 0), mostResults) })
}

const numberOf = (value: unknown, otherwise: number): number | undefined => (value === undefined || value === '' ? otherwise : typeof value === 'string' && /^-?\d{1,12}$/.test(value) ? Number(value) : undefined)

/** Attributes that are always told (RFC 7643, 2.4). */
const always = new Set(['schemas', 'id'])

/** A resource with the attributes that are wanted alone; those that are always told stay. */
export function chosen(resource: Readonly<Record<string, unknown>>, query: Query): Readonly<Record<string, unknown>> {
  const [wanted, unwanted] = [namesOf(query['attributes']), namesOf(query['excludedAttributes'])]
  if (wanted.length === 0 && unwanted.length === 0) return resource
  const kept = Object.entries(resource).flatMap(([name, value]): [string, unknown][] => {
    const lower = name.toLowerCase()
    if (always.has(lower)) return [[name, value]]
    if (wanted.length > 0) return wanted.includes(lower) ? [[name, value]] : partly(name, value, wanted, true)
    return unwanted.includes(lower) ? [] : partly(name, value, unwanted, false)
  })
  return Object.fromEntries(kept)
}

/** Whether the members of groups need not be read, since they are not told. */
export const withoutMembers = (query: Query): boolean => {
  const wanted = namesOf(query['attributes'])
  return namesOf(query['excludedAttributes']).includes('members') || (wanted.length > 0 && !wanted.some((name) => name === 'members' || name.startsWith('members.')))
}

const namesOf = (value: unknown): readonly string[] => (typeof value === 'string' ? value.split(',').map((name) => name.trim().toLowerCase().replace(/^urn:ietf:params:scim:schemas:core:2\.0:(user|group):/, '')).filter(Boolean) : [])

/** The parts of an attribute that are named, or that are not. */
function partly(name: string, value: unknown, names: readonly string[], keep: boolean): [string, unknown][] {
  const parts = names.filter((one) => one.startsWith(`${name.toLowerCase()}.`)).map((one) => one.slice(name.length + 1))
  if (parts.length === 0) return keep ? [] : [[name, value]]
  const narrowed = (one: unknown): unknown => (typeof one === 'object' && one !== null ? Object.fromEntries(Object.entries(one).filter(([part]) => parts.includes(part.toLowerCase()) === keep)) : one)
  return [[name, Array.isArray(value) ? value.map(narrowed) : narrowed(value)]]
}
