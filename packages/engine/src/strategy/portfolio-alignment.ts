import { known, numberFigure, ratio, mapMetric, type Explained, type Metric } from '../kernel/index.ts'

/** An initiative in a mean of alignments; `amount` is its cost to go in minor units, its weight in the mean. */
export type AlignedInitiative = { readonly name: string; readonly alignment: Metric<number>; readonly amount: number; readonly mandatory: boolean; readonly waived: boolean }

/** The mean alignment of many, in each of the four ways of counting. */
export type PortfolioAlignment = { readonly all: Explained<number>; readonly withoutMandatory: Explained<number>; readonly withoutWaived: Explained<number>; readonly withoutBoth: Explained<number> }

/** Mean alignment weighted by cost to go, with and without mandatory work and waived units; who has no alignment is counted and left out. */
export function portfolioAlignment(initiatives: readonly AlignedInitiative[]): PortfolioAlignment {
  return {
    all: mean('Alignment of all', initiatives),
    withoutMandatory: mean('Alignment without mandatory work', initiatives.filter(({ mandatory }) => !mandatory)),
    withoutWaived: mean('Alignment without waived units', initiatives.filter(({ waived }) => !waived)),
    withoutBoth: mean('Alignment without mandatory work and waived units', initiatives.filter(({ mandatory, waived }) => !mandatory && !waived)),
  }
}

const most = 12

function mean(term: string, initiatives: readonly AlignedInitiative[]): Explained<number> {
  const aligned = initiatives.flatMap(({ name, amount, alignment }) => (alignment.status === 'ok' ? [{ name, amount, alignment: alignment.value }] : []))
  const amount = aligned.reduce((sum, each) => sum + each.amount, 0)
  const metric = ratio(aligned.reduce((sum, each) => sum + each.amount * each.alignment, 0), amount)
  const left = initiatives.length - aligned.length
  const listed = [...aligned].sort((a, b) => Math.abs(b.amount * b.alignment) - Math.abs(a.amount * a.alignment)).slice(0, most)
  return {
    metric,
    why: {
      term, figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')), formula: 'portfolio-alignment',
      ...(left > 0 ? { note: `${left} of ${initiatives.length} are linked to no objective and are not counted` } : {}),
      terms: listed.map((each) => ({ term: each.name, figure: known(numberFigure((each.amount * each.alignment) / amount, 'ratio')) })),
      ...(aligned.length > most ? { omitted: aligned.length - most } : {}),
    },
  }
}
