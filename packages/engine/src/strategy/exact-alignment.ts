import { invariant, known, numberFigure, type Explanation } from '../kernel/index.ts'
import { weightUnits } from './weigh/index.ts'

/** Contribution 1 in whole units: contributions have three digits. */
export const contributionUnits = 1000
/** Alignment 1 in whole units of 10^-11: products of whole weights and whole contributions, so that sums are exact. */
export const alignmentUnits = weightUnits * contributionUnits

/** Weights of a version by stable key, whole units that sum to exactly 10^8. */
export type WeightByKey = ReadonlyMap<string, number>
/** Contributions of one initiative by stable key, whole thousandths from −1000 to 1000; absent where nobody judged. */
export type ContributionByKey = ReadonlyMap<string, number>

/** A contribution in whole thousandths: 0.25 → 250. */
export function contributionOf(value: number): number {
  const units = Math.round(value * contributionUnits)
  invariant(Math.abs(units) <= contributionUnits, 'a contribution lies between −1 and 1')
  return units
}

/** Alignment in whole units of 10^-11: Σ weight × contribution. */
export function exactAlignment(weights: WeightByKey, contributions: ContributionByKey): number {
  let sum = 0
  for (const [key, contribution] of contributions) sum += (weights.get(key) ?? 0) * contribution
  return sum
}

/** What changed of an alignment by way of one objective, in units of 10^-11; the three parts sum to the whole. */
export type AlignmentTerm = { readonly key: string; readonly byWeight: number; readonly byContribution: number; readonly byBoth: number; readonly whole: number }
/** A change of alignment and what it is made of; the parts sum to `after − before` without remainder (F-ALN-2). */
export type AlignmentChange = { readonly before: number; readonly after: number; readonly delta: number; readonly byWeight: number; readonly byContribution: number; readonly byBoth: number; readonly terms: readonly AlignmentTerm[] }

/** One side of a change: the weights of a version and what an initiative contributes under it. */
export type AlignmentSide = { readonly weights: WeightByKey; readonly contributions: ContributionByKey }

/** How an alignment changed between two versions: by weights, by contributions, and by both at once. Terms that are 0 are left out. */
export function alignmentChange(from: AlignmentSide, to: AlignmentSide): AlignmentChange {
  const terms: AlignmentTerm[] = []
  for (const key of new Set([...from.contributions.keys(), ...to.contributions.keys()])) {
    const [w, c] = [from.weights.get(key) ?? 0, from.contributions.get(key) ?? 0]
    const [dw, dc] = [(to.weights.get(key) ?? 0) - w, (to.contributions.get(key) ?? 0) - c]
    const whole = dw * c + w * dc + dw * dc
    if (dw * c !== 0 || w * dc !== 0 || dw * dc !== 0) terms.push({ key, byWeight: dw * c + 0, byContribution: w * dc + 0, byBoth: dw * dc + 0, whole: whole + 0 })
  }
  terms.sort((a, b) => Math.abs(b.whole) - Math.abs(a.whole) || (a.key < b.key ? -1 : 1))
  const [before, after] = [exactAlignment(from.weights, from.contributions), exactAlignment(to.weights, to.contributions)]
  const sum = (part: (term: AlignmentTerm) => number): number => terms.reduce((total, term) => total + part(term), 0)
  return { before, after, delta: after - before, byWeight: sum((term) => term.byWeight), byContribution: sum((term) => term.byContribution), byBoth: sum((term) => term.byBoth), terms }
}

const figure = (units: number) => known(numberFigure(units / alignmentUnits, 'ratio'))

/** A change of alignment in words and figures, objective by objective, largest effect first. */
export function explainAlignmentChange(change: AlignmentChange, statementOf: (key: string) => string): Explanation {
  return {
    term: 'Change of alignment',
    figure: figure(change.delta),
    formula: 'alignment-change',
    note: `From ${change.before / alignmentUnits} to ${change.after / alignmentUnits}`,
    terms: change.terms.map((term) => ({
      term: statementOf(term.key),
      figure: figure(term.whole),
      terms: [
        { term: 'New weight', figure: figure(term.byWeight) },
        { term: 'New contribution', figure: figure(term.byContribution) },
        { term: 'Both at once', figure: figure(term.byBoth) },
      ].filter((_, index) => [term.byWeight, term.byContribution, term.byBoth][index] !== 0),
    })),
  }
}
