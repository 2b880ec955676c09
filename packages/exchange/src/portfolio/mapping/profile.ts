import type { Cell } from '../../sheet/index.ts'
import { readAmount, readAmountRange } from '../cells/amount.ts'
import { readDay, readDayRange } from '../cells/day.ts'
import { isFiscal } from '../cells/fiscal.ts'
import { readLevel } from '../cells/rating.ts'
import { givesNothing, isExempt } from '../cells/withheld.ts'
import type { FieldKind } from '../reading.ts'

/** What the cells below a heading look like: shares from 0 to 1 of those that give something. */
export type ColumnProfile = {
  readonly given: number
  /** Cells that are not empty, withheld ones included. */
  readonly filled: number
  readonly yesNo: number
  /** Share of amounts that name a currency. */
  readonly currencies: number
  /** Share of cells that no other cell repeats. */
  readonly distinct: number
  readonly amounts: number
  readonly percents: number
  readonly dates: number
  readonly ratings: number
  readonly meanLength: number
}

/** A profile of at most 200 cells that are neither blank nor withheld. */
export function profileColumn(cells: readonly Cell[]): ColumnProfile {
  const given: Cell[] = []
  for (const cell of cells) {
    if (given.length >= 200) break
    if (!givesNothing(cell.text) && !isExempt(cell.text)) given.push(cell)
  }
  const share = (test: (cell: Cell) => boolean): number => (given.length === 0 ? 0 : given.filter(test).length / given.length)
  return {
    given: given.length,
    filled: cells.filter((cell) => cell.text.trim() !== '').length,
    yesNo: share((cell) => /^(yes|no|y|n|true|false|0|1|ja|nein|oui|non)$/i.test(cell.text.trim())),
    currencies: share((cell) => cell.currency !== undefined || /[£€$]|\b(GBP|EUR|USD|CAD|CHF)\b/.test(cell.text)),
    distinct: given.length === 0 ? 1 : new Set(given.map((cell) => cell.text)).size / given.length,
    amounts: share((cell) => cell.date === undefined && (readAmount(cell.text.replace(/%\s*$/, '')) ?? readAmountRange(cell.text)) !== undefined),
    percents: share((cell) => /%\s*$/.test(cell.text)),
    dates: share((cell) => cell.date !== undefined || (cell.number === undefined && (readDay(cell.text, 'dmy') ?? readDay(cell.text, 'mdy') ?? readDayRange(cell.text, 'dmy')) !== undefined) || isFiscal(cell.text)),
    ratings: share((cell) => readLevel(cell.text) !== undefined),
    meanLength: given.length === 0 ? 0 : given.reduce((sum, cell) => sum + cell.text.length, 0) / given.length,
  }
}

/** How well a column's cells suit a kind of field, 0 to 1; an empty column suits every kind nearly as well as any. */
export function fit(profile: ColumnProfile, kind: FieldKind, heading: string): number {
  if (profile.given === 0) return 0.9
  const graded = (share: number): number => 0.3 + 0.7 * Math.min(1, share * 1.5)
  switch (kind) {
    case 'money':
      return graded(profile.amounts) * (profile.percents > 0.3 || /%/.test(heading) ? 0.4 : 1)
    case 'percent':
      return graded(profile.amounts) * (profile.percents > 0.3 || /%|percent/i.test(heading) ? 1 : 0.4)
    case 'number':
      return graded(profile.amounts)
    case 'date':
      return graded(profile.dates)
    case 'rating':
      return graded(profile.ratings)
    case 'text':
    case 'tags':
      return profile.meanLength > 160 ? 0.6 : 1
    case 'narrative':
      return profile.amounts > 0.8 ? 0.5 : 1
  }
}
