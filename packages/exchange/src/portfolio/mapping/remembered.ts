import type { Currency } from '@throughline/engine/kernel'
import type { AmountScale, ColumnMapping, DayOrder, Mapping } from '../draft.ts'
import { isTarget, type CustomKind, type Target } from '../target.ts'

/** What was once decided about a heading; `field` null: that it is not read. */
export type RememberedChoice = {
  readonly field: string | null
  readonly scale?: AmountScale
  readonly currency?: Currency
  readonly dayOrder?: DayOrder
  readonly kind?: CustomKind
}

/** Earlier choices by the fingerprint of their heading, see `headerFingerprint`. */
export type MappingMemory = Readonly<Record<string, RememberedChoice>>

/** A column whose heading is remembered. */
export type RememberedColumn = { readonly column: number; readonly header: string; readonly field: Target | undefined; readonly because: 'remembered'; readonly choice: RememberedChoice }

/**
 * What stays of a heading from one file to the next: letters and digits in lower case, without accents and without the years
 * that change with every publication. headerFingerprint('2023/24 Total £m ') = headerFingerprint('2024/25 TOTAL £m')
 */
export function headerFingerprint(header: string): string {
  const plain = header.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const timeless = plain.replace(/(?<!\d)(19|20)\d\d(\s?[-/–]\s?(?:20)?\d\d)?(?!\d)|(?<!\d)\d\d\/\d\d(?!\d)/g, ' year ')
  return (timeless.match(/[\p{L}\p{N}£€$%#]+/gu) ?? []).join(' ').slice(0, 300)
}

/** The columns among the headings (counted from 1) that were decided before. A choice of what is no field any more is forgotten; of one field the first heading counts. */
export function rememberedMapping(headers: readonly string[], memory: MappingMemory): readonly RememberedColumn[] {
  const taken = new Set<string>()
  return headers.flatMap((header, index): readonly RememberedColumn[] => {
    const print = headerFingerprint(header)
    const choice = print !== '' && Object.hasOwn(memory, print) ? memory[print] : undefined
    if (!choice || (choice.field !== null && !isTarget(choice.field))) return []
    if (choice.field !== null && !choice.field.startsWith('year:') && taken.has(choice.field)) return []
    if (choice.field !== null) taken.add(choice.field)
    return [{ column: index + 1, header, field: choice.field ?? undefined, because: 'remembered', choice }]
  })
}

/** What is worth remembering of a mapping that a person has confirmed: every column with a heading, those that are not read included. */
export function memoryOf(mapping: Mapping): MappingMemory {
  return Object.fromEntries(mapping.columns.flatMap((column) => {
    const print = headerFingerprint(column.header)
    return print === '' || column.bound !== undefined || column.position !== undefined ? [] : [[print, choiceOf(column)] as const]
  }))
}

const choiceOf = ({ field, scale, scaleFrom, currency, dayOrder, keepAs }: ColumnMapping): RememberedChoice => ({
  field: field ?? null,
  ...(scale !== undefined && scaleFrom === 'person' ? { scale } : {}),
  ...(currency === undefined ? {} : { currency }),
  ...(dayOrder?.confidence === 1 ? { dayOrder: dayOrder.order } : {}),
  ...(field?.startsWith('custom:') && keepAs ? { kind: keepAs.kind } : {}),
})
