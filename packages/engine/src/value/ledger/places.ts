import type { Account, AccountCode, ShortfallCause } from './account.ts'
import type { BenefitTerms, MeasureTerms } from './terms.ts'

/** An account of what a benefit was promised to be in a period. */
export const commitment = (code: AccountCode, { id, initiativeId, unit }: BenefitTerms, periodId: string): Account => ({ code, unit, periodId, benefitId: id, initiativeId })

/** The shortfall of a benefit in a period by its cause. */
export const shortfall = (benefit: BenefitTerms, periodId: string, cause: ShortfallCause): Account => ({ ...commitment('X20', benefit, periodId), cause })

/** An account of a pool in a period: what moved, what is left, what is nobody's. */
export const pool = (code: 'S20' | 'M10' | 'M20', { poolId, unit }: Pick<MeasureTerms, 'poolId' | 'unit'>, periodId: string): Account => ({ code, unit, periodId, poolId })

/** What an initiative drew on a pool through a measure below it. */
export const drawnBelow = ({ poolId, unit }: Pick<MeasureTerms, 'poolId' | 'unit'>, initiativeId: string, periodId: string): Account => ({ code: 'M30', unit, periodId, poolId, initiativeId })

/** An account of what a benefit claims of its pool in a period. */
export const claimOf = (code: 'R10' | 'R20' | 'R30' | 'C20', benefit: BenefitTerms, poolId: string, periodId: string, budgetLineId?: string): Account => ({
  code, unit: benefit.unit, periodId, poolId, benefitId: benefit.id, initiativeId: benefit.initiativeId, ...(budgetLineId === undefined ? {} : { budgetLineId }),
})
