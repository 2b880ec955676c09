export const libraryWords = {
  title: 'Method library',
  note: 'Methods, techniques, tools, templates and examples: when they are of use, what people say of them, and where they are used.',
  emptyTitle: 'The method library is empty',
  emptyWhy: 'Write down what has proved its worth: what it is, when to use it and when not. Once it is published, everybody who takes part rates it, and initiatives use it.',
  emptyReader: 'Nothing has been written down yet. Whoever may change the strategy adds items.',
  nothingFound: 'Nothing fits. Take fewer words, or look among all kinds and themes.',
  noUnused: 'Nothing has been offered for so long without being used.',
  noRatings: 'Nobody has rated it yet.',
  noUses: 'No initiative has used it yet.',
} as const

/** What each class of a rating means; an order, not a quantity. */
export const ratingWords = ['of no use', 'of little use', 'of some use', 'useful', 'of great use'] as const
/** How many days an item has been offered before it is named as never used. */
export const unusedChoices = ['0', '30', '90', '180', '365'] as const
