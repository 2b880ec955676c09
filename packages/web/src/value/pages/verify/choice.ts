import type { ClaimOutcomes, Judgement, WaitingClaim } from '@throughline/contract/value'

export type Decision = Judgement['decision']

/** What tells one that waits from another: a benefit in a period. */
export const keyOf = ({ benefitId, period }: Pick<WaitingClaim, 'benefitId' | 'period'>): string => `${benefitId} ${period}`

/** Those that the reader may verify: on others they depend (V-13). */
export const open = (claims: readonly WaitingClaim[]): readonly WaitingClaim[] => claims.filter(({ hindrance }) => hindrance === null)

/** The choice after one was ticked or unticked; with a range, all from where the last tick was to here follow it. */
export function ticked(chosen: ReadonlySet<string>, claims: readonly WaitingClaim[], at: number, on: boolean, from: number = at): ReadonlySet<string> {
  const next = new Set(chosen)
  for (const claim of open(claims.slice(Math.min(from, at), Math.max(from, at) + 1))) {
    if (on) next.add(keyOf(claim))
    else next.delete(keyOf(claim))
  }
  return next
}

/** The next row that can be chosen, downwards or upwards; the same where there is none. */
export function nextOpen(claims: readonly WaitingClaim[], at: number, step: 1 | -1): number {
  for (let next = at + step; next >= 0 && next < claims.length; next += step) if (claims[next]?.hindrance === null) return next
  return at
}

/** What is chosen of a unit, added within the unit alone. */
export function totalsOf(claims: readonly WaitingClaim[]): readonly { readonly unit: string; readonly amount: string }[] {
  return [...Map.groupBy(claims, ({ unit }) => unit)].map(([unit, all]) => ({ unit, amount: String(all.reduce((sum, { amount }) => sum + BigInt(amount), 0n)) })).toSorted((a, b) => (a.unit < b.unit ? -1 : 1))
}

/** All that waits of each, decided alike, as it was looked at. */
export const judgementsOf = (claims: readonly WaitingClaim[], decision: Decision, said: string): Judgement[] =>
  claims.map(({ benefitId, period, periodState, version, amount }) => ({ decision, benefitId, period, version, amount, ...(decision === 'verify' ? { sample: said } : { reason: said }), ...(periodState === 'closed' ? { adjusts: true } : {}) }))

/** What came of each, in the order in which they were sent. */
export type Judged = { readonly decision: Decision; readonly rows: readonly { readonly claim: WaitingClaim; readonly outcome: ClaimOutcomes['outcomes'][number] }[] }
export const judged = (decision: Decision, claims: readonly WaitingClaim[], { outcomes }: ClaimOutcomes): Judged => ({ decision, rows: claims.flatMap((claim, at) => { const outcome = outcomes[at]; return outcome ? [{ claim, outcome }] : [] }) })
