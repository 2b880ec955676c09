import type { EnvelopeFacts } from '@throughline/engine/capacity'
import type { StoredEnvelope } from './store/funds.ts'

/** An envelope as the rule of the ledger sees it. */
export const factsOf = ({ id, name, amount_minor }: StoredEnvelope): EnvelopeFacts => ({ id, name, amountMinor: BigInt(amount_minor) })
