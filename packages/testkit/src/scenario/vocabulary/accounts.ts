import { peopleRoutes } from '@throughline/contract/people'
import { codeOf, fromBase32, stepOf } from '@throughline/server/people'
import type { Person } from '../pattern.ts'
import { does, type Sentence } from '../sentence.ts'
import { act, callerOf, memberRoles, present, type World } from '../world.ts'

/** Sentences about how people sign in and keep their accounts. */
export const accountSentences: readonly Sentence[] = [
  does('{count} minutes pass', ({ world }, minutes) => world.stage.pass(minutes)),
  does('{person} adds an authenticator app', ({ world }, person) => addApp(world, person)),
  does('{person} removes the authenticator app', ({ world }, person) => act(world, person, peopleRoutes.removeApp, {}, world.session)),
  does('{person} asks everybody for a second factor', async ({ world }, person) => {
    const policy = await world.home.viewer.read(peopleRoutes.readSignInPolicy, {})
    await act(world, person, peopleRoutes.changeSignInPolicy, { body: { ...policy, secondFactor: 'required' } })
  }),
  does('{person} signs in as the editor with the code {text}', ({ world }, person, code) => act(world, person, peopleRoutes.signIn, { body: { email: world.home.editor.email, password: world.home.editor.password, code } })),
  does('{person} signs in with a passkey that nobody added', ({ world }, person) => act(world, person, peopleRoutes.signInWithPasskey, { body: { response: { id: 'bm9ib2R5', type: 'public-key' } } })),
  does('{person} changes their password to {text}', ({ world }, person, next) => act(world, person, peopleRoutes.changePassword, { body: { current: world.home.editor.password, next } })),
  does('{person} sets a new password by a link that nobody sent', ({ world }, person) => act(world, person, peopleRoutes.resetPassword, { body: { secret: 'x'.repeat(43), password: 'copper walrus tidal mosaic' } })),
  does('{person} has access to another organisation as well', async ({ world }, person) => {
    const { owner } = await world.other()
    await owner.read(peopleRoutes.addMember, { body: { name: 'Vera Viewer', email: memberOf(world, person).email, role: 'viewer', password: 'copper walrus tidal mosaic' } })
  }),
  does('{person} makes a link for {person} to set a new password', ({ world }, person, whom) => act(world, person, peopleRoutes.makePasswordLink, { params: { id: memberOf(world, whom).actor.accountId } })),
]

/** Begins with an app and gives a code of it; the session goes on under another secret, which is kept. */
async function addApp(world: World, person: Person): Promise<void> {
  const begun = await act(world, person, peopleRoutes.beginApp, {})
  if (!begun) return
  const code = codeOf(fromBase32(begun.secret), stepOf(world.stage.now()))
  const { status, body, headers } = await (await callerOf(world, person)).call(peopleRoutes.confirmApp, { body: { code } })
  world.answer = { status, body, spokenOf: status < 300 }
  const cookie = [headers['set-cookie'] ?? []].flat().map((line) => String(line).split(';')[0]).join('; ')
  world.session = { cookie, 'x-csrf-token': String((body as { csrf?: unknown }).csrf) }
}

const memberOf = ({ home }: World, person: Person) => home[present(memberRoles[person as keyof typeof memberRoles], `membership of ${person}`)]
