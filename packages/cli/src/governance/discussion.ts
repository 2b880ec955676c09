import { commentRoutes, notificationRoutes, subjectKinds, subjectRooms, type Subject, type SubjectKind, type Thread } from '@throughline/contract/governance'
import { findInitiative } from '../demand/index.ts'
import { findObjective, readStrategy } from '../strategy/index.ts'
import type { Caller } from '../terminal/call.ts'
import { UsageError, wordAt, type Command, type Typed } from '../terminal/command.ts'
import { tableLines } from '../terminal/print.ts'

/** The thing that two words name: its kind, then a name or key where the terminal knows some, else its id. */
async function subjectAt(typed: Typed, call: Caller): Promise<Subject> {
  const word = wordAt(typed, 0, 'kind').replaceAll('-', '_')
  const kind = subjectKinds.find((one) => one === word)
  if (!kind) throw new UsageError(`Found the kind ${word}; expected one of ${subjectKinds.map((one) => one.replaceAll('_', '-')).join(', ')}.`)
  return { room: subjectRooms[kind], kind, id: await idOf(kind, wordAt(typed, 1, 'name or id'), call) }
}

async function idOf(kind: SubjectKind, word: string, call: Caller): Promise<string> {
  if (kind === 'initiative') return (await findInitiative(call, word)).id
  if (kind === 'objective') return findObjective(await readStrategy(call), word).id
  if (!/^[0-9a-f-]{36}$/i.test(word)) throw new UsageError(`Found ${word}; expected the id of a ${kind.replaceAll('_', ' ')}.`)
  return word
}

const comments: Command = {
  name: 'comments',
  usage: '<kind> <name or id>',
  summary: 'What was said about a thing, newest thread first',
  run: async (typed, { call, print }) => {
    const found = await call(commentRoutes.listComments, { query: await subjectAt(typed, call) })
    print.answer(found, () => (found.threads.length === 0 ? ['(nothing was said)'] : found.threads.flatMap(threadLines)))
  },
}

const threadLines = ({ id, resolved, comments: said }: Thread): readonly string[] => [
  ...said.flatMap(({ author, createdAt, text, removedAt }, index) => {
    const margin = index === 0 ? '' : '  '
    const lines = removedAt === null ? text.split('\n') : ['(taken back)']
    return [`${margin}${author.name}, ${createdAt.slice(0, 16).replace('T', ' ')}${index === 0 ? ` (thread ${id}${resolved ? `, settled by ${resolved.by}` : ''})` : ''}`, ...lines.map((line) => `${margin}  ${printable(line)}`)]
  }),
  '',
]

/** What somebody else wrote gives no orders to the terminal. */
const printable = (text: string): string => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')

const comment: Command = {
  name: 'comment',
  usage: '<kind> <name or id> <text>',
  summary: 'Say something about a thing; @ and a name tells a member',
  options: { reply: { about: 'Id of the thread that this answers', takes: 'thread' } },
  run: async (typed, { call, print }) => {
    const threadId = typed.one('reply')
    const said = await call(commentRoutes.addComment, { body: { subject: await subjectAt(typed, call), text: wordAt(typed, 2, 'text'), ...(threadId === undefined ? {} : { threadId }) } })
    print.answer(said, () => [`Said (comment ${said.id}${said.mentions.length > 0 ? `; told ${said.mentions.map(({ name }) => name).join(', ')}` : ''}).`])
  },
}

const notifications: Command = {
  name: 'notifications',
  summary: 'What you were told, newest first',
  options: { unread: { about: 'Unread ones only' }, read: { about: 'Mark all as read afterwards' } },
  run: async (typed, { call, print }) => {
    const found = await call(notificationRoutes.listNotifications, { query: { unread: typed.on('unread') } })
    if (typed.on('read')) await call(notificationRoutes.markRead, { body: { ids: 'all' } })
    print.answer(found, () =>
      tableLines(found.notifications, [
        { head: 'At', of: ({ at }) => at.slice(0, 16).replace('T', ' ') },
        { head: '', of: ({ readAt }) => (readAt === null ? 'unread' : '') },
        { head: 'Why', of: ({ reason }) => reason.replaceAll('_', ' ') },
        { head: 'By', of: ({ by }) => by ?? '' },
        { head: 'About', of: ({ subject, act }) => subject?.name ?? act ?? '' },
        { head: 'Words', of: ({ words }) => printable(words), widest: 60 },
      ]),
    )
  },
}

export const discussionCommands: readonly Command[] = [comments, comment, notifications]
