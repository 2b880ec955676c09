import { known, mapMetric, numberFigure, ratio, undefinedBecause, type Explained, type Explanation, type Metric } from '../../kernel/index.ts'
import type { BackTest } from './back-test.ts'
import type { GateStanding } from './gates.ts'

/** What a model contributes to how the PMO works, as three shares. */
export type CriteriaInUse = {
  /** Of initiatives that compete, those scored in full. */
  readonly scored: Explained<number>
  /** Of initiatives that passed a gate, those that meet what it asks; one of which something is unknown does not. */
  readonly sound: Explained<number>
  /** Of pairs that past decisions told apart, those that the model orders alike. */
  readonly followed: Explained<number>
}

/** What is counted; `withheld` where who asks may not see what some criterion reads, so that all scores would count as missing. */
export type InUseFacts = { readonly competing: number; readonly full: number; readonly passed: readonly GateStanding[]; readonly tested: BackTest; readonly withheld: boolean }

/** The metrics of a model in use (criteria-in-use). Each is undefined where there is nothing to count, and where what it counts is withheld. */
export function criteriaInUse({ competing, full, passed, tested, withheld }: InUseFacts): CriteriaInUse {
  const met = passed.filter((standing) => standing === 'met').length
  const shareOf = withheld ? withheldShare : countedShare
  return {
    scored: shareOf('Scored in full', [full, 'Initiatives scored in full'], [competing, 'Initiatives that compete']),
    sound: shareOf('Meet the gates they passed', [met, 'Meet what their gate asks'], [passed.length, 'Passed a gate']),
    followed: shareOf('Ordered as was decided', [tested.alike, 'Pairs ordered alike'], [tested.alike + tested.against + tested.tiedScores, 'Pairs that decisions told apart']),
  }
}

type Counted = readonly [count: number, term: string]
function countedShare(term: string, part: Counted, whole: Counted): Explained<number> {
  const metric = ratio(part[0], whole[0])
  return { metric, why: { term, figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')), formula: 'criteria-in-use', terms: [part, whole].map(([count, of]) => ({ term: of, figure: known(numberFigure(count)) })) } }
}

function withheldShare(term: string): Explained<number> {
  const metric: Metric<never> = undefinedBecause('WITHHELD')
  const why: Explanation = { term, figure: metric, formula: 'criteria-in-use' }
  return { metric, why }
}
