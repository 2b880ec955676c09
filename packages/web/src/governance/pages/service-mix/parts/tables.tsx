import type { MixPeriod, MixShift, ServiceHours, ServiceMix } from '@throughline/contract/governance'
import type { ExplainedNumber } from '@throughline/contract/wire'
import { mixClasses, useLevels } from '@throughline/engine/governance'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { YearBars } from '../../../../ui/charts/YearBars.tsx'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { classWords, useWords } from '../../../service-words.ts'
import { mixWords as words } from '../words.ts'

type Periods = { readonly periods: readonly MixPeriod[] }
const shareOf = (period: MixPeriod, at: number) => period.classes[at]

/** Hours by class, period by period. */
export function HoursChart({ periods }: Periods) {
  const format = useFormat()
  const series = mixClasses.map((of, at) => ({ key: of, label: classWords[of], values: periods.map((period) => Number(shareOf(period, at)?.hours ?? 0)) }))
  return <YearBars framed title="Hours by class" note="By period" height={240} years={periods.map(({ period }) => period.label)} yearsLabel="Period" series={series} totalLabel="All" format={(value) => format.number(value)} />
}

/** Shares of hours; those of a row sum to exactly 100 %. */
export function SharesTable({ mix: { periods, earlier } }: { readonly mix: ServiceMix }) {
  const format = useFormat()
  const share = ({ metric, why }: ExplainedNumber) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (one) => format.percent(one, 1))}</WhyFigure>
  return (
    <Card title="Shares of hours" note={`The four classes of a row sum to 100 %; the latest period first.${earlier > 0 ? ` ${format.count(earlier, 'earlier period', 'earlier periods')} with work are not listed.` : ''}`} flush>
      <Table<MixPeriod>
        caption="Shares of hours by class and period, against the target" rows={periods.toReversed()} rowKey={({ period }) => period.from}
        columns={[
          { key: 'period', label: 'Period', cell: ({ period }) => <span className="whitespace-nowrap">{period.label}</span> },
          { key: 'hours', label: 'Hours', numeric: true, cell: ({ hours }) => format.number(Number(hours)) },
          ...mixClasses.map((of, at) => ({ key: of, label: classWords[of], numeric: true, cell: (period: MixPeriod) => { const one = shareOf(period, at); return one && share(one.share) } })),
          { key: 'mandated', label: 'Mandated, both', numeric: true, cell: ({ mandated }) => share(mandated) },
          { key: 'target', label: 'Target for non-mandated', numeric: true, cell: ({ target }) => metricCell(target, (one) => format.percent(one, 1)) },
          { key: 'gap', label: 'Against it', numeric: true, cell: ({ gap: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (one) => format.points(one / 100))}</WhyFigure> },
        ]}
      />
    </Card>
  )
}

/** What the hours cost, as far as it was given. */
export function CostsTable({ periods }: Periods) {
  const format = useFormat()
  return (
    <Card title="Costs" note="As far as they were given with hours; shares of a row sum to 100 %." flush>
      <Table<MixPeriod>
        caption="Costs by class and period" rows={periods.toReversed()} rowKey={({ period }) => period.from}
        columns={[
          { key: 'period', label: 'Period', cell: ({ period }) => <span className="whitespace-nowrap">{period.label}</span> },
          ...mixClasses.map((of, at) => ({ key: of, label: classWords[of], numeric: true, cell: (period: MixPeriod) => {
            const one = shareOf(period, at)
            return one && <span className="whitespace-nowrap"><WhyFigure why={explanationFromWire(one.cost.why)}>{isNotGiven(one.cost.metric) ? words.notGiven : metricCell(one.cost.metric, format.money)}</WhyFigure>{one.cost.metric.status === 'ok' && <> <WhyFigure why={explanationFromWire(one.costShare.why)}>{metricCell(one.costShare.metric, (value) => format.percent(value, 1))}</WhyFigure></>}</span>
          } })),
          { key: 'uncosted', label: 'Hours without a cost', numeric: true, cell: ({ uncosted }) => format.number(Number(uncosted)) },
        ]}
      />
    </Card>
  )
}

const isNotGiven = (metric: MixPeriod['classes'][number]['cost']['metric']): boolean => metric.status === 'undefined' && metric.reason === 'NO_ACTUALS'

/** What would bring the latest period to its target, and what no shift may touch. */
export function ShiftCard({ shift: { floor, ceiling, need, options, short }, label }: { readonly shift: MixShift; readonly label: string }) {
  const format = useFormat()
  const percent = ({ metric, why }: ExplainedNumber) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (one) => format.percent(one, 1))}</WhyFigure>
  const wanted = need.metric.status === 'ok' ? need.metric.value : undefined
  return (
    <Card title={`To reach the target, ${label}`} note="Compliance is asked for by rules: no hour of it can go elsewhere." flush={options.length > 0}>
      <div className={options.length > 0 ? 'grid gap-1 px-4 pb-3' : 'grid gap-1'}>
        <p>Floor of mandated compliance {percent(floor)}; non-mandated services could have at most {percent(ceiling)}.</p>
        {wanted === undefined ? <p className="quiet">{words.noShift}</p> : wanted === 0 ? <p>The target is kept: nothing has to shift.</p> : <p><WhyFigure why={explanationFromWire(need.why)}>{`${format.number(wanted)} hours`}</WhyFigure> would have to go to non-mandated services.{Number(short) > 0 && ` Of these ${format.number(Number(short))} can come from nowhere.`}</p>}
      </div>
      {options.length > 0 && (
        <Table<MixShift['options'][number]>
          caption="Where the hours could come from" rows={options} rowKey={({ service }) => service?.id ?? 'none'}
          columns={[
            { key: 'from', label: 'From', cell: ({ service }) => <span className="block min-w-48">{service?.name ?? 'Work of no service'}<span className="quiet block">{service ? classWords.mandated_assurance : 'counts for neither side'}</span></span> },
            { key: 'hours', label: 'Hours', numeric: true, cell: ({ hours }) => format.number(Number(hours)) },
            { key: 'covers', label: 'Covers of what is wanted', numeric: true, cell: ({ covers }) => format.percent(covers, 0) },
          ]}
        />
      )}
    </Card>
  )
}

/** What it was worth to those who asked, class by class. */
export function UseTable({ use }: Pick<ServiceMix, 'use'>) {
  const format = useFormat()
  return (
    <Card title="What it was worth to those who asked" note="Requests that were delivered in the periods above, in the class that the service had then; who has not said counts for neither side." flush>
      <Table<ServiceMix['use'][number]>
        caption="What services were worth by class" rows={use} rowKey={({ class: of }) => of}
        columns={[
          { key: 'class', label: 'Class', cell: ({ class: of }) => classWords[of] },
          { key: 'delivered', label: 'Delivered', numeric: true, cell: ({ delivered }) => format.number(delivered, 0) },
          ...useLevels.toReversed().map((level) => ({ key: level, label: useWords[level], numeric: true, cell: ({ told }: ServiceMix['use'][number]) => format.number(told[level], 0) })),
          { key: 'silent', label: 'Not said', numeric: true, cell: ({ silent }) => format.number(silent, 0) },
          { key: 'useful', label: 'Found it of use', numeric: true, cell: ({ useful: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metric.status === 'undefined' ? words.nobodySaid : metricCell(metric, (one) => format.percent(one, 0))}</WhyFigure> },
        ]}
      />
    </Card>
  )
}

/** Which share was wanted from when on, and why. */
export function TargetsList({ targets }: Pick<ServiceMix, 'targets'>) {
  const format = useFormat()
  return (
    <Card title="Targets" note="For the share of hours of non-mandated services; the one that begins last holds, and of two for one day the newer.">
      {targets.length === 0 ? <p className="quiet">{words.noTargets}</p> : <ul className="grid gap-2">{targets.map(({ fromOn, share, reason, by, at }) => <li key={at}>{format.percent(share, 1)} from {format.date(fromOn)}<span className="quiet block">{reason} · {by}, {format.instant(at)}</span></li>)}</ul>}
    </Card>
  )
}

/** What the shares are made of. */
export function WorkTable({ mix: { work, omitted }, currency, canEdit, onRemove }: { readonly mix: ServiceMix; readonly currency: string; readonly canEdit: boolean; onRemove(work: ServiceHours): void }) {
  const format = useFormat()
  return (
    <Card title="Hours" note={`Each in the class that its service had when it was recorded.${omitted > 0 ? ` ${format.count(omitted, 'earlier entry is', 'earlier entries are')} not listed.` : ''}`} flush>
      <Table<ServiceHours>
        caption="Hours that were recorded" rows={work} rowKey={({ id }) => id} maxHeight={480}
        columns={[
          { key: 'on', label: 'Worked on', cell: ({ on }) => <span className="whitespace-nowrap">{format.date(on)}</span> },
          { key: 'service', label: 'For', cell: ({ service, words: said, ofRequest }) => <span className="block min-w-48">{service?.name ?? 'No service'}<span className="quiet block">{ofRequest ? 'a request' : said}</span></span> },
          { key: 'class', label: 'Class', cell: ({ class: of }) => classWords[of] },
          { key: 'hours', label: 'Hours', numeric: true, cell: ({ hours }) => format.number(Number(hours)) },
          { key: 'cost', label: 'Cost', numeric: true, cell: ({ costMinor }) => (costMinor === null ? <span className="quiet">–</span> : format.money({ minor: costMinor, currency })) },
          { key: 'by', label: 'Recorded by', cell: ({ by }) => <span className="quiet">{by}</span> },
          { key: 'act', label: '', cell: (one) => canEdit && <Button kind="quiet" aria-label={`Remove ${format.number(Number(one.hours))} hours of ${format.date(one.on)}`} onClick={() => onRemove(one)}>Remove</Button> },
        ]}
      />
    </Card>
  )
}
