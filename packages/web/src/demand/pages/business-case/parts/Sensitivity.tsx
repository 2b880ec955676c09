import type { BusinessCase, CaseAssumption, CaseOption } from '@throughline/contract/demand'
import { explanationFromWire, majorOf, metricCell, useFormat } from '../../../../format/index.ts'
import { RangeBars } from '../../../../ui/charts/RangeBars.tsx'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { caseWords as words } from '../words.ts'
import { ChooseOption } from './CashFlow.tsx'

type Props = { readonly shown: BusinessCase; readonly option: CaseOption | undefined; readonly currency: string; onChoose(optionId: string): void }
const majorIn = (metric: CaseAssumption['atLow']): number => (metric.status === 'ok' ? majorOf(metric.value) : 0)

/** Each assumption of an option alone, what moves its worth most first, and where it would be worth nothing. */
export function SensitivityCard({ shown, option, currency, onChoose }: Props) {
  const format = useFormat()
  const found = shown.appraisal?.options.find(({ optionId }) => optionId === option?.id)
  const base = found?.against?.net_present_value.metric
  const money = (value: number) => format.axisMoney(value, currency)
  const of = (unit: CaseAssumption['unit'], value: number) => (unit === 'money' ? money(majorOf({ minor: String(Math.round(value)), currency })) : unit === 'percent' ? `${format.number(value, 1)} %` : format.count(value, 'year', 'years'))
  const rows = found?.sensitivity ?? []
  const middle = base?.status === 'ok' ? majorOf(base.value) : 0
  const ends = rows.flatMap(({ atLow, atHigh }) => [majorIn(atLow), majorIn(atHigh)])
  return (
    <>
      <ChooseOption options={shown.options} {...{ option, onChoose }} />
      <Card title="Each assumption alone" note="Net present value against doing nothing; what moves it most comes first">
        {rows.length === 0 || base?.status !== 'ok' ? <p className="quiet">{shown.appraisal === null ? words.withheld : option?.kind === 'do_nothing' ? 'Doing nothing is what the others are measured against.' : 'It needs an option that does nothing, and cash flow of this one.'}</p> : (
          <RangeBars
            title={`What moves the worth of ${option?.name ?? ''}`} titleHidden against={{ at: 0, label: 'Nothing gained' }} columns={['lowest', 'as assumed', 'highest']} format={money} ticks={[...new Set([Math.min(...ends, 0), middle, Math.max(...ends, 0)])].map((at) => ({ at, label: money(at) }))}
            rows={rows.slice(0, 15).map(({ key, name, atLow, atHigh }) => ({ key, label: name, range: { low: Math.min(majorIn(atLow), majorIn(atHigh)), middle, high: Math.max(majorIn(atLow), majorIn(atHigh)) } }))}
          />
        )}
      </Card>
      {rows.length > 0 && (
        <Card title="Switching values" note={words.switching} flush>
          <Table<CaseAssumption>
            caption="Assumptions with their switching values" rows={rows} rowKey={({ key }) => key}
            columns={[
              { key: 'name', label: 'Assumption', cell: ({ name, said }) => <span className="block min-w-44">{name}{!said && <span className="quiet block font-normal">nobody has said a range: a fifth less and more</span>}</span> },
              { key: 'base', label: 'Assumed', numeric: true, cell: ({ unit, base: assumed }) => of(unit, assumed) },
              { key: 'switch', label: 'Switching value', numeric: true, cell: ({ unit, switching, switchesAt }) => <WhyFigure why={explanationFromWire(switching.why)}>{switchesAt.length > 1 ? switchesAt.map((value) => of(unit, value)).join('; ') : switching.metric.status === 'undefined' && switching.metric.reason === 'NOT_REACHED' ? 'never' : metricCell(switching.metric, (value) => of(unit, value))}</WhyFigure> },
              { key: 'low', label: 'Low', numeric: true, cell: ({ unit, low }) => of(unit, low) }, { key: 'atLow', label: 'Worth at low', numeric: true, cell: ({ atLow }) => format.moneyCell(atLow) },
              { key: 'high', label: 'High', numeric: true, cell: ({ unit, high }) => of(unit, high) }, { key: 'atHigh', label: 'Worth at high', numeric: true, cell: ({ atHigh }) => format.moneyCell(atHigh) },
            ]}
          />
        </Card>
      )}
    </>
  )
}

/** Several assumptions at once: what each option is then worth, and which is the best. */
export function ScenariosTable({ shown: { scenarios, appraisal, options }, onEdit }: { readonly shown: BusinessCase; onEdit?(): void }) {
  const format = useFormat()
  const others = options.filter(({ kind }) => kind !== 'do_nothing')
  const found = new Map((appraisal?.scenarios ?? []).map((one) => [one.id, one]))
  const said = ({ capital, revenue, benefits, ratePoints, delayYears }: BusinessCase['scenarios'][number]) => [capital && `capital cost ${format.signed(capital, 0)} %`, revenue && `revenue cost ${format.signed(revenue, 0)} %`, benefits && `benefits ${format.signed(benefits, 0)} %`, ratePoints && `rate ${format.signed(ratePoints, 1)} points`, delayYears && `${format.count(delayYears, 'year', 'years')} later`].filter(Boolean).join(', ') || 'as assumed'
  return (
    <Card title="Several at once" note="Net present value against doing nothing when assumptions move together" flush actions={onEdit && <Button onClick={() => onEdit()}>Change scenarios</Button>}>
      <Table
        caption="Scenarios" rows={scenarios} rowKey={({ id }) => id} empty="No scenario is said. A useful one is what usually goes wrong together: dearer, later and with less benefit."
        columns={[
          { key: 'name', label: 'Scenario', cell: (one) => <span className="block min-w-44">{one.name}<span className="quiet block font-normal">{said(one)}</span></span> },
          ...(appraisal ? [...others.map(({ id, name }) => ({ key: id, label: name, numeric: true, cell: (one: BusinessCase['scenarios'][number]) => { const worth = found.get(one.id)?.worth.find(({ optionId }) => optionId === id); return worth ? format.moneyCell(worth.worth) : '–' } })), { key: 'best', label: 'Then best', cell: (one: BusinessCase['scenarios'][number]) => options.find(({ id }) => id === found.get(one.id)?.bestId)?.name ?? '–' }] : []),
        ]}
      />
    </Card>
  )
}
