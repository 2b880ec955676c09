import type { HeadedYear } from '../draft.ts'
import type { YearKey } from '../target.ts'
import type { Match } from './match.ts'
import type { ColumnProfile } from './profile.ts'
import { headingWords } from './words.ts'
import { yearOfHeading } from './year.ts'

/** A column of amounts of one year. */
export type Yearly = { readonly column: number; readonly field: YearKey; readonly year: HeadedYear; readonly confidence: number }

/**
 * Columns such as '2024-25 cost', '2025-26 cost', 'FY2026 benefits'. A year in a heading alone is not enough, since annual reports
 * name theirs everywhere: it takes two years with the same words, or words of money that no field explains better.
 */
export function yearlyColumns(headings: readonly string[], profiles: readonly ColumnProfile[], matches: readonly (readonly Match[])[]): readonly Yearly[] {
  const found = headings.flatMap((heading, index) => {
    const year = yearOfHeading(heading)
    const profile = profiles[index]
    if (!year || !profile || (profile.given > 0 && profile.amounts < 0.6) || profile.percents > 0.3 || /%/.test(heading)) return []
    const words = [...headingWords(heading)].filter((word) => word !== 'year')
    const kind = kindOf(words)
    return kind === undefined ? [] : [{ column: index + 1, year, kind, words: [...words].sort().join(' '), best: matches[index]?.[0]?.confidence ?? 0 }]
  })
  const years = (words: string): number => new Set(found.filter((one) => one.words === words).map((one) => one.year.year)).size
  return found.flatMap((one): readonly Yearly[] => {
    const several = years(one.words) > 1
    if (!several && (one.words === '' || one.best >= 0.6)) return []
    return [{ column: one.column, field: one.kind, year: one.year, confidence: several ? (one.words === '' ? 0.65 : 0.95) : 0.7 }]
  })
}

/** Costs or benefits, by the words beside the year; a heading that is a year alone stands over costs. Undefined for anything else. */
function kindOf(words: readonly string[]): YearKey | undefined {
  if (words.some((word) => word === 'comment' || word === 'variance' || word === 'number')) return undefined
  if (words.some((word) => /^(benefits|savings?|income|revenues?|returns?)$/.test(word))) return 'year:benefits'
  return words.length === 0 || words.some((word) => /^(cost|budget|spend|spending|expenditure|capex|opex|funding|investment|capital|outlay|amount)$/.test(word)) ? 'year:cost' : undefined
}
