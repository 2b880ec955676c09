import { basename } from 'node:path'
import { valueRoutes, type ClaimOutcomes } from '@throughline/contract/value'
import type { Problem } from '@throughline/contract/wire'
import { readCsv } from '@throughline/exchange/csv'
import { Refused } from '../terminal/call.ts'
import { UsageError, wordAt, type Command } from '../terminal/command.ts'
import { tableLines } from '../terminal/print.ts'
import { readClaimList, type ClaimIssue, type GivenClaim } from './claim-list.ts'
import { amountText, readUnits } from './ledger-amounts.ts'

/** Claims that one act takes at most. */
const most = 1000

/** `throughline value claims`: the claims of a file as one act. */
export const claims: Command = {
  name: 'value claims',
  usage: '<file.csv | ->',
  summary: 'Claim many at once from a CSV file: good lines are posted, each refused one is named with its rule',
  options: { evidence: { about: 'What shows the claims whose line says nothing', takes: 'text' }, all: { about: 'All or none: one line that is refused leaves nothing posted' } },
  run: async (typed, { call, print, readFile }) => {
    const path = wordAt(typed, 0, 'file')
    const sheet = readCsv(await readFile(path), path === '-' ? 'claims.csv' : basename(path))
    if (!sheet.ok) throw new UsageError(`${path} cannot be read as CSV (${sheet.refusal.code.toLowerCase().replaceAll('_', ' ')}).`)
    const given = readClaimList(sheet.value.sheet, { benefits: (await call(valueRoutes.readRegister, {})).benefits, readUnits })
    const all = typed.on('all')
    if (given.claims.length === 0 || (all && given.issues.length > 0)) throw new UsageError(given.issues.map(issueText).join('\n') || 'The file has no claims.')
    if (given.claims.length > most) throw new UsageError(`Found ${given.claims.length} claims; expected at most ${most} in one act.`)
    const otherwise = typed.one('evidence')
    const body = { claims: given.claims.map((claim) => bodyOf(claim, otherwise)), ...(all ? { all } : {}) }
    const done = await postedOrRows(() => call(valueRoutes.claimBenefits, { body }))
    if ('refused' in done) {
      print.answer(done.refused.values ?? {}, () => refusedLines(given.claims, rowsOf(done.refused)))
      throw new Refused(done.refused)
    }
    const refused = done.outcomes.flatMap((outcome, at) => ('code' in outcome ? [{ row: at + 1, rule: outcome.rule, words: outcome.words }] : []))
    print.answer({ ...done, issues: given.issues }, () => [`Posted ${done.posted} of ${given.claims.length + given.issues.length}.`, ...withheldLines(given.claims, done), ...given.issues.map(issueText), ...(refused.length > 0 ? refusedLines(given.claims, refused) : [])])
    if (refused.length + given.issues.length > 0) throw new Refused(notAll(refused.length + given.issues.length, done.posted))
  },
}

type RefusedRow = { readonly row: number; readonly rule: string; readonly words: string }

const bodyOf = ({ benefit, period, amount, evidence, early, upToCap }: GivenClaim, otherwise: string | undefined) => {
  const shown = evidence || otherwise
  return { benefitId: benefit.id, period, amount, ...(shown ? { evidence: shown } : {}), ...(early ? { earlyEvidence: early } : {}), ...(upToCap ? { upToCap } : {}) }
}

/** The outcomes, or the refusal of all with its rows. */
async function postedOrRows(post: () => Promise<ClaimOutcomes>): Promise<ClaimOutcomes | { readonly refused: Problem }> {
  try {
    return await post()
  } catch (error) {
    if (error instanceof Refused && error.problem.code === 'claims_refused') return { refused: error.problem }
    throw error
  }
}

const rowsOf = ({ values }: Problem): readonly RefusedRow[] => (Array.isArray(values?.['rows']) ? (values['rows'] as readonly RefusedRow[]) : [])
const issueText = ({ line, found, expected }: ClaimIssue): string => `Line ${line}: found ${found}; expected ${expected}.`

const refusedLines = (given: readonly GivenClaim[], rows: readonly RefusedRow[]): readonly string[] =>
  tableLines(rows.flatMap((row) => {
    const claim = given[row.row - 1]
    return claim ? [{ ...row, claim }] : []
  }), [{ head: 'Line', of: ({ claim }) => String(claim.line), right: true }, { head: 'Rule', of: ({ rule }) => rule }, { head: 'Why', of: ({ words }) => words, widest: 160 }])

const withheldLines = (given: readonly GivenClaim[], { outcomes }: ClaimOutcomes): readonly string[] =>
  outcomes.flatMap((outcome, at) => {
    const claim = given[at]
    return claim && 'withheld' in outcome && outcome.withheld !== null ? [`Line ${claim.line}: withheld ${amountText(outcome.withheld, claim.benefit.unit)} of ${claim.benefit.name}.`] : []
  })

const notAll = (refused: number, posted: number): Problem => ({ type: '/problems#claims_refused', title: 'Not all claims were posted', status: 422, code: 'claims_refused', detail: `${refused} ${refused === 1 ? 'line was' : 'lines were'} refused, ${posted} posted.` })
