import type { Verdict } from '@throughline/engine/strategy'
import { findHead, firstRowSaid, isBlank, placesIn, type Cell, type Sheet } from '../sheet/index.ts'

type GivenVerdict = { readonly verdict: Verdict; readonly reason: string }
/** What a file says became of one initiative, which is called by name, key or id; an alignment that is stated lies from −1 to 1. */
export type GivenOutcome = { readonly line: number; readonly initiative: string; readonly intent: GivenVerdict; readonly goal: GivenVerdict; readonly judge: string; readonly stated: { readonly score: number; readonly source: string } | null }
/** What could not be read, with its place, what stands there, and what would have been read. */
export type VerdictIssue = { readonly line: number | null; readonly column: string | null; readonly found: string; readonly expected: string }
export type GivenOutcomes = { readonly found: boolean; readonly rows: readonly GivenOutcome[]; readonly issues: readonly VerdictIssue[] }

const headings = {
  initiative: /^(initiative|project|programme|name|key|id)$/i, intent: /^(intent|intent met|met intent|business intent)$/i, intentReason: /^(intent reason|reason|why|reason for intent)$/i, goal: /^(goals?|goals? met|met goals?)$/i,
  goalReason: /^(goals? reason|reason for goals?)$/i, judge: /^(judge|judged by|by)$/i, stated: /^(alignment|stated alignment|alignment at approval)$/i, source: /^(source|alignment source|stated by)$/i,
} as const
type Columns = Readonly<Record<keyof typeof headings, number>>

const verdicts: readonly (readonly [RegExp, Verdict])[] = [
  [/^(met|yes|fully|fully met|achieved)$/i, 'met'], [/^(partly|partial|partially|partly met|partially met)$/i, 'partly'], [/^(not met|not_met|no|missed|not achieved)$/i, 'not_met'], [/^(|-|–|n\/a|not judged|not_judged|unknown)$/i, 'not_judged'],
]
const verdictWords = 'met, partly, not met or not judged'

/** Verdicts of a sheet with a heading for the initiative, its intent and its goals, and further ones for reasons, who judged and an alignment that is stated. A row that cannot be read is named and left out. */
export function readVerdicts(sheet: Sheet): GivenOutcomes {
  const head = findHead(sheet, columnsIn)
  if (head) return readRows(sheet, head.at, head.columns)
  return { found: false, rows: [], issues: [{ line: 1, column: null, found: firstRowSaid(sheet), expected: 'headings such as Initiative, Intent, Intent reason, Goals, Goals reason, Judge, Alignment, Source' }] }
}

function columnsIn(row: readonly Cell[]): Columns | undefined {
  const columns = placesIn(row, headings)
  return columns.initiative >= 0 && columns.intent >= 0 && columns.goal >= 0 ? columns : undefined
}

function readRows(sheet: Sheet, headAt: number, columns: Columns): GivenOutcomes {
  const rows: GivenOutcome[] = []
  const issues: VerdictIssue[] = []
  for (const [at, row] of sheet.rows.slice(headAt + 1).entries()) {
    if (row.every(isBlank)) continue
    const line = headAt + at + 2
    const cell = (column: keyof Columns): Cell => row[columns[column]] ?? { text: '' }
    const text = (column: keyof Columns): string => cell(column).text.trim()
    const wrong = (column: keyof Columns, expected: string): void => void issues.push({ line, column: sheet.rows[headAt]?.[columns[column]]?.text.trim() ?? column, found: text(column).slice(0, 120) || 'nothing', expected })
    const before = issues.length
    const given = (column: 'intent' | 'goal'): GivenVerdict => {
      const verdict = verdicts.find(([form]) => form.test(text(column)))?.[1]
      const reason = text(`${column}Reason`)
      if (!verdict) wrong(column, verdictWords)
      else if (verdict !== 'not_judged' && reason === '') wrong(`${column}Reason`, 'a reason')
      return { verdict: verdict ?? 'not_judged', reason: reason === '' ? 'Left blank in the file' : reason }
    }
    if (text('initiative') === '') wrong('initiative', 'the name, key or id of an initiative')
    const [intent, goal, stated] = [given('intent'), given('goal'), text('stated') === '' ? null : scoreOf(cell('stated'))]
    if (stated === undefined) wrong('stated', 'a number from −1 to 1')
    else if (stated !== null && text('source') === '') wrong('source', 'where the stated alignment comes from')
    if (issues.length === before) rows.push({ line, initiative: text('initiative'), intent, goal, judge: text('judge'), stated: stated === null || stated === undefined ? null : { score: stated, source: text('source') } })
  }
  return { found: true, rows, issues }
}

function scoreOf({ number, text }: Cell): number | undefined {
  const score = number ?? (/^[-−]?\d*[.,]?\d+$/.test(text.trim()) ? Number(text.trim().replace('−', '-').replace(',', '.')) : Number.NaN)
  return score >= -1 && score <= 1 ? score : undefined
}
