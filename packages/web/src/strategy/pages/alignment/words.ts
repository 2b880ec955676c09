import type { AlignmentBasis, AlignmentCounting } from '@throughline/contract/strategy'

/** What goes to objectives, as a sentence calls it. */
export const basisWords: Readonly<Record<AlignmentBasis, { readonly name: string; readonly of: string }>> = {
  money: { name: 'Money', of: 'money' }, hour: { name: 'Person hours', of: 'people’s hours' }, day: { name: 'Person days', of: 'people’s days' }, fte: { name: 'Full-time equivalents', of: 'people’s time' },
}
export const countingWords: Readonly<Record<AlignmentCounting, string>> = {
  all: 'Everything', without_mandatory: 'Without mandatory work', without_waived: 'Without units that have leave', without_both: 'Without both',
}

export const alignmentWords = {
  title: 'Alignment',
  note: 'Stated priorities against where money and people go.',
  emptyTitle: 'There is nothing to compare yet',
  emptyWhy: 'It needs objectives with weights, and initiatives of the plan with a cost or with people planned for them.',
  nothingTitle: 'Nothing falls into this',
  nothingWhy: 'No initiative that is counted takes anything then. Choose another period, or count everything.',
  stated: 'Stated weight',
  tooMuch: 'Takes more than its weight',
  tooLittle: 'Takes less than its weight',
  byUnitTitle: 'Unit by unit',
  byUnitNote: 'Above the line a unit gives more than the weight, below it less. Objectives stand in one order everywhere.',
  byPeriodTitle: 'Distance by period',
  ownWeights: 'Own weights',
  leave: 'Has leave',
  unlinked: 'Serves no objective',
  state: 'Is the organisation aligned, facet by facet?',
  inDecisions: 'Are objectives a reason of decisions?',
  outcome: 'Did aligned initiatives meet what they were for more often?',
} as const
