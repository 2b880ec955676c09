import { overlaps, type Period } from '../../kernel/index.ts'
import { isMoneyUnit, type UnitOfAccount } from '../ledger/account.ts'

/** What a line of the business plan is about. */
export const planKinds = ['revenue', 'cost', 'capital_expenditure', 'headcount'] as const
export type PlanKind = (typeof planKinds)[number]
/** What a kind is called. */
export const planKindWords: Readonly<Record<PlanKind, string>> = { revenue: 'Revenue', cost: 'Cost', capital_expenditure: 'Capital expenditure', headcount: 'Headcount' }

/** What a line is in a period: least units of its unit of account; without a baseline nobody has said from where the plan starts. */
export type PlanAmount = Period & { readonly baseline: bigint | null; readonly planned: bigint }

/**
 * By how much the plan moves a line for the better: revenue by what it rises, everything else by what it falls. Below zero where the plan
 * lets it get worse; undefined without a baseline.
 */
export function planMovement(kind: PlanKind, { baseline, planned }: Pick<PlanAmount, 'baseline' | 'planned'>): bigint | undefined {
  return baseline === null ? undefined : kind === 'revenue' ? planned - baseline : baseline - planned
}

/** Whether a kind can be counted in a unit of account: people in a unit of their own, all else in money. */
export const fitsKind = (kind: PlanKind, unit: UnitOfAccount): boolean => isMoneyUnit(unit) === (kind !== 'headcount')

/** The first period of a line that ends before it begins, or that shares days with another: what is claimed in them would count twice. */
export function unsoundPeriod<P extends Period>(amounts: readonly P[]): P | undefined {
  return amounts.find((one, at) => one.to <= one.from || amounts.slice(0, at).some((other) => overlaps(one, other)))
}
