import type { StarterDefinition } from '../facts.ts'
import { capabilities } from './capabilities.ts'
import { money } from './money.ts'
import { peopleWeServe } from './people-we-serve.ts'
import { waysOfWorking } from './ways-of-working.ts'

/** Well-known public measures in our own words, for an organisation to take over, change and retire. The source names where each is known from. */
export const starterLibrary: readonly StarterDefinition[] = [...peopleWeServe, ...money, ...waysOfWorking, ...capabilities]
