import { peopleRoutes, roleNames, type Role } from '@throughline/contract/people'
import { required, UsageError, type Command } from '../terminal/command.ts'
import { tableLines } from '../terminal/print.ts'

const shortInstant = (instant: string): string => instant.slice(0, 16).replace('T', ' ')

const sessions: Command = {
  name: 'sessions',
  summary: 'Where you are signed in in a browser',
  run: async (_, { call, print }) => {
    const found = await call(peopleRoutes.listSessions, {})
    print.answer(found, () => tableLines(found, [{ head: 'Device', of: ({ device }) => device || 'Unknown device' }, { head: 'Address', of: ({ address }) => address }, { head: 'Signed in (UTC)', of: ({ startedAt }) => shortInstant(startedAt) }, { head: 'Last seen (UTC)', of: ({ lastSeenAt }) => shortInstant(lastSeenAt) }]))
  },
}

const endSessions: Command = {
  name: 'end-sessions',
  summary: 'Sign out in every browser, as after a device was lost; tokens stay',
  run: async (_, { call, print }) => {
    const found = await call(peopleRoutes.listSessions, {})
    for (const { id } of found) await call(peopleRoutes.endSession, { params: { id } })
    print.answer({ ended: found.length }, () => [`${found.length} ${found.length === 1 ? 'session' : 'sessions'} ended.`])
  },
}

const invite: Command = {
  name: 'invite',
  summary: 'Invite a person by mail, or by a link to pass on where the server sends none',
  options: { email: { about: 'Their email', takes: 'email' }, name: { about: 'Their name', takes: 'name' }, role: { about: `Their role: ${roleNames.join(', ')}; viewer unless said`, takes: 'role' } },
  run: async (typed, { call, print, env }) => {
    const email = required(typed, 'email')
    const { invitation, given } = await call(peopleRoutes.invite, { body: { email, name: required(typed, 'name'), role: roleOf(typed.one('role') ?? 'viewer') } })
    const begin = typed.one('url') ?? env['THROUGHLINE_URL'] ?? 'the address of the server, then '
    print.answer({ invitation, given }, () => (given.sent ? [`A letter is on its way to ${email}.`] : [`No letter was sent. Pass this link on; it works once, until ${shortInstant(given.expiresAt)} UTC:`, `${begin}${given.link ?? ''}`]))
  },
}

function roleOf(text: string): Role {
  const role = roleNames.find((known) => known === text)
  if (role) return role
  throw new UsageError(`Found the role ${text}; expected one of ${roleNames.join(', ')}.`)
}

export const accountCommands: readonly Command[] = [sessions, endSessions, invite]
