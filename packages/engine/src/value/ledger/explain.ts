import { invariant, known, mapMetric, money, moneyFigure, nominal, textFigure, type Explained, type Explanation, type Figure, type Metric } from '../../kernel/index.ts'
import { readUnit, type AccountCode, type UnitOfAccount } from './account.ts'
import { keepingTotals, type KeepingStep, type PromiseKeeping } from './keeping.ts'
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
  intended: 'Intended', undecided: 'Not decided yet', declined: 'Declined', given_up: 'Given up before approval', original: 'Original baseline', change: 'Change', current: 'Current baseline',
  shortfall: 'Shortfall at close', emergent: 'Beyond what was approved', expected: 'Expected beside the plan', forecast: 'Forecast', to_come: 'Still to come', realised: 'Realised',
  unverified: 'Waiting for verification', verified: 'Verified', unbanked: 'Not banked', converted: 'Converted into another unit', banked: 'Banked',
}
/** What a step of promise-keeping is called; a change by its reason. */
export const keepingWords = ({ key, reason }: KeepingStep): string => (key === 'change' && reason !== undefined ? reason : stepWords[key])

/** The accounts under a step of promise-keeping, and how it comes of them. Changes are acts: what they moved of what is approved or delivered. */
const stepsUnder: Readonly<Record<KeepingStep['key'], { readonly codes: readonly AccountCode[]; readonly note: string }>> = {
  intended: { codes: ['S10'], note: 'All that was promised, but for what a later approval added: that stands among the changes' },
  undecided: { codes: ['A10'], note: 'Promised, and neither approved nor declined' }, declined: { codes: ['X10'], note: 'Declined when it was decided on' }, given_up: { codes: ['X30'], note: 'Given up by a decision before it was approved' },
  original: { codes: ['A20'], note: 'What the first approval of each benefit made its baseline' }, change: { codes: ['A20', 'A30'], note: 'A later approval, a move in time, or what was given up after approval' }, current: { codes: ['A20', 'A30'], note: 'The original baseline with all approved changes' },
  shortfall: { codes: ['X20'], note: 'Approved or delivered, and open when its period was closed' }, emergent: { codes: ['S11'], note: 'Realised beyond what was delivered' }, expected: { codes: ['F10'], note: 'What is expected above or below the baseline in periods that are not closed' },
  forecast: { codes: ['A20', 'A30', 'F10', 'A90', 'C10'], note: 'Realised so far, and what is expected of periods that are not closed' }, to_come: { codes: ['A20', 'A30', 'F10'], note: 'Expected of periods that are not closed' },
  realised: { codes: ['A90', 'C10'], note: 'Claimed of measured movement' }, unverified: { codes: ['R10'], note: 'Claimed, and nobody independent has looked at the evidence yet' }, verified: { codes: ['R20', 'R30', 'C20'], note: 'Somebody independent has looked at the evidence' },
  unbanked: { codes: ['R20'], note: 'Verified, and no budget line was lowered for it' }, converted: { codes: ['C20'], note: 'Turned into a claim in another unit, once' }, banked: { codes: ['R30'], note: 'A budget line was lowered for it' },
}

/** What a step stands on: its accounts, whether it is a total, and why it is what it is; of a total with the steps that it is the sum of. */
export function explainStep({ steps }: Pick<PromiseKeeping, 'steps'>, at: number, unit: UnitOfAccount): { readonly kind: 'total' | 'change'; readonly codes: readonly AccountCode[]; readonly why: Explanation } {
  const isTotal = ({ key }: KeepingStep): boolean => (keepingTotals as readonly string[]).includes(key)
  const step = steps[at]
  invariant(step, 'the step is one of the promise-keeping')
  const { codes, note } = stepsUnder[step.key]
  const from = steps.slice(0, at).findLastIndex(isTotal)
  const before = isTotal(step) && from >= 0 ? steps.slice(from, at).filter(({ key, amount }, place) => place === 0 || amount !== 0n || key === 'change') : []
  const term = (one: KeepingStep): Explanation => ({ term: keepingWords(one), figure: known(amountFigure(one.amount, unit)) })
  return { kind: isTotal(step) ? 'total' : 'change', codes, why: { ...term(step), formula: 'promise-keeping', note: `${note}. Accounts ${codes.join(', ')}`, ...(before.length > 0 ? { terms: before.map(term) } : {}) } }
}

/** Realised over what was first approved, with every step of the way (promise-keeping). */
export function explainKeeping({ steps, againstOriginal, againstCurrent }: PromiseKeeping, unit: UnitOfAccount): readonly [Explained<number>, Explained<number>] {
  const terms = steps.filter(({ key, amount }) => amount !== 0n || key === 'original' || key === 'current' || key === 'realised').map((step): Explanation => ({ term: keepingWords(step), figure: known(amountFigure(step.amount, unit)) }))
  const rate = (metric: Metric<number>, term: string): Explained<number> => ({ metric, why: { term, figure: mapMetric(metric, (value): Figure => ({ kind: 'number', value, unit: 'ratio' })), formula: 'promise-keeping', terms } })
  return [rate(againstOriginal, 'Realised of what was first approved'), rate(againstCurrent, 'Realised of the baseline as it was changed')]
}

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount)
