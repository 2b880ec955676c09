export const pmoObjectiveWords = {
  title: 'PMO objectives',
  note: 'What each PMO is to reach, by which measures, and how it serves the strategy; what is missing is said, so that it can be mended.',
  emptyTitle: 'No PMO is known',
  emptyWhy: 'A PMO is known by the services that it offers. Add a service and say which PMO offers it; the strategy that is called as that PMO, or as its unit, is then shown here.',
  noObjectives: 'This strategy has no objectives yet.',
  notLinked: 'ends below the organisation’s objectives',
  ownAim: 'serves nothing above it',
} as const
/** Where a PMO has no strategy of its own. */
export const noStrategy = (name: string): string => `${name} has no strategy of its own, so that nobody can say what it is to reach. Add one that is called exactly so, or is that of a unit called so.`
