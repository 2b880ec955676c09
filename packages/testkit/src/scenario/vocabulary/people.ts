import { peopleRoutes, type NewSignOnProvider, type Role } from '@throughline/contract/people'
import { checkSame } from '../check.ts'
import type { Person } from '../pattern.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, memberRoles, type World } from '../world.ts'
import { findUnit } from './find.ts'

const password = 'a long enough password'

/** Sentences about who may do what, and about the organisation itself. */
export const peopleSentences: readonly Sentence[] = [
  does('{person} sets up the installation', ({ world }, person) => act(world, person, peopleRoutes.setUp, { body: { organisationName: 'Late', name: 'Lea Late', email: 'lea@example.org', password } })),
  does('{person} signs in as the editor with a wrong password', ({ world }, person) => signIn(world, person, 'not the password')),
  does('{person} signs in as the editor with a wrong password {count} times', async ({ world }, person, times) => {
    for (let time = 0; time < times; time++) await signIn(world, person, 'not the password')
  }),
  does('{person} signs in as the editor', ({ world }, person) => signIn(world, person, world.home.editor.password)),
  does('{person} changes their password without knowing it', ({ world }, person) => act(world, person, peopleRoutes.changePassword, { body: { current: 'not the password', next: password } })),
  does('{person} changes the currency to {text}', async ({ world }, person, currency) => {
    const { version } = await world.home.viewer.read(peopleRoutes.readOrganisation, {})
    await act(world, person, peopleRoutes.changeOrganisation, { body: { version, currency } })
  }),
  does('{person} starts the fiscal year in month {count}', async ({ world }, person, startMonth) => {
    const { version } = await world.home.viewer.read(peopleRoutes.readOrganisation, {})
    await act(world, person, peopleRoutes.changeOrganisation, { body: { version, calendar: { startMonth, startDay: 1, label: 'span' } } })
  }),
  does('{person} adds the unit {text} with the code {text}', ({ world }, person, name, code) => act(world, person, peopleRoutes.createUnit, { body: { code, name, kind: 'division' } })),
  does('{person} places the unit {text} below {text}', async ({ world }, person, name, above) => {
    const [{ id, version }, parent] = [await findUnit(world, name), await findUnit(world, above)]
    await act(world, person, peopleRoutes.changeUnit, { params: { id }, body: { version, parentId: parent.id } })
  }),
  does('{person} gives access to {text} as {word}', ({ world }, person, email, role) => act(world, person, peopleRoutes.addMember, { body: { name: 'Nora New', email, role: role as Role, password } })),
  does('{person} gives {person} the role {word}', async ({ world }, person, whom, role) => {
    const { id, version } = await memberOf(world, whom)
    await act(world, person, peopleRoutes.changeMember, { params: { id }, body: { version, role: role.replaceAll('-', '_') as Role } })
  }),
  does('{person} takes the access of {person} away', async ({ world }, person, whom) => act(world, person, peopleRoutes.removeMember, { params: { id: (await memberOf(world, whom)).id } })),
  does('{person} makes a token with the role {word}', async ({ world }, person, role) => {
    world.token = (await act(world, person, peopleRoutes.createToken, { body: { name: 'Nightly report', role: role as Role } }))?.secret
  }),
  does('{person} adds the identity provider {text}', ({ world }, person, issuer) => act(world, person, peopleRoutes.addSignOnProvider, { body: { ...identityProvider, issuer } })),
  does('{person} adds the identity provider {text} with a secret', ({ world }, person, issuer) => act(world, person, peopleRoutes.addSignOnProvider, { body: { ...identityProvider, issuer, clientSecret: 'known to both' } })),
  checks('the organisation keeps its books in {text}', async ({ world }, currency) => checkSame('currency', (await world.home.viewer.read(peopleRoutes.readOrganisation, {})).currency, currency)),
  checks('{count} people have access', async ({ world }, count) => checkSame('people with access', (await world.home.owner.read(peopleRoutes.listMembers, {})).length, count)),
]

const identityProvider: Omit<NewSignOnProvider, 'issuer'> = { protocol: 'oidc', name: 'Company login', clientId: 'throughline', domains: ['example.org'], createsAccounts: false, enabled: true }

const signIn = (world: World, person: Person, given: string) => act(world, person, peopleRoutes.signIn, { body: { email: world.home.editor.email, password: given } })

async function memberOf({ home }: World, person: Person) {
  const role = memberRoles[person as keyof typeof memberRoles]
  const member = (await home.owner.read(peopleRoutes.listMembers, {})).find(({ id }) => id === home[role]?.actor.accountId)
  if (!member) throw new Error(`found no membership of ${person}`)
  return member
}
