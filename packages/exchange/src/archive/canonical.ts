import { invariant } from '@throughline/engine/kernel'

/** What an archive keeps in a row: JSON, nothing else. Money and other exact figures are decimal strings. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** A row of a table. */
export type ArchiveRow = { readonly [key: string]: Json | undefined }

/**
 * JSON in its canonical form (RFC 8785): names in the order of their UTF-16 code units, no white space, numbers as ECMAScript
 * writes them. Names without a value are left out. Equal values give equal text, so texts and checksums can be compared.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    invariant(Number.isFinite(value), 'a number in an archive is finite')
    return JSON.stringify(value)
  }
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed())
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const names = Object.keys(value).filter((name) => value[name] !== undefined).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] ?? null)}`).join(',')}}`
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/**
 * Where a row stands among others by its key, value by value: null first, then false and true, numbers by size, texts by their
 * code points (the order of PostgreSQL's collation "C" in UTF-8), lists and objects by their canonical text.
 */
export function compareKeys(a: ArchiveRow, b: ArchiveRow, key: readonly string[]): number {
  for (const name of key) {
    const order = compare(a[name] ?? null, b[name] ?? null)
    if (order !== 0) return order
  }
  return 0
}

function compare(a: Json, b: Json): number {
  const kinds = rank(a) - rank(b)
  if (kinds !== 0) return kinds
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return compareCodePoints(a, b)
  return compareCodePoints(canonicalJson(a), canonicalJson(b))
}

const rank = (value: Json): number => (value === null ? 0 : typeof value === 'boolean' ? 1 : typeof value === 'number' ? 2 : typeof value === 'string' ? 3 : 4)

/** Code units order texts as code points do, but for those beyond the first plane, which are made of surrogates. */
function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (left === right) continue
    const [leftHigh, rightHigh] = [left >= 0xd800 && left <= 0xdfff, right >= 0xd800 && right <= 0xdfff]
    return leftHigh === rightHigh ? left - right : leftHigh ? 1 : -1
  }
  return a.length - b.length
}
