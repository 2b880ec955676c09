import { addDays, known, mapMetric, type Explanation, type Figure, type Metric } from '../../kernel/index.ts'
import type { UnitOfAccount } from '../ledger/account.ts'
import { amountFigure } from '../ledger/explain.ts'
import type { PlanFigures, PlanPart, PlanStage, PlanSums } from './coverage.ts'
import { planKindWords, planMovement, type PlanKind } from './line.ts'

const formula = 'plan-coverage'
/** Lines that the explanation of a total lists; the smaller ones are counted. */
const mostLines = 50
const stageWords: Readonly<Record<PlanStage, { readonly word: string; readonly note: string }>> = {
  promised: { word: 'Promised', note: 'What stands promised (A10, A20, A30, A90, C10, less S11): without what was declined, given up, missed or realised beyond it' },
  forecast: { word: 'Forecast', note: 'Realised so far, and what is expected of periods that are not closed (A20, A30, F10, A90, C10)' },
  realised: { word: 'Realised', note: 'Claimed of measured movement (A90, C10)' },
}
/** What a stage is called. */
export const planStageWords = (stage: PlanStage): string => stageWords[stage].word

type Head = { readonly name: string; readonly kind: PlanKind; readonly unit: UnitOfAccount }

/** Why the figures of a line in a period are what they are: claims by their benefits, the plan by its baseline. */
export function explainPlanPart({ name, kind, unit }: Head, part: PlanPart, stage: PlanStage): Readonly<Record<keyof PlanSums, Explanation>> {
  const figure = (amount: bigint): Metric<Figure> => known(amountFigure(amount, unit))
  const where = `${name}, ${part.from} to ${addDays(part.to, -1)}`
  const claimed: Explanation = {
    term: `${stageWords[stage].word} on ${where}`, figure: mapMetric(part.claimed, (amount) => amountFigure(amount, unit)), formula, note: stageWords[stage].note,
    terms: part.claims.map(({ benefit, amount }): Explanation => ({ term: benefit, figure: figure(amount) })),
  }
  const movement = planMovement(kind, part)
  const ambition: Explanation = {
    term: `Plan ambition of ${where}`, figure: mapMetric(part.ambition, (amount) => amountFigure(amount, unit)), formula,
    note: movement !== undefined && movement < 0n ? 'The plan moves it the other way: nothing has to be delivered for that' : kind === 'revenue' ? 'Planned − baseline' : 'Baseline − planned',
    terms: [{ term: 'Baseline', figure: part.baseline === null ? { status: 'undefined', reason: 'NO_BASELINE' } : figure(part.baseline) }, { term: 'Planned', figure: figure(part.planned) }],
  }
  return around(where, unit, part, claimed, ambition)
}

/** Why the figures of a kind are what they are: each by the lines that it is the sum of, over all periods with a baseline. */
export function explainTotal({ kind, unit }: Head, lines: readonly { readonly name: string; readonly sums: PlanSums }[], sums: PlanSums, stage: PlanStage): PlanFigures {
  const where = planKindWords[kind].toLowerCase()
  const sum = (term: string, key: Exclude<keyof PlanSums, 'coverage'>): Explanation => {
    const terms = lines.flatMap(({ name, sums: { [key]: own } }) => (own.status === 'ok' && own.value !== 0n ? [{ name, amount: own.value }] : [])).sort((a, b) => Number(magnitude(b.amount) - magnitude(a.amount)))
    return {
      term: `${term} ${where}`, figure: mapMetric(sums[key], (amount) => amountFigure(amount, unit)), formula, terms: terms.slice(0, mostLines).map(({ name, amount }): Explanation => ({ term: name, figure: known(amountFigure(amount, unit)) })),
      ...(terms.length > mostLines ? { omitted: terms.length - mostLines } : {}),
    }
  }
  const [claimed, ambition, covered] = [sum(`${stageWords[stage].word} on`, 'claimed'), sum('Plan ambition of', 'ambition'), sum('Covered of', 'covered')]
  const { coverage } = around(where, unit, sums, claimed, ambition, covered)
  return {
    claimed: { metric: sums.claimed, why: claimed }, ambition: { metric: sums.ambition, why: ambition }, covered: { metric: sums.covered, why: covered },
    uncovered: { metric: sums.uncovered, why: sum('Without a delivery vehicle:', 'uncovered') }, over: { metric: sums.over, why: sum('More than the plan moves:', 'over') }, coverage: { metric: sums.coverage, why: coverage },
  }
}

const magnitude = (amount: bigint): bigint => (amount < 0n ? -amount : amount)

function around(where: string, unit: UnitOfAccount, sums: PlanSums, claimed: Explanation, ambition: Explanation, told?: Explanation): Readonly<Record<keyof PlanSums, Explanation>> {
  const of = (term: string, metric: Metric<bigint>, note: string): Explanation => ({ term: `${term} ${where}`, figure: mapMetric(metric, (amount) => amountFigure(amount, unit)), formula, note, terms: [ambition, claimed] })
  const covered = told ?? of('Covered of', sums.covered, 'What is claimed, up to the ambition')
  return {
    claimed, ambition, covered, uncovered: of('Without a delivery vehicle:', sums.uncovered, 'Ambition − covered'), over: of('More than the plan moves:', sums.over, 'Claimed − covered'),
    coverage: { term: `Coverage of ${where}`, figure: mapMetric(sums.coverage, (value): Figure => ({ kind: 'number', value, unit: 'ratio' })), formula, note: 'Covered / ambition', terms: [covered, ambition] },
  }
}
