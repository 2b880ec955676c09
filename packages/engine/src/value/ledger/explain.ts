import { known, mapMetric, money, moneyFigure, nominal, textFigure, type Explained, type Explanation, type Figure, type Metric } from '../../kernel/index.ts'
import { readUnit, type UnitOfAccount } from './account.ts'
import type { KeepingStep, PromiseKeeping } from './keeping.ts'
import type { Reconciliation } from './reconciliation.ts'

/** An amount of a unit of account as a figure: money of its class of cash, or whole units by their own name. */
export function amountFigure(amount: bigint, unit: UnitOfAccount): Figure {
  const { base, cash } = readUnit(unit)
  if (cash !== undefined) return moneyFigure(money(amount, base, nominal, cash === 'cash' ? 'cash_releasing' : 'non_cash_releasing'))
  return textFigure(`${amount} ${base}`)
}

/** What the figures of a ledger are called by: initiatives by their ids. */
export type LedgerNames = { readonly measure: string; readonly period: string; readonly initiatives: ReadonlyMap<string, string> }

/** What of a pool is somebody's: claims and draws of measures below, with where the rest of the movement is (pool-reconciliation). */
export function explainReconciliation(one: Reconciliation, names: LedgerNames): Explained<bigint> {
  const figure = (amount: bigint): Metric<Figure> => known(amountFigure(amount, one.unit))
  const claims = [...one.byInitiative].filter(([, amount]) => amount !== 0n).sort(([, a], [, b]) => (size(a) > size(b) ? -1 : 1))
  const attributed = claims.reduce((sum, [, amount]) => sum + amount, 0n) + one.drawnBelow
  const terms: readonly Explanation[] = [
    ...claims.map(([id, amount]): Explanation => ({ term: `Claimed by ${names.initiatives.get(id) ?? id}`, figure: figure(amount) })),
    ...(one.drawnBelow === 0n ? [] : [{ term: 'Drawn by measures below', figure: figure(one.drawnBelow) }]),
    { term: 'Left to claim', figure: figure(one.left) },
    { term: 'Unattributed', figure: figure(one.unattributed) },
  ]
  const metric: Metric<bigint> = one.movement.status === 'ok' ? known(attributed) : one.movement
  const measured: Explanation = { term: 'Measured movement', figure: mapMetric(one.movement, (amount) => amountFigure(amount, one.unit)), formula: 'benefit-movement' }
  return { metric, why: { term: `Attributed of ${names.measure}, ${names.period}`, figure: mapMetric(metric, (amount) => amountFigure(amount, one.unit)), formula: 'pool-reconciliation', note: one.movement.status === 'ok' ? 'Measured movement = attributed + left to claim + unattributed' : 'Nothing was measured in the period', terms: [measured, ...terms] } }
}

const stepWords: Readonly<Record<KeepingStep['key'], string>> = {
  original: 'First approved', change: 'Change', current: 'Baseline now', open: 'Still open', shortfall: 'Shortfall at close', emergent: 'Beyond what was approved',
  realised: 'Realised', unverified: 'Waiting for verification', verified: 'Verified', banked: 'Banked', converted: 'Converted into another unit',
}
/** What a step of promise-keeping is called; a change by its reason. */
export const keepingWords = ({ key, reason }: KeepingStep): string => (key === 'change' && reason !== undefined ? reason : stepWords[key])

/** Realised over what was first approved, with every step of the way (promise-keeping). */
export function explainKeeping({ steps, againstOriginal, againstCurrent }: PromiseKeeping, unit: UnitOfAccount): readonly [Explained<number>, Explained<number>] {
  const terms = steps.map((step): Explanation => ({ term: keepingWords(step), figure: known(amountFigure(step.amount, unit)) }))
  const rate = (metric: Metric<number>, term: string): Explained<number> => ({ metric, why: { term, figure: mapMetric(metric, (value): Figure => ({ kind: 'number', value, unit: 'ratio' })), formula: 'promise-keeping', terms } })
  return [rate(againstOriginal, 'Realised of what was first approved'), rate(againstCurrent, 'Realised of the baseline as it was changed')]
}

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount)
