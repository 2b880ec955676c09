import { known, mapMetric, missing, numberFigure, ratio, type Explained, type Explanation, type Metric } from '../../kernel/index.ts'
import { editionInForce, type EditionFacts } from './framework.ts'

/** How many running initiatives follow an edition. */
export type EditionUse = { readonly no: number; readonly running: number }
export type FrameworkUse = { readonly running: number; readonly byEdition: readonly EditionUse[]; readonly current: Explained<number> }

/**
 * How a framework is used on a day, by the editions that running initiatives follow (framework-currency). `current` is the share of them, from
 * 0 to 1, that follow the edition in force; missing where none is in force, or nobody follows any.
 */
export function frameworkUse(editions: readonly EditionFacts[], followed: readonly number[], on: string): FrameworkUse {
  const byEdition = editions.map(({ no }) => ({ no, running: followed.filter((one) => one === no).length }))
  const inForce = editionInForce(editions, on)
  const metric: Metric<number> = !inForce ? missing('edition in force') : followed.length === 0 ? missing('initiative') : ratio(followed.filter((no) => no === inForce.no).length, followed.length)
  const terms = byEdition.map(({ no, running }): Explanation => ({ term: no === inForce?.no ? `On edition ${no}, in force` : `On edition ${no}`, figure: known(numberFigure(running)) }))
  return { running: followed.length, byEdition, current: { metric, why: { term: 'On the edition in force', figure: mapMetric(metric, (share) => numberFigure(Math.round(share * 1000) / 10, 'percent')), formula: 'framework-currency', note: 'Of running initiatives that follow this framework', terms } } }
}
