import { known, mapMetric, numberFigure, undefinedBecause, type Explained, type Metric } from '../../kernel/index.ts'
import { rankAgreement } from '../../strategy/index.ts'
import type { InitiativeState } from '../facts.ts'
import { isWithheld } from './score.ts'

/** What a decision did to an initiative, ordinal: ended it, put it off, or took it up. */
export const outcomes = ['ended', 'put_off', 'taken'] as const
export type DecidedOutcome = (typeof outcomes)[number]
/** An initiative that was decided on, with the score that it had by what was known then. */
export type DecidedFacts = { readonly decisionId: string; readonly initiativeId: string; readonly outcome: DecidedOutcome; readonly score: Metric<number> }

const takenUp: readonly InitiativeState[] = ['approved', 'active']
const waiting: readonly InitiativeState[] = ['idea', 'case', 'on_hold']
/**
 * What a decision on a state was: taken up, put off or ended. A rejection puts off what it would have taken up, and says nothing else; to go on
 * with what was taken up before, or to close it, is no choice between initiatives.
 */
export function outcomeOf({ from, to, rejected }: { readonly from: InitiativeState; readonly to: InitiativeState; readonly rejected: boolean }): DecidedOutcome | undefined {
  const starts = takenUp.includes(to) && !takenUp.includes(from)
  if (rejected) return starts ? 'put_off' : undefined
  return starts ? 'taken' : to === 'stopped' ? 'ended' : waiting.includes(to) ? 'put_off' : undefined
}

/** How a model would have ordered what was decided on. */
export type BackTest = {
  /** Kendall’s τ-b of scores and outcomes, −1 to 1: 1 where the model put all that was taken before all that was not. */
  readonly agreement: Explained<number>
  readonly counted: number
  /** Decided on, and not scored in full by what was known then. */
  readonly unscored: number
  /** Pairs that the decisions told apart: those that the model orders alike, the other way about, and not at all since their scores are equal. */
  readonly alike: number
  readonly against: number
  readonly tiedScores: number
  /** Pairs that the decisions did not tell apart. */
  readonly tiedOutcomes: number
  /** Where the model says the other thing, the widest apart first. */
  readonly surprises: readonly { readonly higher: DecidedFacts; readonly lower: DecidedFacts; readonly apart: number }[]
}

/** Outcomes of which an agreement is told. */
export const fewestOutcomes = 5
/** Past outcomes that are looked at, the latest: each pair of them is counted. */
export const mostOutcomes = 500
const mostSurprises = 10

/** Holds the scores of a model against past decisions (criteria-back-test). Undefined below five outcomes, where all were decided, or all scored, alike, and where a score is withheld. */
export function backTest(decided: readonly DecidedFacts[]): BackTest {
  const scored = decided.slice(0, mostOutcomes).flatMap((facts) => (facts.score.status === 'ok' ? [{ facts, score: facts.score.value, rank: outcomes.indexOf(facts.outcome) }] : []))
  const agreement: Metric<number> = decided.some(({ score }) => isWithheld(score)) ? undefinedBecause('WITHHELD') : scored.length < fewestOutcomes ? undefinedBecause('INSUFFICIENT_POINTS') : rankAgreement(scored.map(({ score, rank }) => [score, rank]))
  const told = scored.flatMap((a, at) => scored.slice(at + 1).map((b) => (a.rank >= b.rank ? { higher: a, lower: b } : { higher: b, lower: a })))
  const apart = told.filter(({ higher, lower }) => higher.rank > lower.rank)
  const against = apart.filter(({ higher, lower }) => higher.score < lower.score)
  const alike = apart.filter(({ higher, lower }) => higher.score > lower.score).length
  const counts = { counted: scored.length, unscored: Math.min(decided.length, mostOutcomes) - scored.length, alike, against: against.length, tiedScores: apart.length - alike - against.length, tiedOutcomes: told.length - apart.length }
  return {
    agreement: { metric: agreement, why: { term: 'Agreement with what was decided', figure: mapMetric(agreement, (value) => numberFigure(value)), formula: 'criteria-back-test', note: `Kendall’s τ-b of ${scored.length} outcomes; told of ${fewestOutcomes} or more`, terms: countTerms(counts) } },
    ...counts,
    surprises: against.map(({ higher, lower }) => ({ higher: higher.facts, lower: lower.facts, apart: lower.score - higher.score })).sort((a, b) => b.apart - a.apart || (a.higher.initiativeId < b.higher.initiativeId ? -1 : 1)).slice(0, mostSurprises),
  }
}

const countTerms = ({ alike, against, tiedScores, tiedOutcomes }: Pick<BackTest, 'alike' | 'against' | 'tiedScores' | 'tiedOutcomes'>) =>
  ([['Pairs ordered alike', alike], ['Pairs ordered the other way about', against], ['Pairs with equal scores', tiedScores], ['Pairs with the same outcome', tiedOutcomes]] as const).map(([term, count]) => ({ term, figure: known(numberFigure(count)) }))
