import { known, type Explanation } from '../../kernel/index.ts'
import type { UnitOfAccount } from './account.ts'
import { amountFigure } from './explain.ts'

/** What is shown of the benefits under an objective, in the order in which it is shown. */
export const underObjectiveKeys = ['promised', 'claimed', 'verified', 'banked'] as const
export type UnderObjectiveKey = (typeof underObjectiveKeys)[number]
/** One benefit whose measure belongs to the objective. */
export type BenefitUnder = Readonly<Record<UnderObjectiveKey, bigint>> & { readonly benefit: string }

const told: Readonly<Record<UnderObjectiveKey, { readonly term: string; readonly note: string }>> = {
  promised: { term: 'Promised', note: 'All that was ever promised (S10 with its sign turned), whatever became of it' },
  claimed: { term: 'Claimed', note: 'Claimed of what was measured (R10, R20, R30, C20), whether or not somebody has looked at it' },
  verified: { term: 'Verified', note: 'Somebody independent has looked at the evidence (R20, R30)' },
  banked: { term: 'Banked', note: 'A budget line was lowered for it (R30)' },
}

/** Benefits whose measures belong to an objective, in one unit of account: each counts under one objective, so objectives can be added (value-under-objective). */
export function explainUnder(objective: string, unit: UnitOfAccount, benefits: readonly BenefitUnder[]): { readonly amounts: Readonly<Record<UnderObjectiveKey, bigint>>; readonly why: Readonly<Record<UnderObjectiveKey, Explanation>> } {
  const each = <T>(of: (key: UnderObjectiveKey) => T) => Object.fromEntries(underObjectiveKeys.map((key) => [key, of(key)])) as Record<UnderObjectiveKey, T>
  const amounts = each((key) => benefits.reduce((sum, benefit) => sum + benefit[key], 0n))
  const why = each((key): Explanation => ({
    term: `${told[key].term} under ${objective}`, figure: known(amountFigure(amounts[key], unit)), formula: 'value-under-objective', note: told[key].note,
    terms: benefits.filter((benefit) => benefit[key] !== 0n).map((benefit): Explanation => ({ term: benefit.benefit, figure: known(amountFigure(benefit[key], unit)) })),
  }))
  return { amounts, why }
}
