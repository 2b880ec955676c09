import { governanceRoutes, type PmoObjective } from '@throughline/contract/governance'
import type { Command } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'services objectives',
  summary: 'What each PMO is to reach, by which measures, how it serves the strategy, and what is missing',
  options: { why: { about: 'Explain which objectives are sound' } },
  run: async (typed, { call, print }) => {
    const found = await call(governanceRoutes.readPmoObjectives, {})
    print.answer(found, () => (found.pmos.length === 0 ? ['No PMO offers a service.'] : [
      ...found.pmos.flatMap(({ name, strategies }) => [
        ...(strategies.length === 0 ? [`${name} has no strategy of its own.`] : []),
        ...strategies.flatMap((strategy) => [
          `${name}: ${strategy.name}, sound ${metricText(strategy.soundness.metric, (share) => percent(share))}, attained ${metricText(strategy.composite.metric, (share) => percent(share))}`,
          ...tableLines<PmoObjective>(strategy.objectives, [
            { head: 'Objective', of: ({ statement }) => statement, widest: 50 }, { head: 'Owner', of: ({ owner }) => owner ?? '', widest: 24 }, { head: 'Serves', of: ({ line }) => line.map(({ statement }) => statement).join(' > '), widest: 60 },
            { head: 'Measures', of: ({ measures }) => measures.map((one) => one.name).join(', '), widest: 40 }, { head: 'Attained', of: ({ attainment }) => metricText(attainment.metric, (share) => percent(share)), right: true }, { head: 'Missing', of: ({ missing }) => missing.join(' '), widest: 80 },
          ]),
          ...(typed.on('why') ? explanationLines(strategy.soundness.why) : []),
        ]),
      ]),
      ...(found.unserved.length > 0 ? [`No PMO objective serves: ${found.unserved.map(({ statement }) => statement).join(', ')}.`] : []),
    ]))
  },
}

export const pmoObjectiveCommands: readonly Command[] = [show]
