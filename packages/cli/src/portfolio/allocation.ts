import { portfolioRoutes, type Allocation, type AllocationMismatch, type PoolAllocation } from '@throughline/contract/portfolio'
import type { Command } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'allocation',
  summary: 'Which share of scarce skills goes to the quarter of initiatives that serves the strategy most, and which of those are short of them',
  options: { from: { about: 'A day of the first period; today unless said', takes: 'date' }, why: { about: 'Explain each share' } },
  run: async (typed, { call, print }) => {
    const from = typed.one('from')
    const found = await call(portfolioRoutes.readAllocation, { query: from === undefined ? {} : { from } })
    print.answer(found, () => [...lines(found), ...(typed.on('why') ? found.pools.flatMap(({ share }) => ['', ...explanationLines(share.why)]) : [])])
  },
}

function lines({ pools, mismatches, omitted, top, ample, unrecorded }: Allocation): readonly string[] {
  return [
    ...(pools.length === 0 ? ['No pool is scarce.'] : tableLines<PoolAllocation>(pools, [
      { head: 'Pool', of: ({ pool }) => pool.name, widest: 40 }, { head: 'Scarce in', of: ({ scarce }) => scarce.join(', '), widest: 40 }, { head: 'Load at most', of: ({ peak }) => percent(peak), right: true }, { head: 'To the top quarter', of: ({ share }) => metricText(share.metric, (one) => percent(one)), right: true },
    ])),
    `Pools that are not scarce: ${ample}; without a recorded capacity: ${unrecorded}.`,
    `The top quarter: ${top.initiatives.map(({ initiative }) => initiative.name).join(', ') || 'nobody has judged what any initiative serves'}.`,
    ...(mismatches.length === 0 ? ['None of it is short of a pool.'] : ['', ...tableLines<AllocationMismatch>(mismatches, [
      { head: 'Short', of: ({ initiative }) => initiative.name, widest: 40 }, { head: 'Pool', of: ({ pool }) => pool.name, widest: 30 }, { head: 'Period', of: ({ period }) => period.label }, { head: 'Needs', of: ({ demand }) => demand, right: true }, { head: 'Short of', of: ({ short }) => short, right: true },
      { head: 'Reallocate', of: ({ reallocate }) => reallocate, right: true }, { head: 'From', of: ({ lower, lowerCount }) => [...lower.map(({ initiative }) => initiative.name), ...(lowerCount > lower.length ? [`and ${lowerCount - lower.length} more`] : [])].join(', '), widest: 40 }, { head: 'Train or hire', of: ({ add }) => add, right: true },
    ])]),
    ...(omitted > 0 ? [`… and ${omitted} more of later periods`] : []),
  ]
}

export const allocationCommands: readonly Command[] = [show]
