import { peopleRoutes, type Session } from '@throughline/contract/people'
import { callerFor, problemOf, Refused, send, type Connection } from '../terminal/call.ts'
import { countOf, required, UsageError, type Command } from '../terminal/command.ts'
import { forget, keep } from '../terminal/keep.ts'
import { tableLines } from '../terminal/print.ts'
import { accountCommands } from './account-commands.ts'
import { recoverOwner } from './recover-owner.ts'

/** The password is read from the environment or standard input, never from the arguments, which other users can see. */
async function readPassword(env: NodeJS.ProcessEnv): Promise<string> {
  const fromEnvironment = env['THROUGHLINE_PASSWORD']
  if (fromEnvironment) return fromEnvironment
  if (process.stdin.isTTY) process.stderr.write('Password (shown while typing; or set THROUGHLINE_PASSWORD): ')
  for await (const line of process.stdin) return String(line).split('\n')[0] ?? ''
  throw new UsageError('Found no password; expected one on standard input or in THROUGHLINE_PASSWORD.')
}

async function sessionFor(url: string, email: string, code: string | undefined, env: NodeJS.ProcessEnv): Promise<Connection & { readonly session: Session }> {
  const reply = await send({ url }, peopleRoutes.signIn, { body: { email, password: await readPassword(env), ...(code === undefined ? {} : { code }) } })
  if (!reply.ok) throw new Refused(await problemOf(reply))
  const session = (await reply.json()) as Session
  const cookie = reply.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
  return { url, cookie, csrf: session.csrf, session }
}

const signIn: Command = {
  name: 'sign-in',
  summary: 'Make an API token with your email and password, and keep it for the next commands',
  options: { email: { about: 'Your email', takes: 'email' }, code: { about: 'The code of your authenticator app, or a recovery code, where you have a second factor', takes: 'code' }, name: { about: 'Name of the token; “command line” unless said', takes: 'name' }, days: { about: 'Days until it expires; 90 unless said', takes: 'number' } },
  run: async (typed, { print, env }) => {
    const url = typed.one('url') ?? env['THROUGHLINE_URL'] ?? 'http://127.0.0.1:4280'
    const expiresInDays = countOf(typed, 'days') ?? 90
    const { session, ...connection } = await sessionFor(url, required(typed, 'email'), typed.one('code'), env)
    const call = callerFor(connection)
    const { token, secret } = await call(peopleRoutes.createToken, { body: { name: typed.one('name') ?? 'command line', role: session.role, expiresInDays } })
    await call(peopleRoutes.signOut, {})
    const path = await keep(env, { url, token: secret })
    print.answer({ url, organisation: session.organisation.name, role: token.role, keptIn: path }, () => [`Signed in to ${session.organisation.name} at ${url} as ${session.account.name} (${token.role}).`, `The token is kept in ${path} and expires in ${expiresInDays} days.`])
  },
}

const signOut: Command = {
  name: 'sign-out',
  summary: 'Forget the token that is kept here; revoke it under People & access to end it everywhere',
  run: async (_, { print, env }) => {
    await forget(env)
    print.answer({ signedOut: true }, () => ['The token is forgotten here.'])
  },
}

const whoAmI: Command = {
  name: 'who-am-i',
  summary: 'Who is signed in, where, with which role',
  run: async (_, { call, print }) => {
    const session = await call(peopleRoutes.readSession, {})
    print.answer(session, () => [`${session.account.name} <${session.account.email}>, ${session.role} in ${session.organisation.name}`])
  },
}

const units: Command = {
  name: 'units',
  summary: 'The organisation units',
  run: async (_, { call, print }) => {
    const found = await call(peopleRoutes.listUnits, {})
    print.answer(found, () => tableLines(found, [{ head: 'Code', of: ({ code }) => code }, { head: 'Name', of: ({ name }) => name }, { head: 'Kind', of: ({ kind }) => kind }]))
  },
}

export const peopleCommands: readonly Command[] = [signIn, signOut, whoAmI, units, ...accountCommands, recoverOwner]
