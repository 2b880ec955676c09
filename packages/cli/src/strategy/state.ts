import { strategyRoutes, type AlignmentState, type FacetState, type StateFinding, type StateThing } from '@throughline/contract/strategy'
import type { Command } from '../terminal/command.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'strategy alignment-state',
  usage: '[<facet>]',
  summary: 'Which of the nine facets of an aligned organisation hold, which fail on what evidence, and what is not recorded',
  run: async (typed, { call, print }) => {
    const state = await call(strategyRoutes.readAlignmentState, {})
    const [word] = typed.words
    if (word !== undefined) {
      const facet = oneOf('facet', state.facets.map((one) => ({ id: one.facet, ...one })), word, ({ facet: name }) => [name])
      return print.answer(facet, () => facetLines(facet))
    }
    print.answer(state, () => stateLines(state))
  },
}

const statusWords: Readonly<Record<FacetState['status'], string>> = { holds: 'holds', fails: 'fails', not_checked: 'not checked' }
const named = (things: readonly StateThing[], of = things.length): string => `${things.map(({ name }) => name).join(', ')}${of > things.length ? ` and ${of - things.length} more` : ''}`
const findingsOf = ({ checks }: FacetState): number => checks.reduce((sum, { findings }) => sum + findings.count, 0)

function stateLines({ asOf, facets, anomalies }: AlignmentState): readonly string[] {
  return [
    `As of ${asOf}:`,
    ...tableLines<FacetState>(facets, [
      { head: 'Facet', of: ({ facet }) => facet }, { head: 'Status', of: ({ status }) => statusWords[status] }, { head: 'Checks made', of: ({ checks }) => `${checks.filter(({ status }) => status !== 'not_checked').length} of ${checks.length}`, right: true },
      { head: 'Findings', of: (one) => String(findingsOf(one)), right: true }, { head: 'Why', of: ({ because, checks }) => because ?? checks.flatMap(({ findings }) => findings.first)[0]?.words ?? '', widest: 90 },
    ]),
    ...(anomalies.count === 0 ? [] : ['', 'Stated, and done otherwise:', ...anomalies.first.flatMap(({ finding }) => findingLines(finding)), ...(anomalies.count > anomalies.first.length ? [`  and ${anomalies.count - anomalies.first.length} more`] : [])]),
  ]
}

function facetLines({ facet, status, because, checks }: FacetState): readonly string[] {
  return [
    `${facet}: ${statusWords[status]}${because === null ? '' : `, ${because}`}`,
    ...checks.flatMap((check) => [
      '', `${check.question} ${statusWords[check.status]}${check.because === null ? '' : `: ${check.because}`}`,
      ...check.findings.first.flatMap(findingLines), ...(check.findings.count > check.findings.first.length ? [`  and ${check.findings.count - check.findings.first.length} more`] : []),
      ...(check.status === 'holds' ? [`  Looked at: ${named(check.looked.first, check.looked.count)}`] : []), ...check.leftOut.map((one) => `  Not looked at, since ${one}`),
    ]),
  ]
}

const findingLines = ({ kind, words, things, measured }: StateFinding): readonly string[] => [`  ${kind}: ${words}`, ...(kind === 'anomaly' ? [`    stated: ${named(things)}; done: ${named(measured)}`] : [])]

export const stateCommands: readonly Command[] = [show]
