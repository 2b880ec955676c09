import { demandRoutes } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { route } from '@throughline/contract/wire'
import { Type } from 'typebox'
import { checkSame, checkSays } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, refusalOf } from '../world.ts'

/** An address that the product does not have. */
const nowhere = route({ method: 'GET', path: '/api/demand/wishes', summary: 'Not there', access: 'read', reply: Type.Unknown() })

/** Sentences about refusals, and about requests that are wrong before a room sees them. */
export const answerSentences: readonly Sentence[] = [
  does('{person} asks for an address that does not exist', ({ world }, person) => act(world, person, nowhere, {})),
  does('{person} is led by another site to add the initiative {text}', ({ world }, person, name) => act(world, person, demandRoutes.createInitiative, { body: { name } }, { 'x-csrf-token': 'guessed', 'sec-fetch-site': 'cross-site' })),
  does('{person} adds the initiative {text} under the key {text}', ({ world }, person, name, key) => act(world, person, demandRoutes.createInitiative, { body: { name } }, { 'idempotency-key': key })),
  does('{person} adds an initiative described in {count} million letters', ({ world }, person, millions) => act(world, person, demandRoutes.createInitiative, { body: { name: 'Long', description: 'x'.repeat(millions * 1_000_000) } })),
  does('{person} sends the initiative {text} as a form', ({ world }, person, name) => act(world, person, demandRoutes.createInitiative, { body: { name } }, { 'content-type': 'application/x-www-form-urlencoded' })),
  does('{person} adds a unit of the kind {text}', ({ world }, person, kind) => act(world, person, peopleRoutes.createUnit, { body: { code: 'X', name: 'Unit', kind: kind as 'group' } })),
  does('the database cannot be reached', ({ world }) => void (world.databaseAway = true)),

  checks('it is done', ({ world }) => {
    const { status, body } = present(world.answer, 'answer')
    if (status >= 300) throw new Error(`found the refusal ${JSON.stringify(body)}; expected it to be done`)
  }),
  checks('it is refused as {code} with the status {count}', ({ world }, code, status) => checkSame('refusal', [refusalOf(world).code, world.answer?.status, refusalOf(world).type], [code, status, `/problems#${code}`])),
  checks('the refusal says {text}', ({ world }, words) => checkSays('words of the refusal', refusalOf(world).detail, words)),
  checks('the refusal says of {text} that {text} was found and {text} expected', ({ world }, path, found, expected) => {
    const issue = refusalOf(world).issues?.find((one) => one.path === path)
    checkSame(`issue of ${path}`, [issue?.found, issue?.expected], [found, expected])
  }),
]
