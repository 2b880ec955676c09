import { governanceRoutes } from '@throughline/contract/governance'
import { checks, does, type Sentence } from '../sentence.ts'
import { act } from '../world.ts'

/** Sentences about what was sealed. */
export const sealSentences: readonly Sentence[] = [
  does('{person} seals the plan as {text}', ({ world }, person, title) => act(world, person, governanceRoutes.addSeal, { body: { kind: 'plan', title } })),
  does('{person} seals the position of {date} as {text}', ({ world }, person, position, title) => act(world, person, governanceRoutes.addSeal, { body: { kind: 'publication', title, position } })),
  does('{person} seals the value period {text}', ({ world }, person, period) => act(world, person, governanceRoutes.sealPeriod, { body: { period } })),
  checks('the seal {text} reads as it was sealed', async ({ world }, title) => {
    const seals = await world.home.viewer.read(governanceRoutes.listSeals, {})
    const seal = seals.find((one) => one.title === title)
    if (!seal) throw new Error(`found ${seals.map((one) => one.title).join(', ') || 'no seals'}; expected ${title}`)
    const bytes = await world.home.viewer.read(governanceRoutes.readSealed, { params: { id: seal.id } })
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))).toString('hex')
    if (digest !== seal.digest) throw new Error(`found a document of digest ${digest}; expected ${seal.digest}`)
  }),
]
