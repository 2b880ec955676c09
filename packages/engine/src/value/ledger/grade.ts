import type { AttributionMethod } from './attribution.ts'

/** How sure an amount is, A best. Ordinal: never averaged, never multiplied with an amount. */
export type Grade = 'A' | 'B' | 'C' | 'D'

/** What is observed of a measurement, each on a scale of its own. */
export type Facets = {
  readonly source: 'system_of_record' | 'sampled' | 'survey' | 'estimate'
  /** Level of the Maryland Scientific Methods Scale, 0 to 5. */
  readonly counterfactualLevel: number
  readonly method: AttributionMethod
  /** Whether counterfactual or method were registered after the first actual. */
  readonly postHoc: boolean
}

/** The worst of data, counterfactual and attribution (docs/specs/value-ledger.md, Attribution); D where anything was registered afterwards. */
export function gradeOf({ source, counterfactualLevel, method, postHoc }: Facets): Grade {
  const bySource = { system_of_record: 'A', sampled: 'B', survey: 'C', estimate: 'D' } as const
  const byLevel: Grade = counterfactualLevel >= 4 ? 'A' : counterfactualLevel >= 3 ? 'B' : counterfactualLevel >= 2 ? 'C' : 'D'
  const byMethod: Grade = postHoc ? 'D' : method === 'experiment' || method === 'did' ? 'A' : method === 'contract' ? 'B' : 'C'
  return worstGrade([bySource[source], byLevel, byMethod])
}

/** The worst of some grades; D of none, since nothing is known. */
export function worstGrade(grades: readonly Grade[]): Grade {
  return [...grades].sort().at(-1) ?? 'D'
}
