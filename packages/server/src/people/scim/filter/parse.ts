import { ok, type Result } from '@throughline/engine/kernel'
import { invalidFilter, type ScimRefusal } from '../refusal.ts'

export const comparisons = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const
export type Comparison = (typeof comparisons)[number]
export type FilterValue = string | number | boolean | null

/** A filter of RFC 7644, 3.4.2.2; attribute names in small letters, without the schema they belong to. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly of: Filter }
  | { readonly kind: 'present'; readonly path: string }
  | { readonly kind: 'compare'; readonly path: string; readonly by: Comparison; readonly value: FilterValue }
  | { readonly kind: 'within'; readonly path: string; readonly of: Filter }

/** A path of an operation (RFC 7644, 3.5.2): an attribute, of a list those that a filter fits, and a part of it. */
export type Path = { readonly attribute: string; readonly of?: Filter; readonly part?: string }

const mostCharacters = 4_000
const mostDepth = 40
const token = /\s*(?:([()[\]])|("(?:[^"\\]|\\.)*")|([^\s()[\]"]+))/y

/** Reads a filter; refused with the place that is not understood. */
export const parseFilter = (text: string): Result<Filter, ScimRefusal> => reading(text, (words) => {
  const filter = alternatives(words, 0)
  if (words.length > 0) throw new Unreadable(`${words[0]} after the end`)
  return filter
})

/** Reads a path. */
export const parsePath = (text: string): Result<Path, ScimRefusal> => reading(text, (words) => {
  const attribute = nameOf(words.shift())
  if (words[0] !== '[') {
    if (words.length > 0) throw new Unreadable(`${words[0]} after ${attribute}`)
    return { attribute }
  }
  words.shift()
  const of = alternatives(words, 0)
  expect(words, ']')
  const part = words.shift()
  if (words.length > 0 || (part !== undefined && !/^\.[A-Za-z][\w$-]*$/.test(part))) throw new Unreadable(`${part} after the filter`)
  return { attribute, of, ...(part === undefined ? {} : { part: part.slice(1).toLowerCase() }) }
})

class Unreadable extends Error {}

function reading<T>(text: string, read: (words: string[]) => T): Result<T, ScimRefusal> {
  if (text.length > mostCharacters) return invalidFilter(`The filter has more than ${mostCharacters} characters`)
  try {
    return ok(read(wordsOf(text)))
  } catch (error) {
    if (error instanceof Unreadable) return invalidFilter(`The filter is not understood: ${error.message.slice(0, 200)}`)
    throw error
  }
}

function wordsOf(text: string): string[] {
  const words: string[] = []
  token.lastIndex = 0
  const whole = text.trimEnd()
  while (token.lastIndex < whole.length) {
    const at = token.lastIndex
    const found = token.exec(whole)
    if (!found) throw new Unreadable(whole.slice(at, at + 40))
    words.push(found[1] ?? found[2] ?? found[3] ?? '')
  }
  if (words.length === 0) throw new Unreadable('nothing is in it')
  return words
}

/** `or` binds less than `and`, which binds less than `not`. */
function alternatives(words: string[], depth: number): Filter {
  let left = conjunction(words, depth)
  while (words[0]?.toLowerCase() === 'or') {
    words.shift()
    left = { kind: 'or', left, right: conjunction(words, depth) }
  }
  return left
}

function conjunction(words: string[], depth: number): Filter {
  let left = term(words, depth)
  while (words[0]?.toLowerCase() === 'and') {
    words.shift()
    left = { kind: 'and', left, right: term(words, depth) }
  }
  return left
}

function term(words: string[], depth: number): Filter {
  if (depth > mostDepth) throw new Unreadable('too many brackets in each other')
  const word = words.shift()
  if (word?.toLowerCase() === 'not' && words[0] === '(') return { kind: 'not', of: term(words, depth + 1) }
  if (word === '(') {
    const inner = alternatives(words, depth + 1)
    expect(words, ')')
    return inner
  }
  const path = nameOf(word)
  if (words[0] === '[') {
    words.shift()
    const of = alternatives(words, depth + 1)
    expect(words, ']')
    return { kind: 'within', path, of }
  }
  const by = words.shift()?.toLowerCase() ?? 'nothing'
  if (by === 'pr') return { kind: 'present', path }
  if (!(comparisons as readonly string[]).includes(by)) throw new Unreadable(`${by} where a comparison is expected`)
  return { kind: 'compare', path, by: by as Comparison, value: valueOf(words.shift()) }
}

function expect(words: string[], wanted: string): void {
  const found = words.shift()
  if (found !== wanted) throw new Unreadable(`${found ?? 'the end'} where ${wanted} is expected`)
}

function valueOf(word: string | undefined): FilterValue {
  if (word === undefined || '()[]'.includes(word)) throw new Unreadable(`${word ?? 'the end'} where a value is expected`)
  const known: unknown = /^(true|false|null)$/i.test(word) ? JSON.parse(word.toLowerCase()) : parsed(word)
  if (typeof known === 'string' && (known.includes('\u0000') || !known.isWellFormed())) throw new Unreadable('characters that are no text')
  if (known === null || ['string', 'number', 'boolean'].includes(typeof known)) return known as FilterValue
  throw new Unreadable(`${word} where a value is expected`)
}

function parsed(word: string): unknown {
  try {
    return JSON.parse(word)
  } catch {
    throw new Unreadable(`${word} where a value is expected`)
  }
}

const ownSchemas = /^urn:ietf:params:scim:schemas:core:2\.0:(user|group):/

/** An attribute's name in small letters; what belongs to another schema keeps its name in full. */
function nameOf(word: string | undefined): string {
  const name = (word ?? '').toLowerCase().replace(ownSchemas, '')
  if (!/^(urn:[\w.:-]+:)?[a-z$][\w$-]*(\.[a-z$][\w$-]*)?$/.test(name)) throw new Unreadable(`${word ?? 'the end'} where an attribute is expected`)
  return name
}
