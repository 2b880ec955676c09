import type { Cockpit } from '@throughline/contract/portfolio'
import type { ExplainedMoney, ExplainedNumber } from '@throughline/contract/wire'
import { explanationFromWire, isDerived, majorOf, metricText, places, useFormat, valueOf, type Format } from '../../../../format/index.ts'
import { Figure, FigureStrip, type FigureProps } from '../../../../ui/display/Figure.tsx'
import { SourceBadge } from '../../../../ui/display/Status.tsx'
import { compareMoney, compareNumber, type Comparison } from '../compare.ts'

/** The five figures a board asks for first, each against the previous publication, each able to say why. */
export function Headlines({ cockpit }: { readonly cockpit: Cockpit }) {
  const format = useFormat()
  const than = cockpit.previous ? format.month(cockpit.previous.asOf) : 'the previous publication'
  const { before } = cockpit
  const served = cockpit.objectives.filter(({ initiatives }) => initiatives > 0).length
  return (
    <FigureStrip label="Headline figures">
      <Figure {...moneyFigure('Whole-life cost', cockpit.cost, format)} {...note(compareMoney(cockpit.cost.metric, before.cost.metric, 'neither', than, format))} {...trendOf(cockpit.trend.map(({ cost }) => cost))} />
      <Figure {...moneyFigure('Benefits', cockpit.benefits, format)} under={promisesUnder} {...note(compareMoney(cockpit.benefits.metric, before.benefits.metric, 'higher', than, format))} {...trendOf(cockpit.trend.map(({ benefits }) => benefits))} />
      <Figure {...numberFigure('Benefit-cost ratio', cockpit.ratio, format.ratio)} under={promisesUnder} {...note(compareNumber(cockpit.ratio.metric, before.ratio.metric, 'higher', than, format.ratio))} />
      <Figure {...moneyFigure('Forecast for the year', cockpit.inYearForecast, format)} {...note(cockpit.publication ? { words: `As of ${format.date(cockpit.publication.asOf)}` } : undefined)} />
      <Figure {...numberFigure('Strategy funded', cockpit.strategyFunded, (share) => format.percent(share))} {...note(objectivesServed(served, cockpit.objectives.length))} />
    </FigureStrip>
  )
}

/** What was promised in the value ledger, entry by entry. */
const promisesUnder = { href: places.entries({ codes: 'S10' }), label: 'Promises in the value ledger' }

const note = (comparison: Comparison | undefined): Pick<FigureProps, 'comparison'> => (comparison ? { comparison } : {})

function objectivesServed(served: number, all: number): Comparison | undefined {
  if (all === 0) return { words: 'No objectives yet' }
  return served === all ? { words: `By weight; all ${all} objectives are served` } : { words: `By weight; ${all - served} of ${all} objectives unserved`, tone: 'bad' }
}

function moneyFigure(label: string, { metric, why }: ExplainedMoney, format: Format): FigureProps {
  const shared = { label, why: explanationFromWire(why), ...derivedBadge(isDerived(why)) }
  return metric.status === 'ok' ? { ...shared, value: format.moneyShort(metric.value) } : { ...shared, value: null, absent: metricText(metric, String) }
}

function numberFigure(label: string, { metric, why }: ExplainedNumber, write: (value: number) => string): FigureProps {
  const shared = { label, why: explanationFromWire(why), ...derivedBadge(isDerived(why)) }
  return metric.status === 'ok' ? { ...shared, value: write(metric.value) } : { ...shared, value: null, absent: metricText(metric, String) }
}

const derivedBadge = (derived: boolean): Pick<FigureProps, 'badge'> => (derived ? { badge: <SourceBadge kind="derived" title="Our reading, not a published figure" /> } : {})

/** Only publications that give the figure are points of its line. */
function trendOf(metrics: readonly ExplainedMoney['metric'][]): Pick<FigureProps, 'trend'> {
  const known = metrics.flatMap((metric) => {
    const amount = valueOf(metric)
    return amount ? [majorOf(amount)] : []
  })
  return known.length > 1 ? { trend: known } : {}
}
