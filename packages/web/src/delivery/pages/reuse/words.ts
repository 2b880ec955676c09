export const reuseWords = {
  title: 'Reuse',
  note: 'What initiatives make that others can use, what that saves, and where they could go together.',
  emptyTitle: 'Nothing is offered for reuse yet',
  emptyWhy: 'Say what an initiative makes that another could use, such as software, data or a design. It is then shown which initiatives read as if they need it, and offered to them with the effort that it saves.',
  emptyReader: 'No initiative has said what it makes that others could use. Whoever may change an initiative does so.',
  nothingFound: 'No component fits what is looked for.',
  noOffers: 'Nothing was offered yet. Look for who could use a component, and offer it to them.',
  noOfferFound: 'No offer fits what is looked for.',
  noChances: 'No two initiatives that go on need the same people in one period, wait for the same initiative, move the same measure, or share a skill.',
  ledger: 'Hours that are saved never enter the value ledger by themselves: what they are worth is claimed there by a benefit, once.',
} as const
