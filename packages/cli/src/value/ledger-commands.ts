import { valueRoutes, type Benefit, type LedgerEntry, type Reconciliation } from '@throughline/contract/value'
import type { Caller } from '../terminal/call.ts'
import { required, UsageError, wordAt, type Command, type Typed } from '../terminal/command.ts'
import { metricText } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'
import { claims } from './claims-command.ts'
import { judge, waiting } from './judgements-command.ts'
import { amountText, readUnits } from './ledger-amounts.ts'

async function findBenefit(call: Caller, name: string): Promise<Benefit> {
  const { benefits } = await call(valueRoutes.readRegister, {})
  const found = benefits.filter((one) => one.id === name || one.name.toLowerCase() === name.toLowerCase())
  const [benefit] = found
  if (!benefit || found.length > 1) throw new UsageError(`Found ${found.length === 0 ? 'no' : found.length} benefits named ${name}; there are ${benefits.map((one) => one.name).join(', ') || 'none'}.`)
  return benefit
}

const periodOption = { period: { about: 'Of one value period', takes: 'code' } } as const
const asked = (typed: Typed) => (typed.one('period') === undefined ? {} : { period: typed.one('period') ?? '' })

const ledger: Command = {
  name: 'value ledger',
  summary: 'Entries of the value ledger with their postings, newest first',
  options: { ...periodOption, entry: { about: 'One entry with all its postings; a list has the first 40 of each', takes: 'id' } },
  run: async (typed, { call, print }) => {
    const entryId = typed.one('entry')
    const found = await call(valueRoutes.listLedger, { query: { ...asked(typed), ...(entryId === undefined ? { lines: 40 } : { entryId }), limit: 100 } })
    for (const { id, no, morePostings } of found.entries) if (morePostings) print.remark(`Entry ${no} has ${morePostings} postings more: throughline value ledger --entry ${id}`)
    const lines = found.entries.flatMap((entry) => entry.postings.map((posting) => ({ entry, posting })))
    type Line = { readonly entry: LedgerEntry; readonly posting: LedgerEntry['postings'][number] }
    print.answer(found, () => tableLines<Line>(lines, [
      { head: 'No', of: ({ entry }) => String(entry.no), right: true }, { head: 'Act', of: ({ entry }) => entry.kind.replaceAll('_', ' ') }, { head: 'Account', of: ({ posting: { account } }) => account.code }, { head: 'Of', of: ({ posting: { account } }) => account.benefit ?? account.measure ?? '', widest: 40 },
      { head: 'Period', of: ({ posting: { account } }) => account.period }, { head: 'Amount', of: ({ posting: { account, amount } }) => amountText(amount, account.unit), right: true }, { head: 'By', of: ({ entry }) => entry.by },
    ]))
  },
}

const reconcile: Command = {
  name: 'value reconcile',
  summary: 'Per measure and period: measured = attributed + left + unattributed, with refused claims',
  options: periodOption,
  run: async (typed, { call, print }) => {
    const found = await call(valueRoutes.readReconciliation, { query: { ...asked(typed), unmoved: true } })
    const text = (amount: (one: Reconciliation) => string) => (one: Reconciliation) => amountText(amount(one), one.unit)
    print.answer(found, () => tableLines(found, [
      { head: 'Measure', of: ({ measure }) => measure, widest: 40 }, { head: 'Period', of: ({ period }) => period }, { head: 'Measured', of: ({ movement, unit }) => metricText(movement, (amount) => amountText(amount, unit)), right: true, widest: 40 },
      { head: 'Attributed', of: ({ attributed, unit }) => metricText(attributed.metric, (amount) => amountText(amount, unit)), right: true, widest: 40 }, { head: 'Left', of: text(({ left }) => left), right: true }, { head: 'Unattributed', of: text(({ unattributed }) => unattributed), right: true },
      { head: 'Refused', of: ({ refused }) => refused.map(({ rule, code }) => `${rule} ${code}`).join(', ') || '–', widest: 50 },
    ]))
  },
}

const claim: Command = {
  name: 'value claim',
  usage: '<benefit> <period> <amount>',
  summary: 'Claim a part of what the measure of a benefit moved',
  options: { evidence: { about: 'What shows it', takes: 'text' }, 'up-to-cap': { about: 'Post what is allowed, and say what was withheld' }, early: { about: 'Evidence that value came before delivery', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const benefit = await findBenefit(call, wordAt(typed, 0, 'benefit'))
    const early = typed.one('early')
    const body = { benefitId: benefit.id, period: wordAt(typed, 1, 'period'), amount: readUnits(wordAt(typed, 2, 'amount'), benefit.unit), evidence: required(typed, 'evidence'), ...(typed.on('up-to-cap') ? { upToCap: true } : {}), ...(early === undefined ? {} : { earlyEvidence: early }) }
    const entry = await call(valueRoutes.claimBenefit, { body })
    print.answer(entry, () => [`Claimed for ${benefit.name} in ${body.period} (entry ${entry.no}).${entry.withheld ? ` Withheld: ${amountText(entry.withheld.amount, benefit.unit)}, ${entry.withheld.code.replaceAll('_', ' ')}.` : ''}`])
  },
}

const verify: Command = {
  name: 'value verify',
  usage: '<benefit> <period> <amount>',
  summary: 'Verify claimed value, as somebody independent of it',
  options: { sample: { about: 'Which evidence was looked at', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const benefit = await findBenefit(call, wordAt(typed, 0, 'benefit'))
    const period = wordAt(typed, 1, 'period')
    const entry = await call(valueRoutes.verifyClaim, { body: { benefitId: benefit.id, period, amount: readUnits(wordAt(typed, 2, 'amount'), benefit.unit), sample: required(typed, 'sample') } })
    print.answer(entry, () => [`Verified for ${benefit.name} in ${period} (entry ${entry.no}).`])
  },
}

/** The value ledger in the terminal. */
export const ledgerCommands: readonly Command[] = [ledger, reconcile, claim, claims, verify, waiting, judge]
