import type { Attribution as AttributionGiven } from '@throughline/contract/value'
import { ok, type Result } from '@throughline/engine/kernel'
import { byEffects, contract, equal, proportional, type Attribution, type LedgerRefusal } from '@throughline/engine/value'
import type { Static } from 'typebox'

/** What is stored of an attribution and of a pool above, as it was given. */
export type StoredAttribution = Static<typeof AttributionGiven>
export type StoredAbove = { readonly measureId: string; readonly numerator: number; readonly denominator: number }

/** An attribution as the ledger claims by it: shares of a contract in millionths, whole weights of every other method. */
export function agreedAttribution({ method, shares, rest = 0 }: StoredAttribution, registeredAt: string): Result<Attribution, LedgerRefusal> {
  switch (method) {
    case 'contract':
      return contract(registeredAt, shares.map(({ initiativeId, share }) => ({ initiativeId, share: BigInt(share) })))
    case 'proportional':
      return ok(proportional(registeredAt, shares.map(({ initiativeId, share }) => ({ initiativeId, amount: BigInt(share) }))))
    case 'equal':
      return ok(equal(registeredAt, shares.map(({ initiativeId }) => initiativeId)))
    default:
      return ok(byEffects(method, registeredAt, shares.map(({ initiativeId, share }) => ({ initiativeId, effect: BigInt(share) })), BigInt(rest)))
  }
}
