import { basename } from 'node:path'
import { valueRoutes, type ClaimOutcomes } from '@throughline/contract/value'
import { readCsv } from '@throughline/exchange/csv'
import { Refused } from '../terminal/call.ts'
import { UsageError, wordAt, type Command } from '../terminal/command.ts'
import { readClaimList, type GivenClaim } from './claim-list.ts'
import { amountText, readUnits } from './ledger-amounts.ts'
import { issueText, mostAtOnce, notAll, postedOrRows, refusedLines, rowsOf } from './listed.ts'

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
    if (given.claims.length > mostAtOnce) throw new UsageError(`Found ${given.claims.length} claims; expected at most ${mostAtOnce} in one act.`)
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

const bodyOf = ({ benefit, period, amount, evidence, early, upToCap }: GivenClaim, otherwise: string | undefined) => {
  const shown = evidence || otherwise
  return { benefitId: benefit.id, period, amount, ...(shown ? { evidence: shown } : {}), ...(early ? { earlyEvidence: early } : {}), ...(upToCap ? { upToCap } : {}) }
}

const withheldLines = (given: readonly GivenClaim[], { outcomes }: ClaimOutcomes): readonly string[] =>
  outcomes.flatMap((outcome, at) => {
    const claim = given[at]
    return claim && 'withheld' in outcome && outcome.withheld !== null ? [`Line ${claim.line}: withheld ${amountText(outcome.withheld, claim.benefit.unit)} of ${claim.benefit.name}.`] : []
  })
