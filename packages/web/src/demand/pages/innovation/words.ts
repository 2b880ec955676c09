export const innovationWords = {
  title: 'Innovation',
  note: 'Small bets on ideas that are tried out: what each costs at most, what it showed, and which ideas became initiatives.',
  emptyTitle: 'No idea is tried out yet',
  emptyWhy: 'An idea is tried out once it is answered so on Ideas. Then experiments on it are designed here: a hypothesis that could turn out wrong, by what one sees whether it holds, and what it may cost. It becomes an initiative when its problem and its solution are proved.',
  noExperiments: 'No experiment was begun yet.',
  noAdopted: 'None was adopted yet: an idea is, once it was tried out and became an initiative.',
  noPlans: 'No plan of change was begun yet.',
  threshold: 'Said before it begins, so that nobody argues about it afterwards.',
} as const
