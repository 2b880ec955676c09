import type { ListWindow } from '@throughline/contract/demand'
import type { SourceGroup } from '../../../ui/grid/index.ts'
import type { InitiativeColumn } from './columns.ts'

/** The groups of a list as the grid shows them: named by the words of their columns, with the sums that the server made. */
export function sourceGroups({ groups }: Pick<ListWindow, 'groups'>, fields: readonly string[], columns: readonly InitiativeColumn[]): readonly SourceGroup[] {
  const levels = fields.map((field) => columns.find(({ key }) => key === field))
  const sums = (['cost', 'benefits'] as const).flatMap((key) => columns.find((column) => column.key === key) ?? [])
  return groups.map((group) => ({
    key: group.values.map((value) => value ?? '').join('\u0000'),
    label: group.values.map((value, level) => labelOf(levels[level], value, group.labels[level] ?? '')).join(' · '),
    count: group.count,
    totals: Object.fromEntries(sums.map(({ key, sumOf }) => [key, sumOf?.(group[key as 'cost' | 'benefits']) ?? ''])),
  }))
}

function labelOf(column: InitiativeColumn | undefined, value: string | null, label: string): string {
  if (value === null) return `No ${column?.label.toLowerCase() ?? 'value'}`
  return column?.choices?.find((choice) => choice.value === value)?.label ?? label
}
