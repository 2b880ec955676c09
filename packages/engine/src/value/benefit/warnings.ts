import { baselineDoubt } from '../../strategy/index.ts'

/** What may be sound and often is not: flagged and left to people (docs/specs/value-ledger.md). */
export type Warning = 'regression_to_the_mean' | 'avoided_cost_as_cash' | 'one_period_as_run_rate' | 'exchange_gain' | 'price_basis_differs' | 'moved_elsewhere' | 'avoided_loss_without_probability' | 'disbenefit_not_measured' | 'objective_retired'

export type ClaimCircumstances = {
  /** Null where the measure has none: then nothing falls back. */
  readonly baseline: number | null
  readonly history: readonly number[]
  readonly nature: 'saving' | 'avoided_cost' | 'avoided_loss'
  readonly cash: boolean
  readonly calledRunRate: boolean
  readonly periodsSeen: number
  /** Least units of the claim that come from exchange rates. */
  readonly exchangePart: bigint
  readonly priceBasis: string
  readonly measurePriceBasis: string
  /** What the organisation’s own pool moved in the same period; null where there is none. */
  readonly organisationMovement: bigint | null
  readonly probabilityRecordedBefore: boolean
  readonly disbenefitsWithoutMeasurement: readonly string[]
  readonly objectiveRetired: boolean
}

/** The warnings that the circumstances of a claim give, in a fixed order. */
export function warningsOf(claim: ClaimCircumstances): readonly Warning[] {
  const found: readonly (readonly [Warning, boolean])[] = [
    ['regression_to_the_mean', claim.baseline !== null && baselineDoubt(claim.history, claim.baseline) !== null],
    ['avoided_cost_as_cash', claim.nature === 'avoided_cost' && claim.cash],
    ['one_period_as_run_rate', claim.calledRunRate && claim.periodsSeen < 2],
    ['exchange_gain', claim.exchangePart !== 0n],
    ['price_basis_differs', claim.priceBasis !== claim.measurePriceBasis],
    ['moved_elsewhere', claim.organisationMovement !== null && claim.organisationMovement <= 0n],
    ['avoided_loss_without_probability', claim.nature === 'avoided_loss' && !claim.probabilityRecordedBefore],
    ['disbenefit_not_measured', claim.disbenefitsWithoutMeasurement.length > 0],
    ['objective_retired', claim.objectiveRetired],
  ]
  return found.flatMap(([warning, holds]) => (holds ? [warning] : []))
}
