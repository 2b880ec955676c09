import { strategyRoutes, type StrategyTree, type TreeObjective, type TreeStrategy } from '@throughline/contract/strategy'
import { UsageError, type Command } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'strategy units',
  summary: 'Strategies of units and functions: what they serve, what they weigh, who has leave to go their own way',
  options: { next: { about: 'Of the next version' }, why: { about: 'Explain the effective weight of one objective', takes: 'objective' } },
  run: async (typed, { call, print }) => {
    const inForce = await call(strategyRoutes.readTree, {})
    if (typed.on('next') && inForce.draftId === null) throw new UsageError('There is no next version. Begin one with strategy draft.')
    const tree = typed.on('next') && inForce.draftId !== null ? await call(strategyRoutes.readTree, { query: { version: inForce.draftId } }) : inForce
    const why = typed.one('why')
    if (why !== undefined) {
      const { effective } = oneOf('objective', tree.strategies.flatMap(({ objectives }) => objectives), why, ({ statement }) => [statement])
      return print.answer(effective, () => explanationLines(effective.why))
    }
    print.answer(tree, () => treeLines(tree))
  },
}

function treeLines({ strategies, waivers, issues, untaken, unserved }: StrategyTree): readonly string[] {
  const [root, ...below] = strategies
  const named = new Map(strategies.flatMap(({ objectives }) => objectives.map(({ id, statement }) => [id, statement] as const)))
  return [
    ...(below.length === 0 ? ['No unit has a strategy of its own.'] : below.flatMap((one) => [...strategyLines(one, named), ''])),
    ...(untaken.length > 0 ? [`Taken up by no unit: ${untaken.map((id) => named.get(id) ?? id).join('; ')} (of ${root?.objectives.length ?? 0}).`] : []),
    ...(unserved.length > 0 ? [`Served by no initiative: ${unserved.map((id) => named.get(id) ?? id).join('; ')}.`] : []),
    ...waivers.map(({ unit, waiver, state }) => `Leave for ${unit} from ${waiver.from} until ${waiver.to} (${state.replaceAll('_', ' ')}): ${waiver.reason}`),
    ...issues.map(({ words }) => `To mend: ${words}`),
  ]
}

const strategyLines = ({ name, unit, weights, arrived, waived, objectives }: TreeStrategy, named: ReadonlyMap<string, string>): readonly string[] => [
  `${name} (${unit ?? 'a function'}), ${weights === 'local' ? 'weighs for itself' : `inherits ${metricText(arrived, (share) => percent(share, 1))} of the weight above`}${waived ? ', has leave to go its own way' : ''}`,
  ...tableLines(objectives, [
    { head: 'Objective', of: ({ statement }: TreeObjective) => statement, widest: 60 },
    { head: 'Serves', of: ({ serves, detached }: TreeObjective) => (detached ? 'what is retired' : serves === null ? '' : (named.get(serves) ?? serves)), widest: 50 },
    { head: 'Own', of: ({ weight }: TreeObjective) => percent(weight, 1), right: true },
    { head: 'Effective', of: ({ effective }: TreeObjective) => metricText(effective.metric, (share) => percent(share, 1)), right: true },
    { head: 'Attained', of: ({ attainment }: TreeObjective) => metricText(attainment.metric, (share) => percent(share, 1)), right: true },
    { head: 'Initiatives', of: ({ initiatives }: TreeObjective) => String(initiatives), right: true },
  ]),
]

export const unitCommands: readonly Command[] = [show]
