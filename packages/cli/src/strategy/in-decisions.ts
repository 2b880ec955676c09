import { strategyRoutes, type CitedShare, type ObjectiveUse, type UnitUse } from '@throughline/contract/strategy'
import { wordAt, type Command } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'strategy objective-use',
  summary: 'How often an objective is a reason of decisions, by quarter, unit and objective',
  options: { why: { about: 'Explain the share of all decisions' } },
  run: async (typed, { call, print }) => {
    const use = await call(strategyRoutes.readObjectiveUse, {})
    print.answer(use, () => [...lines(use), ...(typed.on('why') ? ['', ...explanationLines(use.all.share.why)] : [])])
  },
}

const cite: Command = {
  name: 'strategy cite-objective',
  usage: '<decision> <objective>',
  summary: 'Say which objective was a reason of a decision',
  options: { how: { about: 'How it was a reason', takes: 'text' }, 'take-back': { about: 'Take away that it was' } },
  run: async (typed, { call, print }) => {
    const { decisions, citable } = await call(strategyRoutes.readObjectiveUse, {})
    const decision = oneOf('decision', decisions, wordAt(typed, 0, 'decision'), ({ question }) => [question])
    if (typed.on('take-back')) {
      const cited = oneOf('objective of the decision', decision.cites, wordAt(typed, 1, 'objective'), ({ statement }) => [statement])
      const after = await call(strategyRoutes.withdrawCitation, { params: { id: cited.id }, query: { version: cited.version } })
      return print.answer(after, () => [`“${decision.question}” names ${cited.statement} no longer.`, summary(after.all)])
    }
    const objective = oneOf('objective', citable.map((one) => ({ id: one.key, ...one })), wordAt(typed, 1, 'objective'), ({ statement }) => [statement])
    const use = await call(strategyRoutes.citeObjective, { body: { decisionId: decision.id, key: objective.key, how: typed.one('how') ?? '' } })
    print.answer(use, () => [`“${decision.question}” names ${objective.statement}.`, summary(use.all)])
  },
}

const shareText = ({ share: { metric } }: CitedShare): string => metricText(metric, (share) => percent(share))
const summary = (all: CitedShare): string => `${all.citing} of ${all.decisions} decisions name an objective: ${shareText(all)}.`

const columns = [{ head: 'Decisions', of: ({ decisions }: CitedShare) => String(decisions), right: true }, { head: 'Cite', of: ({ citing }: CitedShare) => String(citing), right: true }, { head: 'Share', of: shareText, right: true }] as const
const lines = (use: ObjectiveUse): readonly string[] => [
  summary(use.all),
  ...(use.periods.length === 0 ? [] : ['', ...tableLines(use.periods, [{ head: 'Quarter', of: ({ label }: ObjectiveUse['periods'][number]) => label }, ...columns])]),
  ...(use.units.length === 0 ? [] : ['', ...tableLines(use.units, [{ head: 'Unit', of: ({ unit }: UnitUse) => unit ?? '(whole organisation)', widest: 50 }, ...columns, { head: '', of: ({ coaching }: UnitUse) => (coaching ? 'coaching' : '') }])]),
  ...(use.objectives.length === 0 ? [] : ['', ...tableLines(use.objectives, [{ head: 'Objective', of: ({ statement }: ObjectiveUse['objectives'][number]) => statement, widest: 60 }, { head: 'Decisions', of: ({ decisions }: ObjectiveUse['objectives'][number]) => String(decisions), right: true }, { head: 'Such as', of: ({ examples }: ObjectiveUse['objectives'][number]) => examples.map(({ question }) => question).join('; '), widest: 60 }])]),
]

export const inDecisionsCommands: readonly Command[] = [show, cite]
