import { portfolioRoutes } from '@throughline/contract/portfolio'
import { does, type Sentence } from '../sentence.ts'
import { act } from '../world.ts'

/** Sentences about the moment that is looked at. */
export const momentSentences: readonly Sentence[] = [
  does('{person} asks for the cockpit as it was known at {text}', ({ world }, person, asOf) => act(world, person, portfolioRoutes.readCockpit, { query: { asOf } })),
  does('{person} asks for the cockpit of {text}', ({ world }, person, position) => act(world, person, portfolioRoutes.readCockpit, { query: { position } })),
]
