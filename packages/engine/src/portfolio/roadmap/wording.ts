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
export function verdictSentence(found: RoadmapVerdict, wording: RoadmapWording): string {
  const { candidateId, verdict, gives, choice } = found
  const { nameOf, period, value } = wording
  const name = nameOf(candidateId)
  if (verdict === 'in') return `${name} goes ahead from ${period(choice.start)}: it gives ${value(gives)}; it ${takesWords(found, wording)}.`
  if (gives <= 0) return `${name} stays out: even at its best it gives ${value(gives)}.`
  return `${name} stays out: from ${period(choice.start)} it would give ${value(gives)}; it ${takesWords(found, wording)}.`
}

/** The same beside the name and the verdict, which it does not say again. */
export function verdictReason(found: RoadmapVerdict, wording: RoadmapWording): string {
  const { verdict, gives, choice } = found
  const { period, value } = wording
  if (verdict === 'in') return `Gives ${value(gives)}; ${takesWords(found, wording)}.`
  return gives <= 0 ? `Even at its best it gives ${value(gives)}.` : `Would give ${value(gives)} from ${period(choice.start)}; ${takesWords(found, wording)}.`
}

/** What a choice takes of what is scarce, the dearest two of it by name: the name said once where they are two periods of one limit. */
function takesWords({ gives, uses, netOfPrices }: RoadmapVerdict, wording: RoadmapWording): string {
  const dearest = uses.slice(0, 2)
  const [first] = dearest
  if (first === undefined) return 'uses nothing that is scarce'
  const { period, value } = wording
  const title = limitTitle(first.limit, wording)
  const ofOne = dearest.length === 2 && dearest.every(({ limit }) => limit.period !== null && limitTitle(limit, wording) === title)
  const within = (at: number | null): string => (at === null ? '' : ` in ${period(at)}`)
  const taken = ofOne
    ? `${listed(dearest.map(({ limit, amount }) => `${limitAmount(limit, amount, wording)}${within(limit.period)}`))} of ${title}`
    : listed(dearest.map(({ limit, amount }) => (limit.constraint.kind === 'mostMoves' ? 'a move from the plan of record' : `${limitAmount(limit, amount, wording)} of ${limitTitle(limit, wording)}${within(limit.period)}`)))
  return `takes ${taken}${uses.length > 2 ? ' and more' : ''}, worth ${value(gives - netOfPrices)} to others at the margin`
}
