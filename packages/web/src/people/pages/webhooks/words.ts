/** Words of the page of webhooks. */
export const webhookWords = {
  title: 'Webhooks', note: 'Addresses that are told of acts as they are done', add: 'Add webhook', change: 'Change', log: 'Deliveries', ping: 'Send a test', renew: 'New secret', remove: 'Remove', again: 'Send again', refresh: 'Read again',
  refusedTitle: 'This is for those who give access', refusedReason: 'Your role does not include it.', refusedNext: 'Ask an owner of the organisation.',
  empty: 'No address is told of anything. Add one, and it hears of each act by the ids of what was changed.', logEmpty: 'Nothing was sent yet. Send a test to see whether it arrives.',
  name: 'Name', address: 'Address', addressHint: 'Begins with https:// and is on the open internet.', kinds: 'Told of', kindsHint: 'A room such as demand, or a kind such as demand.initiative, with commas; of everything where empty.', on: 'Told of acts', onHint: 'Switched off, nothing is sent and nothing is kept for later.',
  removing: (name: string) => `Remove ${name}?`, removingWhy: 'It is told nothing more, and its deliveries go with it.',
  renewing: (name: string) => `A new secret for ${name}?`, renewingWhy: 'For a day every message is signed with both, so that the receiver can be given the new one without losing any.',
  secretTitle: 'The secret of this webhook', secretWhy: 'The receiver checks messages with it. It is shown this once.', copy: 'Copy', copied: 'Copied', done: 'Done', everything: 'everything',
  logOf: (name: string) => `Deliveries to ${name}`, logNote: 'The last hundred. A message that did not arrive is sent again, later and later, for three days.',
} as const

export const stateWords = { on: { word: 'On', tone: 'good' }, off: { word: 'Off', tone: 'none' }, failed: { word: 'Stopped: it took nothing for three days', tone: 'bad' } } as const
export const deliveryWords = { waiting: { word: 'Waiting', tone: 'warn' }, delivered: { word: 'Delivered', tone: 'good' }, given_up: { word: 'Given up', tone: 'bad' } } as const

/** The kinds as they are entered: `demand, strategy.objective`. */
export const kindsOf = (entered: string): readonly string[] => [...new Set(entered.split(/[\s,]+/).filter((kind) => kind !== ''))]

/** What a message tells of: the act as it is called, or that it is a test. */
export const messageWords = (kind: string): string => (kind === 'ping' ? 'Test' : kind)
