import type { Refusal } from '@throughline/contract/wire'
import { refuse } from '@throughline/engine/kernel'

/** A refusal as an act answers it. */
export type Refused<Code extends string> = { readonly ok: false; readonly refusal: Refusal<Code> }

export const noMember = (id: string): Refused<'not_found'> => refuse({ code: 'not_found', values: { what: 'member', id } } as const)
export const noInitiative = (id: string): Refused<'not_found'> => refuse({ code: 'not_found', values: { what: 'initiative', id } } as const)

/** Refused where evidence is of a day that is still to come. */
export function whyEvidenceAhead(on: string, now: Date): Refused<'evidence_ahead'> | undefined {
  const today = now.toISOString().slice(0, 10)
  return on > today ? refuse({ code: 'evidence_ahead', values: { found: on, today } } as const) : undefined
}

/** Words that end as a sentence does. */
export const asSentence = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`)
