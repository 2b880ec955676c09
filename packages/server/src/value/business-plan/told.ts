import type { NewPlanAmount } from '@throughline/contract/value'
import { addDays } from '@throughline/engine/kernel'
import type { UnitOfAccount } from '@throughline/engine/value'
import { amountText } from '../ledger/words.ts'

/** Something with periods in a unit of account, as the history tells it: each period until its last day, amounts as people read them. */
export const told = <Line extends { readonly unit: UnitOfAccount; readonly amounts: readonly NewPlanAmount[] }>({ unit, ...line }: Line) => ({ ...line, unitOfAccount: unit, amounts: toldAmounts(line.amounts, unit) })

/** Periods with their amounts, as the history tells them. */
export const toldAmounts = (amounts: readonly NewPlanAmount[], unit: UnitOfAccount) =>
  amounts.map(({ from, to, baseline, planned }) => ({ from, lastDay: addDays(to, -1), baseline: baseline === null ? null : amountText(BigInt(baseline), unit), planned: amountText(BigInt(planned), unit) }))
