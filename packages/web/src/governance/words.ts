import { formatDecimal, minorDigits } from '@throughline/engine/kernel'

/** An act of the audit trail in words, without its room: `portfolio.save-scenario` → `Save scenario`. */
export function actWords(act: string): string {
  const text = act.slice(act.lastIndexOf('.') + 1).replace(/[_-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A field's name in words: `costMinor` → `Cost`, `endOn` → `End date`. */
export function fieldWords(field: string): string {
  const text = field.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[._/-]+/g, ' ').toLowerCase().trim()
  const named = text.replace(/ minor$/, '').replace(/ on$/, ' date').replace(/ id$/, '')
  return named.charAt(0).toUpperCase() + named.slice(1)
}

/** Whether a revision holds nothing there: no value was given. */
export const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** A value of a revision as text. Amounts in minor units are written in the main unit; words of a list lose their underscores. */
export function valueWords(value: unknown, field = '', currency = ''): string {
  if (isNothing(value)) return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (currency !== '' && /minor$/i.test(field) && /^-?\d+$/.test(String(value))) return `${formatDecimal(BigInt(String(value)), minorDigits(currency))} ${currency}`
  if (typeof value === 'string') return /^[a-z]+(_[a-z]+)+$/.test(value) ? value.replaceAll('_', ' ') : value
  if (Array.isArray(value)) return value.map((part) => valueWords(part, field, currency)).join(', ')
  if (typeof value === 'object') return Object.entries(value ?? {}).map(([key, part]) => `${fieldWords(key).toLowerCase()} ${valueWords(part, key, currency)}`).join(', ')
  return String(value)
}

/** Words of the discussion of a thing and of what happened to it. */
export const discussionWords = {
  open: 'Discuss', title: 'Discussion', comments: 'Comments', activity: 'Activity', follow: 'Follow', unfollow: 'Following', yours: 'Your comment', send: 'Comment', reply: 'Reply', save: 'Save', change: 'Change your comment', changeShort: 'Change',
  changed: 'changed', settle: 'Settle', reopen: 'Open again', takeBack: 'Take back', takeBackReally: 'Take back what you said? Its place stays, its words go.', takenBack: 'This comment was taken back.',
  emptyTitle: 'Nobody has said anything yet', empty: 'Ask, explain or decide here; everybody who reads this can answer.', older: 'Show older threads', olderChanges: 'Show older changes', before: 'just before', after: 'just after',
  nothingHappened: 'Nothing has happened yet', nothingHappenedWhy: 'Every change is noted here with who made it, when and why.',
  threadBy: (name: string) => `Thread begun by ${name}`, settledBy: (name: string) => `Settled by ${name}`, replyTo: (name: string) => `Reply to ${name}`, andMore: (count: number) => `and ${count} more`,
} as const

const pasts: Readonly<Record<string, string>> = {
  add: 'added', change: 'changed', remove: 'removed', create: 'added', record: 'recorded', reverse: 'reversed', save: 'saved', import: 'imported', apply: 'applied', discard: 'discarded', upload: 'uploaded', load: 'loaded', set: 'set', link: 'linked', unlink: 'unlinked', tie: 'tied', untie: 'untied',
  resolve: 'settled', reopen: 'opened again', sign: 'signed', withdraw: 'withdrew', make: 'made', revoke: 'revoked', undo: 'undid', decide: 'decided', ask: 'asked', give: 'gave', move: 'moved', rename: 'renamed', retire: 'retired', rebase: 'rebased', propose: 'proposed', approve: 'approved', reject: 'rejected',
}

/** An act as something that was done: `demand.change-initiative` → `changed initiative`. A verb that is not known stays as it is. */
export function actDone(act: string): string {
  const [verb = '', ...rest] = act.slice(act.lastIndexOf('.') + 1).split('-')
  if (act === 'governance.add-comment') return 'said'
  return [pasts[verb] ?? verb, ...rest].join(' ')
}

/** What a thing is called; where nobody knows, its kind. */
export const subjectWords = ({ name, kind }: { readonly name: string | null; readonly kind: string }): string => name ?? `(${kind.replaceAll('_', ' ')})`

type Money = { readonly minor: string; readonly currency: string }

/** A change of a field: its name, what stood there before (undefined for nothing) and what does now. Amounts are short: `£4m`. */
export function changeWords({ field, before, after }: { readonly field: string; readonly before: unknown; readonly after: unknown }, currency: string, money: (amount: Money) => string): { readonly field: string; readonly before: string | undefined; readonly after: string } {
  const words = (value: unknown) => (currency !== '' && /minor$/i.test(field) && /^-?\d+$/.test(String(value)) ? money({ minor: String(value), currency }) : valueWords(value, field, currency))
  return { field: fieldWords(field).toLowerCase(), before: isNothing(before) ? undefined : words(before), after: words(after) }
}

/** The page as it was a millisecond before or after an instant. */
export function placeAsOf(place: string, at: string, ms: -1 | 1): string {
  const [path = '', query = ''] = place.split('?')
  const search = new URLSearchParams(query)
  search.set('asOf', new Date(Date.parse(at) + ms).toISOString())
  return `${path}?${search.toString()}`
}

const reasons: Readonly<Record<string, string>> = {
  mention: 'mentioned you', reply: 'replied', followed_comment: 'said something', followed_change: 'changed', assigned: 'assigned to you', proposal_to_decide: 'asks you to decide', approval_result: 'decided', import_finished: 'Import finished', import_undone: 'Import undone', job_done: 'Finished', job_failed: 'Did not finish',
}
/** Why somebody is told, as a line: `Ada mentioned you`, `Finished: load example`. */
export function toldWords({ reason, by, act }: { readonly reason: string; readonly by: string | null; readonly act: string | null }): string {
  const words = reasons[reason] ?? reason.replaceAll('_', ' ')
  if (reason === 'job_done' || reason === 'job_failed') return `${words}: ${actWords(act ?? '').toLowerCase()}`
  if (reason === 'followed_change' && by !== null) return `${by} ${actDone(act ?? 'change')}`
  return /^[a-z]/.test(words) && by !== null ? `${by} ${words}` : words
}

/** For which reason one is told, as a choice. */
export const reasonChoices: Readonly<Record<string, string>> = {
  mention: 'Somebody mentions me', reply: 'Somebody replies in a thread I wrote in', followed_comment: 'Something is said about what I follow', followed_change: 'What I follow is changed', assigned: 'Something is assigned to me', proposal_to_decide: 'A proposal waits for my decision', approval_result: 'A proposal of mine was decided', import_finished: 'An import of mine has finished', import_undone: 'An import was undone', job_done: 'Long work of mine has finished', job_failed: 'Work of mine did not finish',
}

export const notificationWords = {
  title: 'Notifications', bell: (unread: number) => (unread === 0 ? 'Notifications' : `Notifications, ${unread >= 100 ? '100 or more' : unread} unread`), allRead: 'Mark all as read', unreadOnly: 'Unread only', unread: 'Unread', older: 'Show older', choices: 'What I am told',
  emptyTitle: 'Nothing to tell', empty: 'You are told here when somebody mentions you, answers you, or changes what you follow.', updatedBy: (names: readonly string[]) => `Updated by ${names.length > 2 ? `${names[0]} and ${names.length - 1} others` : names.join(' and ')}`,
} as const
