import { known, mapMetric, numberFigure, ratio, type Explained, type Explanation } from '../../kernel/index.ts'
import { outcomes, type ElementOutcome, type JudgedElement } from './judge.ts'

/** How many elements came to each outcome. */
export type OutcomeCounts = Readonly<Record<ElementOutcome, number>>
export type Conformance = { readonly counts: OutcomeCounts; readonly share: Explained<number> }

/** Elements by their outcome; every one of them is counted once. */
export const countOutcomes = (judged: readonly Pick<JudgedElement, 'outcome'>[]): OutcomeCounts =>
  Object.fromEntries(outcomes.map((outcome) => [outcome, judged.filter((one) => one.outcome === outcome).length])) as OutcomeCounts

/**
 * Which share of what an initiative had to show by a day it has shown in its order, from 0 to 1 (conformance). What deviates for an approved
 * reason is neither kept nor missing: it stands beside the share. Undefined where nothing is due.
 */
export function conformanceOf(counts: OutcomeCounts): Conformance {
  const asked = counts.kept + counts.out_of_order + counts.missing
  const metric = ratio(counts.kept, asked, 'NOT_DUE')
  const term = (words: string, of: ElementOutcome, note?: string): Explanation => ({ term: words, figure: known(numberFigure(counts[of])), ...(note ? { note } : {}) })
  const terms = [term('Kept', 'kept'), term('Missing', 'missing'), term('Out of order', 'out_of_order'), term('Justified deviations', 'deviation', 'Counted apart: in neither part of the share'), term('Not due yet', 'not_due', 'In neither part of the share')]
  return { counts, share: { metric, why: { term: 'Conformance', figure: mapMetric(metric, (share) => numberFigure(Math.round(share * 1000) / 10, 'percent')), formula: 'conformance', terms } } }
}

/** All counts together. */
export const addCounts = (all: readonly OutcomeCounts[]): OutcomeCounts => Object.fromEntries(outcomes.map((outcome) => [outcome, all.reduce((sum, counts) => sum + counts[outcome], 0)])) as OutcomeCounts
