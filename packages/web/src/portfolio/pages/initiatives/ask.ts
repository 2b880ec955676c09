import type { ListAsk, ListFilter, ListSort } from '@throughline/contract/demand'
import { parseDecimal } from '@throughline/engine/kernel'
import type { ColumnFilter, GridView } from '../../../ui/grid/index.ts'
import type { InitiativeColumn } from './columns.ts'

/** What decides which initiatives a list shows, and in which order. */
export type Look = Pick<GridView, 'sort' | 'filters' | 'quick' | 'groups'>

/** What a view asks of the server: the same conditions, order and groups in the words of the list. Columns that the list does not know are left out. */
export function askOf(look: Look, columns: readonly InitiativeColumn[], current: boolean): ListAsk {
  const byKey = new Map(columns.filter(({ listed }) => listed).map((column) => [column.key, column]))
  const filters = Object.entries(look.filters).flatMap(([key, filter]) => {
    const column = byKey.get(key)
    return column ? filtersOf(column, filter) : []
  })
  const asked = look.sort.flatMap(({ key, descending }): ListSort[] => (byKey.has(key) ? [{ field: key, descending }] : []))
  const sort = asked.length > 0 ? asked.slice(0, 4) : byName
  const groups = look.groups.filter((key) => byKey.has(key))
  const search = look.quick.trim()
  return { ...(current ? { current } : {}), ...(search === '' ? {} : { search: search.slice(0, 200) }), ...(filters.length > 0 ? { filters } : {}), sort, ...(groups.length > 0 ? { groups: groups.slice(0, 3) } : {}) }
}

/** The order of a list that nobody has sorted. */
export const byName: ListSort[] = [{ field: 'name', descending: false }]

function filtersOf(column: InitiativeColumn, filter: ColumnFilter): readonly ListFilter[] {
  const field = column.key
  switch (filter.kind) {
    case 'contains':
      return [{ field, op: 'contains', values: [filter.text.trim()] }]
    case 'set':
      return setOf(column, filter.values)
    case 'number':
      return bounds(field, wholeUnits(column, filter.from, 'up'), wholeUnits(column, filter.to, 'down'))
    case 'date':
      return bounds(field, filter.from, filter.to)
  }
}

const bounds = (field: string, from: string | null, to: string | null): readonly ListFilter[] => [
  ...(from === null ? [] : [{ field, op: 'at_least' as const, values: [from] }]),
  ...(to === null ? [] : [{ field, op: 'at_most' as const, values: [to] }]),
]

/** A bound as the list has it: amounts in minor units. A bound between two minor units takes in none that lies outside it. */
function wholeUnits({ minorDigits }: InitiativeColumn, bound: number | null, towards: 'up' | 'down'): string | null {
  if (bound === null) return null
  if (minorDigits === undefined) return plain(bound)
  const scaled = parseDecimal(plain(bound), minorDigits + 6) ?? 0n
  const million = 1_000_000n
  const floor = scaled >= 0n ? scaled / million : -((-scaled + million - 1n) / million)
  return (towards === 'up' && floor * million < scaled ? floor + 1n : floor).toString()
}

/** A number as decimal text, never with an exponent. */
const plain = (value: number): string => (Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(10).replace(/\.?0+$/, ''))

/** What stands in the filter for a cell without a value. */
const nothing = ''

/** A set of shown words as the values behind them; cells without a value are asked for by their absence. */
function setOf({ key: field, choices = [], kind }: InitiativeColumn, words: readonly string[]): readonly ListFilter[] {
  const valueOf = (word: string): string | undefined => (kind === 'yesNo' ? word.toLowerCase() : kind === 'text' ? word : choices.find(({ label }) => label === word)?.value)
  const values = words.flatMap((word) => (word === nothing ? [] : (valueOf(word) ?? [])))
  if (!words.includes(nothing)) return [{ field, op: 'any_of', values }]
  if (values.length === 0) return [{ field, op: 'absent', values: [] }]
  // All that the set leaves out: what has no value passes, too.
  const others = (kind === 'yesNo' ? ['yes', 'no'] : choices.map(({ value }) => value)).filter((value) => !values.includes(value))
  return [{ field, op: 'none_of', values: others }]
}
