import { known, undefinedBecause, type Metric } from '../../kernel/index.ts'

/** Mean of the figures that are known; undefined where none is. */
export function meanMetric(figures: readonly Metric<number>[]): Metric<number> {
  const values = figures.flatMap((figure) => (figure.status === 'ok' ? [figure.value] : []))
  return values.length === 0 ? undefinedBecause('INSUFFICIENT_POINTS') : known(values.reduce((sum, value) => sum + value, 0) / values.length)
}
