/** An act of the audit trail in words, without its room: `portfolio.save-scenario` → `Save scenario`. */
export function actWords(act: string): string {
  const text = act.slice(act.lastIndexOf('.') + 1).replace(/[_-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Words of the discussion of a thing and of what happened to it. */
export const discussionWords = {
  open: 'Discuss', title: 'Discussion', comments: 'Comments', activity: 'Activity', follow: 'Follow', unfollow: 'Following', yours: 'Your comment', send: 'Comment', reply: 'Reply', save: 'Save', change: 'Change your comment', changeShort: 'Change',
  changed: 'changed', settle: 'Settle', reopen: 'Open again', takeBack: 'Take back', takeBackReally: 'Take back what you said? Its place stays, its words go.', takenBack: 'This comment was taken back.',
  emptyTitle: 'Nobody has said anything yet', empty: 'Ask, explain or decide here; everybody who reads this can answer.', older: 'Show older threads', olderChanges: 'Show older changes', before: 'just before', after: 'just after', beforeWhy: 'The page as it was known just before this', afterWhy: 'The page as it was known just after this', changedOnly: 'changed', isNew: 'new',
  nothingHappened: 'Nothing has happened yet', nothingHappenedWhy: 'Every change is noted here with who made it, when and why.',
  threadBy: (name: string) => `Thread begun by ${name}`, settledBy: (name: string) => `Settled by ${name}`, replyTo: (name: string) => `Reply to ${name}`, andMore: (count: number) => `and ${count} more`, andOthers: (words: string) => `and ${words}`, mostChanges: (count: string) => `more than ${count} changes`,
} as const

/** What a thing is called; where nobody knows, its kind. */
export const subjectWords = ({ name, kind }: { readonly name: string | null; readonly kind: string }): string => name ?? `(${kind.replaceAll('_', ' ')})`

/** The page as it was a millisecond before or after an instant. */
export function placeAsOf(place: string, at: string, ms: -1 | 1): string {
  const [path = '', query = ''] = place.split('?')
  const search = new URLSearchParams(query)
  search.set('asOf', new Date(Date.parse(at) + ms).toISOString())
  return `${path}?${search.toString()}`
}

export const notificationWords = {
  title: 'Notifications', bell: (unread: number) => (unread === 0 ? 'Notifications' : `Notifications, ${unread >= 100 ? '100 or more' : unread} unread`), allRead: 'Mark all as read', unreadOnly: 'Unread only', unread: 'Unread', older: 'Show older', choices: 'What I am told',
  emptyTitle: 'Nothing to tell', empty: 'You are told here when somebody mentions you, answers you, or changes what you follow.', updatedBy: (names: readonly string[]) => `Updated by ${names.length > 2 ? `${names[0]} and ${names.length - 1} others` : names.join(' and ')}`,
} as const

/** In the place of what a decision changed, for who may not see amounts. */
export const withheldChangesWords = 'What it changed is told in amounts, which your rights do not include.'
