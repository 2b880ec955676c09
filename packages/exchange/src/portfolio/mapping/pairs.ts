import type { ColumnMapping } from '../draft.ts'
import type { Match } from './match.ts'
import { headingWords } from './words.ts'

/** A heading that says of which of two positions it tells: 'originalBudget' → original, 'Budget'. */
export type Paired = { readonly column: number; readonly position: 'original' | 'latest'; readonly rest: string }

/**
 * Columns that give a figure twice, as first published and as it is now ('originalBudget' and 'latestBudget'). Only where both stand
 * side by side; a heading that merely says 'latest' tells nothing of a second position.
 */
export function pairedColumns(headings: readonly string[]): readonly Paired[] {
  const told = headings.flatMap((heading, index): readonly Paired[] => {
    const match = /^(original|initial|first|latest|current|revised)[ _]?(.+)$/i.exec(heading.replace(/([a-z])([A-Z])/g, '$1 $2').trim())
    if (!match?.[1] || !match[2]) return []
    return [{ column: index + 1, position: /^(original|initial|first)$/i.test(match[1]) ? 'original' : 'latest', rest: match[2].toLowerCase() }]
  })
  return told.filter((one) => told.some((other) => other.rest === one.rest && other.position !== one.position))
}

/** What a column of a pair is read as: the date of its position where the heading names a source, year or date of another pair, else its best field. */
export function pairedTarget(paired: Paired, all: readonly Paired[], matches: readonly Match[]): Pick<ColumnMapping, 'field' | 'confidence'> {
  const isSource = all.some((other) => other.column !== paired.column && paired.rest !== other.rest && paired.rest.startsWith(other.rest) && sourceWords.test(paired.rest.slice(other.rest.length)))
  if (isSource || /^(as of|as at|position|snapshot|report(ing)?) ?(date)?$/.test(paired.rest)) return { field: 'snapshotOn', confidence: 0.8 }
  const [best] = matches
  return best && best.confidence >= 0.6 && headingWords(paired.rest).size > 0 ? { field: best.field, confidence: best.confidence } : { field: undefined, confidence: 0 }
}

const sourceWords = /^\s*(source|year|as of|date|reported|publication)\s*(date|year)?\s*$/
