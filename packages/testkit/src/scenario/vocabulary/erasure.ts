import { governanceRoutes } from '@throughline/contract/governance'
import type { Person } from '../pattern.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, callerOf, type World } from '../world.ts'

/** Sentences about people who are to be forgotten. */
export const erasureSentences: readonly Sentence[] = [
  does('{person} erases the {word}', ({ world }, person, role) => erase(world, person, role)),
  does('{person} erases the {word} under the name {text}', ({ world }, person, role, name) => erase(world, person, role, name)),
  checks('nothing that {person} reads of the history names {text}', async ({ world }, person, name) => {
    const found = JSON.stringify(await (await callerOf(world, person)).read(governanceRoutes.listRevisions, { query: { limit: 200 } }))
    if (found.includes(name)) throw new Error(`found ${name} in the history; expected a pseudonym`)
  }),
]

function erase(world: World, person: Person, role: string, name?: string): Promise<unknown> {
  const { owner, editor, viewer } = world.home
  const { actor } = role === 'owner' ? owner : role === 'editor' ? editor : viewer
  return act(world, person, governanceRoutes.erasePerson, { body: { accountId: actor.accountId, name: name ?? actor.name } })
}
