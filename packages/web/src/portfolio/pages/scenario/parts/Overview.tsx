import type { PlanFigures, Scenario } from '@throughline/contract/portfolio'
import { HealthBar, healthWords, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Figure, FigureStrip, type FigureProps } from '../../../../ui/display/Figure.tsx'
import { explanationFromWire, metricText, type Format } from '../../../../format/index.ts'
import { ObjectiveColumns } from '../../../parts/plans/ObjectiveColumns.tsx'
import { PlanColumns, type PlanColumn } from '../../../parts/plans/PlanColumns.tsx'
import { PlanYears } from '../../../parts/plans/PlanYears.tsx'
import { SumsNote } from '../../../parts/plans/SumsNote.tsx'

/** What the scenario comes to, beside the plan it began from and, where that has moved, beside the plan of now. */
export function Overview({ scenario }: { readonly scenario: Scenario }) {
  const plans = columnsOf(scenario)
  const { currency } = scenario
  return (
    <>
      <Strip scenario={scenario} />
      <SumsNote plans={plans} />
      <Card title="Beside the plan" note="Funded work: approved, active or closing" flush><PlanColumns plans={plans} caption="Figures of the scenario and of the plan" /></Card>
      <PlanYears plans={plans} currency={currency} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Card title="Objectives served" flush><ObjectiveColumns plans={plans} /></Card>
        <Card title="Delivery confidence of funded work" note="As reported; a scenario does not change ratings">
          <ul className="grid gap-3">{plans.map(({ key, name, figures }) => <li key={key}><span className="text-label text-ink-2">{name}</span><Health name={name} figures={figures} /></li>)}</ul>
        </Card>
      </div>
    </>
  )
}

export function columnsOf({ name, figures, basis, plan, moved, state }: Scenario): readonly PlanColumn[] {
  if (state === 'approved') return [{ key: 'scenario', name, figures }, { key: 'basis', name: 'The plan it began from', figures: basis }, { key: 'plan', name: 'The plan now', figures: plan }]
  return [{ key: 'scenario', name, figures }, { key: 'basis', name: moved ? 'The plan it began from' : 'The plan', figures: basis }, ...(moved ? [{ key: 'plan', name: 'The plan now', figures: plan }] : [])]
}

const Health = ({ name, figures }: { readonly name: string; readonly figures: PlanFigures }) => (
  <>
    <HealthBar health={figures.health} name={name} />
    <span className="quiet">{healthWords(figures.health)}</span>
  </>
)

function Strip({ scenario: { figures, basis, differences } }: { readonly scenario: Scenario }) {
  const format = useFormat()
  const change = (of: 'cost' | 'benefits'): FigureProps['comparison'] => (differences[of].metric.status === 'ok' ? { words: `${metricText(differences[of].metric, (amount) => format.moneyChange(amount))} against the plan it began from` } : undefined)
  return (
    <FigureStrip label="The scenario in figures">
      <Figure label="Funded" value={format.number(figures.funded, 0)} unit={`of ${format.number(figures.initiatives, 0)}`} comparison={{ words: `${format.signed(figures.funded - basis.funded, 0)} against the plan it began from` }} />
      <Figure {...moneyOf('Cost', figures.cost, format)} {...withChange(change('cost'))} />
      <Figure {...moneyOf('Benefits', figures.benefits, format)} {...withChange(change('benefits'))} />
      <Figure {...moneyOf('Benefits less cost', figures.net, format)} />
      <Figure label="Strategy served" why={explanationFromWire(figures.served.why)} {...(figures.served.metric.status === 'ok' ? { value: format.percent(figures.served.metric.value) } : { value: null, absent: metricText(figures.served.metric, String) })} />
    </FigureStrip>
  )
}

const withChange = (comparison: FigureProps['comparison']): Pick<FigureProps, 'comparison'> => (comparison ? { comparison } : {})

function moneyOf(label: string, { metric, why }: PlanFigures['cost'], format: Format): FigureProps {
  const shared = { label, why: explanationFromWire(why) }
  return metric.status === 'ok' ? { ...shared, value: format.moneyShort(metric.value) } : { ...shared, value: null, absent: metricText(metric, String) }
}
