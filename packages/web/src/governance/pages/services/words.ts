export const servicesWords = {
  title: 'PMO services',
  note: 'What the PMO offers and what binds it: mandated compliance, mandated assurance, and what is used freely.',
  emptyTitle: 'No service is written down',
  emptyWhy: 'A service has a class, an owner who answers its requests, and a measure by which one sees whether it is any good. It can be asked for once it is published.',
  noRequests: 'Nobody has asked for a service yet.',
  independence: 'Who performs a mandated assurance is not of the initiative’s team, not in the line that the team reports to, and reports to nobody of it within two levels.',
} as const
