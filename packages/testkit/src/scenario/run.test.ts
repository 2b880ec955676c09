import { describe, expect, it } from 'vitest'
import type { People } from '../database/index.ts'
import { parseScenario } from './parse.ts'
import { playScenario } from './run.ts'
import { checks, does, understand } from './sentence.ts'
import { refusalOf, type Stage } from './world.ts'

/** Nobody is called in these: the sentences below say themselves what was answered. */
const stage = { newOrganisation: async () => ({}) as People } as Stage
const refused = { status: 409, body: { code: 'taken', detail: 'It is taken.' } }
const sentences = [
  does('{text} is added', ({ world }, name) => void (world.token = `${world.token ?? ''}${name}`)),
  does('it is refused', ({ world }) => void (world.answer = { ...refused, spokenOf: false })),
  checks('there is {text}', ({ world }, names) => {
    if (world.token !== names) throw new Error(`found ${world.token}; expected ${names}`)
  }),
  checks('a refusal is spoken of', ({ world }) => refusalOf(world)),
]
const played = (...lines: readonly string[]) => playScenario(parseScenario('a/b', ['# T', 'Story.', ...lines].join('\n')), sentences, stage)

describe('a scenario that is played', () => {
  it('does its sentences one after the other', () => expect(played('## Given', '- "A" is added', '## When', '- "B" is added', '## Then', '- there is "AB"')).resolves.toBeUndefined())
  it('begins in a world of its own', async () => {
    await played('## When', '- "A" is added', '## Then', '- there is "A"')
    await expect(played('## When', '- "B" is added', '## Then', '- there is "B"')).resolves.toBeUndefined()
  })
  it('fails with file and line where something does not hold', () => expect(played('## When', '- "A" is added', '## Then', '- there is "B"')).rejects.toThrow('a/b:6: found A; expected B'))
  it('holds with a refusal that is spoken of', () => expect(played('## When', '- it is refused', '## Then', '- a refusal is spoken of')).resolves.toBeUndefined())
  it('fails on a refusal in what is given', () => expect(played('## Given', '- it is refused', '## When', '- "A" is added', '## Then', '- there is "A"')).rejects.toThrow('a/b:4: found the refusal taken (409) "It is taken."'))
  it('fails on a refusal that is passed over by the next act', () => expect(played('## When', '- it is refused', '- "A" is added', '## Then', '- there is "A"')).rejects.toThrow('a/b:5: found the refusal taken'))
  it('fails on a refusal that nothing at the end speaks of', () => expect(played('## Given', '- "A" is added', '## When', '- it is refused', '## Then', '- there is "A"')).rejects.toThrow(/a\/b:8: .*found the refusal taken/))
})

describe('a sentence', () => {
  it('that means nothing is answered with the nearest', () => expect(() => understand(sentences, 'given', '"A" was added')).toThrow('found ""A" was added", which means nothing in Given. Maybe: "{text} is added"'))
  it('that checks has no place in When, nor one that does in Then', () => {
    expect(() => understand(sentences, 'when', 'there is "A"')).toThrow('means nothing in When')
    expect(() => understand(sentences, 'then', '"A" is added')).toThrow('means nothing in Then')
  })
  it('of two meanings is refused with both', () => expect(() => understand([...sentences, does('{names} is added', () => undefined)], 'given', '"A" is added')).toThrow('two meanings: "{text} is added" and "{names} is added"'))
})
