import type { InitiativeRow, Rating } from '@throughline/contract/demand'
import { UsageError } from '../terminal/command.ts'
import { metricText, moneyText } from '../terminal/figures.ts'
import type { Column } from '../terminal/print.ts'

export const ratingText = (rating: Rating | null): string => (rating ? `${rating.level.replace('_', '/')}${rating.scale === 'five_point' ? ' (of 5)' : ''}` : '(none)')

export const initiativeColumns: readonly Column<InitiativeRow>[] = [
  { head: 'Key', of: ({ key }) => key, widest: 22 },
  { head: 'Initiative', of: ({ name }) => name, widest: 44 },
  { head: 'Department', of: ({ unit }) => unit ?? '(none)', widest: 18 },
  { head: 'Rating', of: ({ rating }) => ratingText(rating) },
  { head: 'End', of: ({ endOn }) => endOn ?? '(none)' },
  { head: 'Cost', of: ({ cost }) => metricText(cost, moneyText), right: true, widest: 20 },
  { head: 'Benefits', of: ({ benefits }) => metricText(benefits, moneyText), right: true, widest: 20 },
  { head: 'B/C', of: ({ ratio }) => (ratio.status === 'ok' ? ratio.value.toFixed(2) : '–'), right: true },
  { head: 'Objectives', of: ({ objectives }) => String(objectives), right: true },
]

type SortKey = 'key' | 'name' | 'unit' | 'end' | 'cost' | 'benefits' | 'ratio' | 'alignment'
const sortKeys: Readonly<Record<SortKey, (row: InitiativeRow) => number | bigint | string | undefined>> = {
  key: ({ key }) => key,
  name: ({ name }) => name.toLowerCase(),
  unit: ({ unit }) => unit?.toLowerCase(),
  end: ({ endOn }) => endOn ?? undefined,
  cost: ({ cost }) => (cost.status === 'ok' ? BigInt(cost.value.minor) : undefined),
  benefits: ({ benefits }) => (benefits.status === 'ok' ? BigInt(benefits.value.minor) : undefined),
  ratio: ({ ratio }) => (ratio.status === 'ok' ? ratio.value : undefined),
  alignment: ({ alignment }) => (alignment.status === 'ok' ? alignment.value : undefined),
}

/** Sorted by a column; a leading minus turns the order; rows without a figure come last either way. */
export function sortRows(rows: readonly InitiativeRow[], by: string): readonly InitiativeRow[] {
  const down = by.startsWith('-')
  const of = sortKeys[by.replace(/^-/, '') as SortKey]
  if (!of) throw new UsageError(`Found --sort ${by}; expected one of ${Object.keys(sortKeys).join(', ')}, with a leading - for the largest first.`)
  return [...rows].sort((a, b) => {
    const [x, y] = [of(a), of(b)]
    if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? 1 : -1
    return (x < y ? -1 : x > y ? 1 : 0) * (down ? -1 : 1)
  })
}

/** Keeps rows for which every `field=text` holds; text is looked for anywhere in the field. */
export function filterRows(rows: readonly InitiativeRow[], filters: readonly string[]): readonly InitiativeRow[] {
  const tests = filters.map((filter) => {
    const [field, text] = filter.split('=', 2)
    const of = filterFields[field as keyof typeof filterFields]
    if (!of || text === undefined) throw new UsageError(`Found --where ${filter}; expected ${Object.keys(filterFields).join(', ')} followed by =text.`)
    return (row: InitiativeRow) => of(row).toLowerCase().includes(text.toLowerCase())
  })
  return rows.filter((row) => tests.every((test) => test(row)))
}
const filterFields = {
  name: ({ name }: InitiativeRow) => name,
  unit: ({ unit }: InitiativeRow) => unit ?? '',
  category: ({ category }: InitiativeRow) => category ?? '',
  state: ({ state }: InitiativeRow) => state,
  rating: ({ rating }: InitiativeRow) => rating?.level ?? 'none',
}
