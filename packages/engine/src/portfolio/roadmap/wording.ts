import type { LimitUse } from './answer.ts'
import { listed } from './frame.ts'
import type { RoadmapVerdict } from './verdicts.ts'

/** How names and amounts are written for whoever reads. */
export type RoadmapWording = {
  readonly nameOf: (id: string) => string
  readonly period: (at: number) => string
  /** An amount of the value. */
  readonly value: (amount: number) => string
  /** An amount of money in minor units. */
  readonly cost: (minor: number) => string
  /** A plain number. */
  readonly count: (amount: number, digits: number) => string
}

/** An amount of a limit: money, people (counted in hundredths), or a count. */
export function limitAmount({ constraint }: Pick<LimitUse, 'constraint'>, amount: number, { cost, count }: RoadmapWording): string {
  if (constraint.kind === 'potBudget' || constraint.kind === 'potTotal') return cost(amount)
  return constraint.kind === 'poolCapacity' ? count(amount / 100, 1) : count(amount, 0)
}

/** What a limit is called: its pots or pools, or the demand in words. */
export function limitTitle({ constraint, words }: Pick<LimitUse, 'constraint' | 'words'>, { nameOf }: RoadmapWording): string {
  if (constraint.kind === 'potBudget' || constraint.kind === 'potTotal') return constraint.potIds.map(nameOf).join(', ')
  if (constraint.kind === 'mostMoves') return 'Moves from the plan of record'
  return constraint.kind === 'poolCapacity' ? constraint.poolIds.map(nameOf).join(', ') : words
}

/** Why a candidate is in or out, in one sentence with its figures. */
export function verdictSentence({ candidateId, verdict, gives, uses, netOfPrices, choice }: RoadmapVerdict, wording: RoadmapWording): string {
  const { nameOf, period, value } = wording
  const dearest = uses.slice(0, 2).map(({ limit, amount }) => (limit.constraint.kind === 'mostMoves' ? 'a move from the plan of record' : `${limitAmount(limit, amount, wording)} of ${limitTitle(limit, wording)}${limit.period === null ? '' : ` in ${period(limit.period)}`}`))
  const scarce = dearest.length === 0 ? 'it uses nothing that is scarce' : `it takes ${listed(dearest)}${uses.length > 2 ? ' and more' : ''}, worth ${value(gives - netOfPrices)} to others at the margin`
  const name = nameOf(candidateId)
  if (verdict === 'in') return `${name} goes ahead from ${period(choice.start)}: it gives ${value(gives)}; ${scarce}.`
  if (gives <= 0) return `${name} stays out: even at its best it gives ${value(gives)}.`
  return `${name} stays out: from ${period(choice.start)} it would give ${value(gives)}; ${scarce}.`
}
