import { demandRoutes, type Experiment, type Innovation } from '@throughline/contract/demand'
import type { Command } from '../terminal/command.ts'
import { explanationLines, metricText, moneyText, percent } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'innovation',
  summary: 'Experiments on ideas with their caps, costs and results, the kill rate, and what a validated learning costs',
  options: { why: { about: 'Explain each figure' } },
  run: async (typed, { call, print }) => {
    const found = await call(demandRoutes.readInnovation, {})
    const { killRate, learningRate, costPerLearning, spent, atStake } = found
    print.answer(found, () => [
      ...tableLines(found.experiments, [
        { head: 'Hypothesis', of: (one: Experiment) => one.hypothesis, widest: 40 }, { head: 'Idea', of: ({ idea }) => idea.name, widest: 30 }, { head: 'Proves', of: ({ stage }) => stage }, { head: 'State', of: ({ state, overdue }) => (overdue ? 'overdue' : state) }, { head: 'Due', of: ({ dueOn }) => dueOn },
        { head: 'Cap', of: ({ cap }) => metricText(cap, moneyText), right: true }, { head: 'Cost', of: ({ cost, state }) => (state === 'running' ? '' : metricText(cost, moneyText)), right: true }, { head: 'Evidence', of: ({ evidence }) => evidence?.words ?? '', widest: 40 },
      ]),
      ...(found.omitted > 0 ? [`… and ${found.omitted} more`] : []),
      `Kill rate: ${metricText(killRate.metric, (one) => percent(one))}. Learning rate: ${metricText(learningRate.metric, (one) => percent(one))}. A validated learning costs ${metricText(costPerLearning.metric, moneyText)}; at stake: ${metricText(atStake.metric, moneyText)}.`,
      ...found.adopted.map(({ idea, initiative, on }) => `Adopted ${on}: ${idea.name}, as the initiative ${initiative.name}.`),
      ...(typed.on('why') ? [killRate, learningRate, spent, costPerLearning, atStake].flatMap(({ why }) => ['', ...explanationLines(why)]) : []),
    ])
  },
}

const plans: Command = {
  name: 'innovation change-plans',
  summary: 'Plans of change with their steps and what shows that each is done; the templates there are',
  run: async (_, { call, print }) => {
    const { plans: found, templates } = await call(demandRoutes.readInnovation, {})
    print.answer({ plans: found, templates }, () => [
      ...found.flatMap(({ initiative, template, owner, steps }: Innovation['plans'][number]) => [`${initiative.name}: ${templates.find(({ key }) => key === template)?.title ?? template}, led by ${owner.name}`, ...steps.map(({ name, done }, at) => `  ${at + 1}. ${name}: ${done ? `${done.words} (${done.by})` : 'not yet'}`)]),
      ...templates.map(({ title, source, fits }) => `Template ${title}: ${fits}. ${source}`),
    ])
  },
}

export const innovationCommands: readonly Command[] = [show, plans]
