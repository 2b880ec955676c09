export const inDecisionsWords = {
  title: 'Objectives in decisions',
  note: 'How often an objective is a reason of a decision, by when and by whose initiatives were moved.',
  emptyTitle: 'Nothing has been decided yet',
  emptyWhy: 'Once decisions are on record, it can be said of each which objective was a reason.',
  noObjective: 'No decision names an objective yet.',
  whole: 'The whole organisation',
} as const
