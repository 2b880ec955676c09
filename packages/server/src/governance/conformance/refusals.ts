import type { Refusal } from '@throughline/contract/wire'
import { refuse } from '@throughline/engine/kernel'

/** Refused where a day is still to come. */
export function whyAhead(on: string, now: Date): { readonly ok: false; readonly refusal: Refusal<'evidence_ahead'> } | undefined {
  const today = now.toISOString().slice(0, 10)
  return on > today ? refuse({ code: 'evidence_ahead', values: { found: on, today } } as const) : undefined
}
