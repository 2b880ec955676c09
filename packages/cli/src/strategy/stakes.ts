import { strategyRoutes, type GoalAtStake, type OwnerAtStake, type UnitStake } from '@throughline/contract/strategy'
import type { Command } from '../terminal/command.ts'
import { explanationLines, metricText, moneyText, percent } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'strategy stakes',
  usage: '[<unit>]',
  summary: 'What of the goals of units depends on initiatives that others own, and whom there is something to agree with',
  options: { why: { about: 'Explain what is at stake' } },
  run: async (typed, { call, print }) => {
    const { units } = await call(strategyRoutes.readStakes, {})
    const [word] = typed.words
    if (word !== undefined) {
      const unit = oneOf('unit', units, word, ({ name, unit: of }) => [name, ...(of === null ? [] : [of])])
      return print.answer(unit, () => unitLines(unit, typed.on('why')))
    }
    print.answer({ units }, () => (units.length === 0 ? ['No unit has goals: neither a strategy of its own nor an objective that it owns.'] : tableLines<UnitStake>(units, [
      { head: 'Whose goals', of: ({ name }) => name, widest: 50 }, { head: 'Goals', of: ({ goals }) => String(goals.length), right: true }, { head: 'Hang on others', of: ({ dependence: { metric } }) => metricText(metric, (share) => percent(share)), right: true },
      { head: 'At stake', of: ({ exposed: { metric } }) => metricText(metric, moneyText), right: true }, { head: 'In own hands', of: ({ own: { metric } }) => metricText(metric, moneyText), right: true },
      { head: 'By confidence', of: ({ classes }) => classes.map(({ rating, value }) => `${ratingText(rating)} ${metricText(value.metric, moneyText)}`).join(', '), widest: 60 },
    ])))
  },
}

function unitLines({ name, goals, owners, dependence, exposed }: UnitStake, why: boolean): readonly string[] {
  type Row = OwnerAtStake['initiatives'][number] & { readonly owner: string }
  const rows = owners.flatMap(({ unit, initiatives }) => initiatives.map((one): Row => ({ ...one, owner: unit ?? '(no unit)' })))
  return [
    name,
    ...tableLines<GoalAtStake>(goals, [
      { head: 'Goal', of: ({ statement }) => statement, widest: 60 }, { head: 'Weight', of: ({ weight }) => percent(weight, 1), right: true }, { head: 'Own', of: ({ own }) => String(own), right: true }, { head: 'Of others', of: ({ others }) => String(others), right: true },
      { head: 'Hangs on others', of: (one) => metricText(one.dependence.metric, (share) => percent(share)), right: true }, { head: 'At stake', of: (one) => (one.others === 0 ? '' : metricText(one.exposed.metric, moneyText)), right: true },
    ]),
    '',
    ...(rows.length === 0 ? ['Everything that serves these goals is in its own hands.'] : tableLines<Row>(rows, [
      { head: 'Initiative', of: ({ initiative }) => initiative.name, widest: 44 }, { head: 'Owner', of: ({ owner }) => owner, widest: 30 }, { head: 'Confidence', of: ({ rating }) => ratingText(rating) }, { head: 'At stake', of: ({ value }) => metricText(value, moneyText), right: true }, { head: 'Serves', of: (one) => one.goals.join('; '), widest: 60 },
    ])),
    ...(why ? ['', ...explanationLines(dependence.why), ...explanationLines(exposed.why)] : []),
  ]
}

const ratingText = (rating: UnitStake['classes'][number]['rating']): string => (rating ? rating.level.replaceAll('_', '/') : 'not rated')

export const stakeCommands: readonly Command[] = [show]
