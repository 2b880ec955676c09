export const mixWords = {
  title: 'Service mix',
  note: 'How the hours and costs of the PMO divide between what binds it, what is used freely, and what belongs to no service.',
  emptyTitle: 'No hours are recorded',
  emptyWhy: 'Hours come with each request that is delivered; what the PMO does without being asked, such as reporting, is recorded here for its service, or for none.',
  notGiven: 'Not given',
  nobodySaid: 'Nobody has said',
  noShift: 'Without a target for the period, and hours in it, nothing has to shift.',
  noTargets: 'No target was set; the share of non-mandated services is held against none.',
} as const
export const grainWords = { month: 'Months', quarter: 'Quarters', year: 'Years' } as const
