import type { Benefit } from '@throughline/contract/value'
import { isBlank, type Sheet } from '@throughline/exchange/sheet'

/** A claim of a file, with the line where it stands and the benefit as it is named in the ledger. */
export type GivenClaim = { readonly line: number; readonly benefit: Benefit; readonly period: string; readonly amount: string; readonly evidence: string; readonly early: string; readonly upToCap: boolean }
/** What cannot be read, by line. */
export type ClaimIssue = { readonly line: number; readonly found: string; readonly expected: string }
export type GivenClaims = { readonly claims: readonly GivenClaim[]; readonly issues: readonly ClaimIssue[] }

const headings = { benefit: /^benefit$/i, period: /^(value )?period$/i, amount: /^(amount|claim(ed)?)$/i, evidence: /^evidence$/i, early: /^early( evidence)?$/i, upToCap: /^up[ -]to[ -](the[ -])?cap$/i } as const
type Columns = Readonly<Record<keyof typeof headings, number>>
type Known = { readonly benefits: readonly Benefit[]; /** Least units of an amount as it is typed; throws where it is none. */ readonly readUnits: (text: string, unit: string) => string }

/**
 * Claims down a sheet, under the headings Benefit, Period, Amount and Evidence, and where there are any Early evidence and Up to cap (yes).
 * Amounts are as people write them, in the unit of their benefit. A line that cannot be read is named, and the others stand.
 */
export function readClaimList({ rows }: Sheet, known: Known): GivenClaims {
  const headAt = rows.findIndex((row) => row.some((cell) => !isBlank(cell)))
  const head = (rows[headAt] ?? []).map(({ text }) => text.trim())
  const place = (name: keyof typeof headings): number => head.findIndex((text) => headings[name].test(text))
  const columns: Columns = { benefit: place('benefit'), period: place('period'), amount: place('amount'), evidence: place('evidence'), early: place('early'), upToCap: place('upToCap') }
  const missing = (['benefit', 'period', 'amount'] as const).filter((name) => columns[name] < 0)
  if (missing.length > 0) return { claims: [], issues: [{ line: Math.max(headAt, 0) + 1, found: head.filter(Boolean).join(', ') || 'nothing', expected: 'the headings Benefit, Period, Amount and Evidence' }] }
  const read = rows.slice(headAt + 1).flatMap((row, at) => (row.every(isBlank) ? [] : [readLine((column) => (column < 0 ? '' : (row[column]?.text.trim() ?? '')), headAt + at + 2, columns, known)]))
  return { claims: read.flatMap((one) => ('benefit' in one ? [one] : [])), issues: read.flatMap((one) => ('expected' in one ? [one] : [])) }
}

function readLine(cell: (column: number) => string, line: number, columns: Columns, { benefits, readUnits }: Known): GivenClaim | ClaimIssue {
  const [name, period, amount] = [cell(columns.benefit), cell(columns.period), cell(columns.amount)]
  const named = benefits.filter((one) => one.id === name || one.name.toLowerCase() === name.toLowerCase())
  const [benefit] = named
  if (!benefit || named.length > 1) return { line, found: named.length > 1 ? `${named.length} benefits named ${name}` : name || 'nothing', expected: 'one benefit of the ledger, by its name or id' }
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$/.test(period)) return { line, found: period || 'nothing', expected: 'the code of a value period, such as 2026-10' }
  try {
    return { line, benefit, period, amount: readUnits(amount, benefit.unit), evidence: cell(columns.evidence), early: cell(columns.early), upToCap: /^(yes|y|true|1|x)$/i.test(cell(columns.upToCap)) }
  } catch {
    return { line, found: amount || 'nothing', expected: `an amount of ${benefit.unit}` }
  }
}
