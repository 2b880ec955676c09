import type { ClaimOutcomes } from '@throughline/contract/value'
import type { Problem } from '@throughline/contract/wire'
import { Refused } from '../terminal/call.ts'
import { tableLines } from '../terminal/print.ts'
import type { ClaimIssue } from './claim-list.ts'

/** Acts on claims that one list takes at most. */
export const mostAtOnce = 1000

/** A row of a list that was refused: which, counted from one, and the rule in words. */
export type RefusedRow = { readonly row: number; readonly rule: string; readonly words: string }

/** The outcomes, or the refusal of all with its rows. */
export async function postedOrRows(post: () => Promise<ClaimOutcomes>): Promise<ClaimOutcomes | { readonly refused: Problem }> {
  try {
    return await post()
  } catch (error) {
    if (error instanceof Refused && error.problem.code === 'claims_refused') return { refused: error.problem }
    throw error
  }
}

export const rowsOf = ({ values }: Problem): readonly RefusedRow[] => (Array.isArray(values?.['rows']) ? (values['rows'] as readonly RefusedRow[]) : [])
export const issueText = ({ line, found, expected }: ClaimIssue): string => `Line ${line}: found ${found}; expected ${expected}.`

/** Refused rows under the lines of the file that they stand on. */
export const refusedLines = (given: readonly { readonly line: number }[], rows: readonly RefusedRow[]): readonly string[] =>
  tableLines(rows.flatMap((row) => {
    const of = given[row.row - 1]
    return of ? [{ ...row, line: of.line }] : []
  }), [{ head: 'Line', of: ({ line }) => String(line), right: true }, { head: 'Rule', of: ({ rule }) => rule }, { head: 'Why', of: ({ words }) => words, widest: 160 }])

/** Some lines were not posted: what the command ends with. */
export const notAll = (refused: number, posted: number): Problem => ({ type: '/problems#claims_refused', title: 'Not all claims were posted', status: 422, code: 'claims_refused', detail: `${refused} ${refused === 1 ? 'line was' : 'lines were'} refused, ${posted} posted.` })
