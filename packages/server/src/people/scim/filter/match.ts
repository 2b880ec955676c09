import type { Filter, FilterValue } from './parse.ts'

/** A thing with attributes, their names in small letters. */
export type Attributes = { readonly [name: string]: FilterValue | Attributes | readonly Attributes[] | undefined }

/** Whether a thing fits a filter (RFC 7644, 3.4.2.2): text without regard to case, of a list any one of its entries. */
export function matches(filter: Filter, thing: Attributes): boolean {
  switch (filter.kind) {
    case 'and':
      return matches(filter.left, thing) && matches(filter.right, thing)
    case 'or':
      return matches(filter.left, thing) || matches(filter.right, thing)
    case 'not':
      return !matches(filter.of, thing)
    case 'present':
      return at(thing, filter.path).some((value) => value !== undefined && value !== null && value !== '')
    case 'within':
      return listAt(thing, filter.path).some((entry) => matches(filter.of, entry))
    case 'compare': {
      const found = at(thing, filter.path)
      return (found.length === 0 ? [undefined] : found).some((value) => compares(value, filter.by, filter.value))
    }
  }
}

const isAttributes = (value: unknown): value is Attributes => typeof value === 'object' && value !== null && !Array.isArray(value)

function listAt(thing: Attributes, path: string): readonly Attributes[] {
  const value = thing[path]
  return Array.isArray(value) ? (value as readonly Attributes[]) : isAttributes(value) ? [value] : []
}

/** The plain values at a path; of a list of things their `value`. */
function at(thing: Attributes, path: string): readonly (FilterValue | undefined)[] {
  const [name = '', part] = path.split('.')
  const value = thing[name]
  if (Array.isArray(value) || isAttributes(value)) return listAt(thing, name).map((entry) => entry[part ?? 'value'] as FilterValue | undefined)
  return part === undefined ? [value as FilterValue | undefined] : []
}

function compares(found: FilterValue | undefined, by: string, wanted: FilterValue): boolean {
  const [one, other] = [plain(found), plain(wanted)]
  if (by === 'eq') return one === other
  if (by === 'ne') return one !== other
  if (typeof one !== 'string' || typeof other !== 'string') return false
  switch (by) {
    case 'co':
      return one.includes(other)
    case 'sw':
      return one.startsWith(other)
    case 'ew':
      return one.endsWith(other)
    case 'gt':
      return one > other
    case 'ge':
      return one >= other
    case 'lt':
      return one < other
    default:
      return one <= other
  }
}

const plain = (value: FilterValue | undefined): FilterValue => (typeof value === 'string' ? value.toLowerCase() : (value ?? null))
