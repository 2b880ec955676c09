import { basename } from 'node:path'
import { valueRoutes, type WaitingClaim } from '@throughline/contract/value'
import { readCsv } from '@throughline/exchange/csv'
import { Refused } from '../terminal/call.ts'
import { UsageError, wordAt, type Command } from '../terminal/command.ts'
import { tableLines } from '../terminal/print.ts'
import { issueText, mostAtOnce, notAll, postedOrRows, refusedLines, rowsOf } from './listed.ts'
import { readJudgementList } from './judgement-list.ts'
import { amountText, readUnits } from './ledger-amounts.ts'

const periodOption = { period: { about: 'Of one value period, also a closed one', takes: 'code' } } as const

/** `throughline value waiting`: what waits for somebody independent. */
export const waiting: Command = {
  name: 'value waiting',
  summary: 'Claims that wait for verification, and whether you may verify them',
  options: periodOption,
  run: async (typed, { call, print }) => {
    const period = typed.one('period')
    const found = await call(valueRoutes.listWaiting, { query: period === undefined ? {} : { period } })
    print.answer(found, () => [
      ...tableLines<WaitingClaim>(found.claims, [
        { head: 'Period', of: (one) => one.period }, { head: 'Benefit', of: ({ benefit }) => benefit, widest: 40 }, { head: 'Waits', of: ({ amount, unit }) => amountText(amount, unit), right: true },
        { head: 'Claimed by', of: ({ claims }) => [...new Set(claims.map(({ by }) => by))].join(', '), widest: 40 }, { head: 'Not by you', of: ({ hindrance }) => hindrance ?? '–', widest: 60 },
      ]),
      ...(found.more ? ['There are more: ask by --period.'] : []),
    ])
  },
}

/** `throughline value judge`: the decisions of a file as one act. */
export const judge: Command = {
  name: 'value judge',
  usage: '<file.csv | ->',
  summary: 'Verify or give back many claims at once from a CSV file; each refused one is named with its rule',
  options: { sample: { about: 'Which evidence was looked at, where a line says none', takes: 'text' }, ...periodOption, all: { about: 'All or none: one line that is refused leaves nothing posted' } },
  run: async (typed, { call, print, readFile }) => {
    const path = wordAt(typed, 0, 'file')
    const sheet = readCsv(await readFile(path), path === '-' ? 'decisions.csv' : basename(path))
    if (!sheet.ok) throw new UsageError(`${path} cannot be read as CSV (${sheet.refusal.code.toLowerCase().replaceAll('_', ' ')}).`)
    const [period, all] = [typed.one('period'), typed.on('all')]
    const { claims } = await call(valueRoutes.listWaiting, { query: period === undefined ? {} : { period } })
    const given = readJudgementList(sheet.value.sheet, { waiting: claims, readUnits, sample: typed.one('sample') })
    if (given.judgements.length === 0 || (all && given.issues.length > 0)) throw new UsageError(given.issues.map(issueText).join('\n') || 'The file has no decisions.')
    if (given.judgements.length > mostAtOnce) throw new UsageError(`Found ${given.judgements.length} decisions; expected at most ${mostAtOnce} in one act.`)
    const body = { judgements: given.judgements.map(({ judgement }) => judgement), ...(all ? { all } : {}) }
    const done = await postedOrRows(() => call(valueRoutes.judgeClaims, { body }))
    if ('refused' in done) {
      print.answer(done.refused.values ?? {}, () => refusedLines(given.judgements, rowsOf(done.refused)))
      throw new Refused(done.refused)
    }
    const refused = done.outcomes.flatMap((outcome, at) => ('code' in outcome ? [{ row: at + 1, rule: outcome.rule, words: outcome.words }] : []))
    print.answer({ ...done, issues: given.issues }, () => [`Posted ${done.posted} of ${given.judgements.length + given.issues.length}.`, ...given.issues.map(issueText), ...(refused.length > 0 ? refusedLines(given.judgements, refused) : [])])
    if (refused.length + given.issues.length > 0) throw new Refused(notAll(refused.length + given.issues.length, done.posted))
  },
}
