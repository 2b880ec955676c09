import { addDays, known, mapMetric, type Explained, type Explanation, type Figure, type Metric, type Period } from '../../kernel/index.ts'
import type { UnitOfAccount } from '../ledger/account.ts'
import { amountFigure } from '../ledger/explain.ts'
import type { PlanClaim, PlanFigures, PlanPart, PlanSums, PlanStage } from './coverage.ts'
import { planKindWords, planMovement, type PlanAmount, type PlanKind } from './line.ts'

const formula = 'plan-coverage'
const stageWords: Readonly<Record<PlanStage, { readonly word: string; readonly note: string }>> = {
  promised: { word: 'Promised', note: 'What stands promised (A10, A20, A30, A90, C10, less S11): without what was declined, given up, missed or realised beyond it' },
  forecast: { word: 'Forecast', note: 'Realised so far, and what is expected of periods that are not closed (A20, A30, F10, A90, C10)' },
  realised: { word: 'Realised', note: 'Claimed of measured movement (A90, C10)' },
}
/** What a stage is called. */
export const planStageWords = (stage: PlanStage): string => stageWords[stage].word

type Head = { readonly name: string; readonly kind: PlanKind; readonly unit: UnitOfAccount }

/** Why the figures of a line in a period are what they are: claims by their benefits, the plan by its baseline. */
export function explainPart({ name, kind, unit }: Head, one: PlanAmount, claims: readonly PlanClaim[], sums: PlanSums, stage: PlanStage): PlanFigures {
  const figure = (amount: bigint): Metric<Figure> => known(amountFigure(amount, unit))
  const where = `${name}, ${daysOf(one)}`
  const claimed: Explanation = {
    term: `${stageWords[stage].word} on ${where}`, figure: figure(sums.claimed), formula, note: stageWords[stage].note,
    terms: [...sumByBenefit(claims)].map(([benefit, amount]): Explanation => ({ term: benefit, figure: figure(amount) })),
  }
  const movement = planMovement(kind, one)
  const ambition: Explanation = {
    term: `Plan ambition of ${where}`, figure: mapMetric(sums.ambition, (amount) => amountFigure(amount, unit)), formula,
    note: movement !== undefined && movement < 0n ? 'The plan moves it the other way: nothing has to be delivered for that' : kind === 'revenue' ? 'Planned − baseline' : 'Baseline − planned',
    terms: [{ term: 'Baseline', figure: one.baseline === null ? { status: 'undefined', reason: 'NO_BASELINE' } : figure(one.baseline) }, { term: 'Planned', figure: figure(one.planned) }],
  }
  return around(where, unit, sums, claimed, ambition)
}

/** Why the figures of a kind are what they are: each by the lines and periods that it is the sum of. */
export function explainTotal({ kind, unit }: Head, parts: readonly (PlanPart & { readonly line: string })[], sums: PlanSums, stage: PlanStage): PlanFigures {
  const where = planKindWords[kind].toLowerCase()
  const sum = (term: string, key: 'claimed' | 'ambition' | 'covered' | 'uncovered' | 'over', metric: Metric<bigint>): Explanation => ({
    term: `${term} ${where}`, figure: mapMetric(metric, (amount) => amountFigure(amount, unit)), formula,
    terms: parts.filter((part) => { const { metric: own } = part[key]; return own.status === 'ok' && own.value !== 0n }).map((part): Explanation => ({ term: `${part.line}, ${daysOf(part)}`, figure: part[key].why.figure })),
  })
  const figures = around(where, unit, sums, sum(`${stageWords[stage].word} on`, 'claimed', known(sums.claimed)), sum('Plan ambition of', 'ambition', sums.ambition))
  return { ...figures, covered: { ...figures.covered, why: sum('Covered of', 'covered', sums.covered) }, uncovered: { ...figures.uncovered, why: sum('Without a delivery vehicle:', 'uncovered', sums.uncovered) }, over: { ...figures.over, why: sum('More than the plan moves:', 'over', sums.over) } }
}

function around(where: string, unit: UnitOfAccount, sums: PlanSums, claimed: Explanation, ambition: Explanation): PlanFigures {
  const of = (term: string, metric: Metric<bigint>, note: string): Explained<bigint> => ({ metric, why: { term: `${term} ${where}`, figure: mapMetric(metric, (amount) => amountFigure(amount, unit)), formula, note, terms: [ambition, claimed] } })
  const covered = of('Covered of', sums.covered, 'What is claimed, up to the ambition')
  return {
    claimed: { metric: known(sums.claimed), why: claimed }, ambition: { metric: sums.ambition, why: ambition }, covered,
    uncovered: of('Without a delivery vehicle:', sums.uncovered, 'Ambition − covered'), over: of('More than the plan moves:', sums.over, 'Claimed − covered'),
    coverage: { metric: sums.coverage, why: { term: `Coverage of ${where}`, figure: mapMetric(sums.coverage, (value): Figure => ({ kind: 'number', value, unit: 'ratio' })), formula, note: 'Covered / ambition', terms: [covered.why, ambition] } },
  }
}

/** Claims of a benefit in several value periods are one. */
function sumByBenefit(claims: readonly PlanClaim[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const [, own] of Map.groupBy(claims, ({ benefitId }) => benefitId)) {
    const amount = own.reduce((sum, one) => sum + one.amount, 0n)
    const name = own[0]?.benefit ?? ''
    sums.set(name, (sums.get(name) ?? 0n) + amount)
  }
  return sums
}

/** The days of a period, the last one included. */
const daysOf = ({ from, to }: Period): string => `${from} to ${addDays(to, -1)}`
