import { known, mapMetric, numberFigure, undefinedBecause, type Explained, type Metric } from '../../kernel/index.ts'
import { leastCoverage } from '../score.ts'

/** A key result: a way from start to target, or a thing that is done or not. */
export type KeyResult = {
  readonly id: string
  readonly name: string
  readonly kind: 'committed' | 'aspirational'
  readonly weight: number
  readonly progress: { readonly kind: 'way'; readonly start: number; readonly target: number; readonly actual: number | null } | { readonly kind: 'done'; readonly done: boolean | null }
}

/** The grade of a key result, 0 to 1 (F-OKR-1): clip((actual − start) / (target − start), 0, 1). 3 of 6 features → 0.5. */
export function gradeOf({ progress }: KeyResult): Metric<number> {
  if (progress.kind === 'done') return progress.done === null ? undefinedBecause('NO_ACTUALS') : known(progress.done ? 1 : 0)
  const { start, target, actual } = progress
  if (actual === null) return undefinedBecause('NO_ACTUALS')
  if (target === start) return undefinedBecause('TARGET_EQUALS_BASELINE')
  return known(Math.min(1, Math.max(0, (actual - start) / (target - start))))
}

/** Bands without gaps: below 0.4, below 0.7, and from 0.7. */
export const bandOf = (grade: number): 'low' | 'middle' | 'high' => (grade < 0.4 ? 'low' : grade < 0.7 ? 'middle' : 'high')

/** What a key result is expected to reach: a committed one all of it, an aspirational one 0.7. */
export const expectedGrade = ({ kind }: KeyResult): number => (kind === 'committed' ? 1 : 0.7)

/** The weighted mean of the grades that are known; undefined under 70 % of the weight. */
export function objectiveGrade(results: readonly KeyResult[]): Explained<number> {
  const graded = results.map((result) => ({ result, grade: gradeOf(result) }))
  const whole = results.reduce((sum, { weight }) => sum + weight, 0)
  const available = graded.flatMap(({ result, grade }) => (grade.status === 'ok' ? [{ weight: result.weight, grade: grade.value }] : []))
  const weight = available.reduce((sum, each) => sum + each.weight, 0)
  const metric: Metric<number> = results.length === 0 ? undefinedBecause('NO_TARGET')
    : weight === 0 ? undefinedBecause('NO_ACTUALS')
      : weight / whole < leastCoverage ? undefinedBecause('INSUFFICIENT_POINTS')
        : known(available.reduce((sum, each) => sum + each.weight * each.grade, 0) / weight)
  return {
    metric,
    why: {
      term: 'Grade', figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')), formula: 'key-result-grade',
      ...(available.length < results.length ? { note: `${available.length} of ${results.length} key results have a grade` } : {}),
      terms: graded.map(({ result, grade }) => ({ term: result.name, figure: mapMetric(grade, (value) => numberFigure(value, 'ratio')), note: `${result.kind === 'committed' ? 'Committed' : 'Aspirational'}: ${expectedGrade(result)} is expected` })),
    },
  }
}
