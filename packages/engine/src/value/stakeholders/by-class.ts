import { known, type Explanation } from '../../kernel/index.ts'
import type { UnitOfAccount } from '../ledger/account.ts'
import { amountFigure } from '../ledger/explain.ts'
import { divideByClass, stakeholderClasses, type ClassSplit, type StakeholderClass } from './split.ts'

/** What is shown of each class, from the promise to what somebody independent has looked at. */
export const classValueStages = ['promised', 'claimed', 'verified'] as const
export type ClassValueStage = (typeof classValueStages)[number]
/** One benefit in one unit of account, below zero where it makes somebody worse off; without a split where nobody has said whom it goes to. */
export type DividedBenefit = Readonly<Record<ClassValueStage, bigint>> & { readonly benefit: string; readonly split: ClassSplit | null }

/** What a class gains, what it bears, and what is left of both. */
export type ClassAmounts = { readonly gains: bigint; readonly bears: bigint; readonly net: bigint }
/** A class in one unit of account; `null` is what nobody has said of. */
export type ClassValue = { readonly class: StakeholderClass | null; readonly benefits: number; readonly amounts: Readonly<Record<ClassValueStage, ClassAmounts>>; readonly why: Readonly<Record<ClassValueStage, Explanation>> }
export type UnitClassValue = { readonly unit: UnitOfAccount; readonly classes: readonly ClassValue[]; readonly total: Omit<ClassValue, 'class'> }

/** What a class is called. */
export const classWords: Readonly<Record<StakeholderClass, string>> = { owners: 'Owners', customers: 'Customers', employees: 'Employees', alliances: 'Alliances', communities: 'Communities' }
const unsaid = 'Not said'
const stageWords: Readonly<Record<ClassValueStage, string>> = { promised: 'Promised', claimed: 'Claimed', verified: 'Verified' }

type Part = { readonly benefit: string; readonly amount: bigint }

/** Whom value goes to, in one unit of account: classes sum to the total exactly, at each stage, gains and losses apart (value-by-class). */
export function valueByClass(unit: UnitOfAccount, benefits: readonly DividedBenefit[]): UnitClassValue {
  const each = <T>(of: (stage: ClassValueStage) => T) => Object.fromEntries(classValueStages.map((stage) => [stage, of(stage)])) as Record<ClassValueStage, T>
  const parts = each((stage) => partsOf(benefits, stage))
  const silent = benefits.some(({ split }) => split === null)
  const classes = [...stakeholderClasses, ...(silent ? [null] : [])].map((one): ClassValue => {
    const own = each((stage) => parts[stage].get(one) ?? [])
    return { class: one, benefits: benefits.filter(({ split }) => (one === null ? split === null : (split?.[one] ?? 0) > 0)).length, amounts: each((stage) => amountsOf(own[stage])), why: each((stage) => explained(stage, one === null ? unsaid : classWords[one], own[stage], unit)) }
  })
  const whole = each((stage) => benefits.map((one): Part => ({ benefit: one.benefit, amount: one[stage] })))
  const total = { benefits: benefits.length, amounts: each((stage) => amountsOf(whole[stage])), why: each((stage) => explainedTotal(stage, classes, amountsOf(whole[stage]).net, unit)) }
  return { unit, classes, total }
}

/** The parts of benefits at one stage, by the class they go to. */
function partsOf(benefits: readonly DividedBenefit[], stage: ClassValueStage): ReadonlyMap<StakeholderClass | null, readonly Part[]> {
  const found = new Map<StakeholderClass | null, Part[]>()
  for (const { benefit, split, [stage]: amount } of benefits)
    for (const [one, part] of split === null ? [[null, amount] as const] : divideByClass(amount, split)) {
      const own = found.get(one)
      if (own) own.push({ benefit, amount: part })
      else found.set(one, [{ benefit, amount: part }])
    }
  return found
}

function amountsOf(parts: readonly Part[]): ClassAmounts {
  const gains = parts.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n)
  const bears = parts.reduce((sum, { amount }) => (amount < 0n ? sum + amount : sum), 0n)
  return { gains, bears, net: gains + bears }
}

const explained = (stage: ClassValueStage, whom: string, parts: readonly Part[], unit: UnitOfAccount): Explanation => ({
  term: `${stageWords[stage]}: ${whom}`, figure: known(amountFigure(amountsOf(parts).net, unit)), formula: 'value-by-class',
  terms: parts.filter(({ amount }) => amount !== 0n).map(({ benefit, amount }): Explanation => ({ term: benefit, figure: known(amountFigure(amount, unit)) })),
})

const explainedTotal = (stage: ClassValueStage, classes: readonly ClassValue[], net: bigint, unit: UnitOfAccount): Explanation => ({
  term: `${stageWords[stage]}: everybody`, figure: known(amountFigure(net, unit)), formula: 'value-by-class',
  terms: classes.map(({ class: one, amounts }): Explanation => ({ term: one === null ? unsaid : classWords[one], figure: known(amountFigure(amounts[stage].net, unit)) })),
})
