import type { Refusal } from '@throughline/contract/wire'
import { refuse } from '@throughline/engine/kernel'

type Refused<Code extends string> = { readonly ok: false; readonly refusal: Refusal<Code> }
export const noInitiative = (id: string): Refused<'not_found'> => refuse({ code: 'not_found', values: { what: 'initiative', id } } as const)
export const noOffer = (id: string): Refused<'not_found'> => refuse({ code: 'not_found', values: { what: 'offer of a component', id } } as const)
/** Words that end as a sentence does. */
export const asSentence = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`)
export const noComponent = (id: string): Refused<'not_found'> => refuse({ code: 'not_found', values: { what: 'component', id } } as const)
