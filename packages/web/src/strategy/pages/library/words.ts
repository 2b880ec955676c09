export const libraryWords = {
  title: 'Measure library',
  note: 'Measures that the organisation defines once, so that units can be compared by them. What is calculated in one unit, direction and way over time is one measure, whatever it is called.',
  emptyTitle: 'No measure is defined here yet',
  emptyWhy: 'Take over the starter library, well-known public measures with how each can mislead; load a file of your own; or define one.',
} as const
