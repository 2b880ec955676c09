export const allocationWords = {
  title: 'Strategic allocation',
  note: 'Whether scarce skills go to the initiatives that serve the strategy most, for the plan of record',
  emptyTitle: 'No pool is recorded',
  emptyWhy: 'Once there are pools of people with their capacity, and initiatives with what they need of them, this page shows which share of scarce skills goes to what counts most.',
  ample: 'No pool needs nine tenths of its capacity in any of these periods, so nothing is scarce.',
  fits: 'No initiative of the top quarter is short of a pool.',
} as const

export const poolUnits = { hour: 'hours', day: 'days', fte: 'FTE' } as const
