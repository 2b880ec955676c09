import { governanceRoutes, type ComplianceCase, type Obligation } from '@throughline/contract/governance'
import { complianceStatuses } from '@throughline/engine/governance'
import { countOf, UsageError, type Command } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'compliance',
  summary: 'Obligations, to what they apply, and how initiatives stand to them',
  options: { why: { about: 'Explain the share of the compliant' } },
  run: async (typed, { call, print }) => {
    const found = await call(governanceRoutes.readObligations, {})
    const count = (status: Obligation['counts'] extends Record<infer S, number> ? S : never) => ({ head: status.replaceAll('_', ' '), of: ({ counts }: Obligation) => String(counts[status]), right: true })
    print.answer(found, () => (found.obligations.length === 0 ? ['No obligation is written down.'] : [
      ...tableLines(found.obligations, [
        { head: 'Obligation', of: (one: Obligation) => one.title, widest: 40 }, { head: 'Applies to', of: ({ ruleWords, retired }) => (retired ? 'retired' : ruleWords), widest: 50 }, { head: 'Compliant', of: ({ share }) => metricText(share.metric, (one) => percent(one, 0)), right: true },
        count('missing'), count('rejected'), count('lapsed'), count('attested'), count('unclear'), count('excepted'), { head: 'Verified by', of: ({ verifiers }) => verifiers.map(({ name }) => name).join(', '), widest: 30 },
      ]),
      ...(typed.on('why') ? ['', ...explanationLines(found.share.why)] : []),
    ]))
  },
}

const cases: Command = {
  name: 'compliance cases',
  summary: 'Obligations by initiative, what needs attention first',
  options: { status: { about: `Only these: ${complianceStatuses.join(', ')}`, takes: 'status' }, find: { about: 'Only those of initiatives with these words in their name or key', takes: 'words' }, from: { about: 'How many to pass over', takes: 'number' }, why: { about: 'Explain each' } },
  run: async (typed, { call, print }) => {
    const word = typed.one('status')
    const status = complianceStatuses.find((one) => one === word)
    if (word !== undefined && !status) throw new UsageError(`Found --status ${word}; expected ${complianceStatuses.join(', ')}.`)
    const [search, from] = [typed.one('find')?.trim(), countOf(typed, 'from')]
    const found = await call(governanceRoutes.readComplianceCases, { query: { ...(status ? { status } : {}), ...(search ? { search } : {}), ...(from === undefined ? {} : { from }) } })
    print.answer(found, () => (found.cases.length === 0 ? ['Nothing stands like this.'] : [
      ...tableLines(found.cases, [
        { head: 'Key', of: (one: ComplianceCase) => one.initiative.key }, { head: 'Initiative', of: ({ initiative }) => initiative.name, widest: 40 }, { head: 'Obligation', of: ({ obligation }) => obligation.title, widest: 40 }, { head: 'Status', of: ({ status: stands }) => stands.replaceAll('_', ' ') },
        { head: 'Attested by', of: ({ attestations: [last] }) => last?.by.name ?? '', widest: 30 }, { head: 'Holds until', of: ({ holds }) => (holds === null ? '' : (holds.until ?? 'without end')) },
      ]),
      ...(found.from + found.cases.length < found.total ? [`${found.from + 1} to ${found.from + found.cases.length} of ${found.total}; --from ${found.from + found.cases.length} lists those after them.`] : []),
      ...(typed.on('why') ? found.cases.flatMap(({ why }) => ['', ...explanationLines(why)]) : []),
    ]))
  },
}

export const complianceCommands: readonly Command[] = [show, cases]
