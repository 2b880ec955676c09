import type { InitiativeRow } from '@throughline/contract/demand'
import type { Scenario } from '@throughline/contract/portfolio'
import { known, missing, money, moneyFigure, numberFigure, type Explanation } from '@throughline/engine/kernel'
import { useFormat, type Format } from '../../../../format/index.ts'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { proofWords } from '../../../parts/proof.tsx'

/** The figures of a saved portfolio; each says what it is the sum of. */
export function ScenarioFigures({ scenario, rows }: { readonly scenario: Scenario; readonly rows: readonly InitiativeRow[] | undefined }) {
  const format = useFormat()
  const { chosen, candidates, totalCost, bound } = scenario
  return (
    <FigureStrip label="The portfolio as saved">
      <Figure label="Chosen" value={format.number(chosen.length, 0)} unit={`of ${format.number(candidates, 0)}`} />
      <Figure label={scenario.valueUnit === 'points' ? 'Strategic value' : 'Value, whole life'} {...amount(scenario.totalValue, scenario, format)} why={whyTotal('Value of the portfolio', scenario, rows, 'value')} />
      <Figure label="Cost, whole life" {...format.moneyParts(totalCost)} why={whyTotal('Cost of the portfolio', scenario, rows, 'cost')} />
      <Figure label="Best possible" {...amount(bound, scenario, format)} comparison={{ words: proofWords(scenario, format), tone: scenario.proved ? 'good' : 'warn' }} />
    </FigureStrip>
  )
}

function amount(value: number, { valueUnit, totalCost }: Scenario, format: Format): { readonly value: string; readonly unit: string } {
  if (valueUnit === 'points') return { value: format.number(value, 0), unit: 'points' }
  return format.moneyParts({ minor: String(Math.round(value)), currency: totalCost.currency })
}

/** The total as it was saved, with the figures of today of what it sums; where the portfolio has moved they need not add up to it. */
function whyTotal(term: string, scenario: Scenario, rows: readonly InitiativeRow[] | undefined, of: 'value' | 'cost'): Explanation {
  const { currency } = scenario.totalCost
  const total = of === 'cost' ? moneyFigure(money(BigInt(scenario.totalCost.minor), currency)) : scenario.valueUnit === 'points' ? numberFigure(scenario.totalValue, 'score') : moneyFigure(money(BigInt(Math.round(scenario.totalValue)), currency))
  const byId = new Map(rows?.map((row) => [row.id, row]))
  const figureOf = (id: string): Explanation['figure'] => {
    const row = byId.get(id)
    const metric = of === 'cost' ? row?.cost : scenario.value === 'benefits' ? row?.benefits : undefined
    if (!metric) return missing('its figure of today')
    return metric.status === 'ok' ? known(moneyFigure({ ...metric.value, minor: BigInt(metric.value.minor) })) : metric
  }
  const listed = of === 'cost' || scenario.value === 'benefits'
  return {
    term,
    figure: known(total),
    formula: 'portfolio-selection',
    source: { kind: 'derived', rule: 'sum over the chosen initiatives when the scenario was saved' },
    ...noteOf(scenario, listed),
    ...(listed ? { terms: scenario.chosen.map(({ id, name }) => ({ term: name, figure: figureOf(id) })) } : {}),
  }
}

function noteOf({ stale }: Scenario, listed: boolean): { readonly note?: string } {
  if (!listed) return { note: 'Open it in Select to see what each initiative brings.' }
  return stale ? { note: 'The portfolio has moved since: the figures of today below need not sum to it.' } : {}
}
