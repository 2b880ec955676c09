import type { MeasureEnd, MeasureList, MeasureRow } from '@throughline/contract/strategy'
import { useState } from 'react'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { Tabs } from '../../../../ui/controls/Tabs.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { endWords, measurePlaces, periodWords, placeWords, roughText, valueText } from '../../../measure-words.ts'
import { horizonWords, levelWords, statusLooks } from '../../../words.ts'
import { ToMend } from './ToMend.tsx'

const levels = ['delivery', 'kpi', 'outcome', 'benchmark'] as const
const horizons = ['short', 'mid', 'long'] as const
const standings = ['off_track', 'at_risk', 'on_track', 'complete', 'no_report'] as const

/** Perspectives by levels, then the ends of periods against what was planned, then peers. Colours are counted and never averaged. */
export function Scorecard({ list }: { readonly list: MeasureList }) {
  const format = useFormat()
  return (
    <>
      <Card flush title="Perspectives by level" note={<>Attained in all <WhyFigure why={explanationFromWire(list.composite.why)}>{metricCell(list.composite.metric, (share) => format.percent(share))}</WhyFigure>; a composite is shown where 70% of the weight has a figure</>}>
        <Table
          caption="Perspectives by level of measure"
          rows={list.perspectives}
          rowKey={({ id }) => id ?? ''}
          columns={[
            { key: 'name', label: 'Perspective', cell: ({ name }) => name },
            ...levels.map((level) => ({ key: level, label: levelWords[level], cell: ({ id }: MeasureList['perspectives'][number]) => <Standings measures={list.measures.filter((one) => one.perspectiveId === id && one.level === level)} /> })),
            { key: 'composite', label: 'Attained', numeric: true, cell: ({ composite }) => <WhyFigure why={explanationFromWire(composite.why)}>{metricCell(composite.metric, (share) => format.percent(share))}</WhyFigure> },
            { key: 'coverage', label: 'Of the weight', numeric: true, cell: ({ coverage }) => format.percent(coverage) },
          ]}
        />
      </Card>
      <ToMend warned={list.warned} />
      <Horizons list={list} />
      <Ends measures={list.measures} />
      <Peers measures={list.measures} />
    </>
  )
}

/** Short term and long term told apart: what is on its way soon says nothing of what takes years. */
function Horizons({ list: { perspectives, measures } }: { readonly list: MeasureList }) {
  return (
    <Card flush title="Short and long term" note="Counted for themselves; neither makes up for the other">
      <Table
        caption="Perspectives by horizon of measure"
        rows={perspectives}
        rowKey={({ id }) => id ?? ''}
        columns={[
          { key: 'name', label: 'Perspective', cell: ({ name }) => name },
          ...horizons.map((horizon) => ({ key: horizon, label: horizonWords[horizon], cell: ({ id }: MeasureList['perspectives'][number]) => <Standings measures={measures.filter((one) => one.perspectiveId === id && one.horizon === horizon)} /> })),
        ]}
      />
    </Card>
  )
}

function Standings({ measures }: { readonly measures: readonly MeasureRow[] }) {
  if (measures.length === 0) return <span className="quiet">–</span>
  return (
    <span className="flex flex-wrap gap-x-3">
      {standings.map((standing) => {
        const count = measures.filter(({ status }) => status === standing).length
        return count > 0 && <StatusMark key={standing} quiet tone={statusLooks[standing].tone} word={`${count} ${statusLooks[standing].words.toLowerCase()}`} />
      })}
    </span>
  )
}

function Ends({ measures }: { readonly measures: readonly MeasureRow[] }) {
  const format = useFormat()
  const [end, setEnd] = useState<MeasureEnd['end']>('month')
  const endOf = (row: MeasureRow): MeasureEnd | undefined => row.ends.find((one) => one.end === end)
  const figure = (key: 'actual' | 'budget' | 'forecast' | 'expected', label: string) => ({
    key, label, numeric: true,
    cell: (row: MeasureRow) => {
      const found = endOf(row)?.[key]
      return found ? <WhyFigure why={explanationFromWire(found.why)}>{metricCell(found.metric, (value) => (key === 'expected' ? roughText : valueText)(format, row.unit, value))}</WhyFigure> : null
    },
  })
  const period = measures[0] && endOf(measures[0])?.period
  const reported = measures.filter((row) => endOf(row)?.actual.metric.status !== 'not_applicable')
  const seldom = measures.length - reported.length
  return (
    <Card title="At the end of the last period" note={period && periodWords(format, period)}>
      <Tabs label="Period" tabs={(['month', 'quarter', 'year'] as const).map((key) => ({ key, label: endWords[key] }))} selected={end} onSelect={setEnd}>
        <Table caption={`Measures at the end of the last ${end}`} rows={reported} empty={`No measure is reported so often as every ${end}`} rowKey={({ id }) => id} columns={[{ key: 'name', label: 'Measure', cell: ({ id, name }: MeasureRow) => <a className="text-ink" href={measurePlaces.measure(id)}>{name}</a> }, figure('actual', 'Measured'), figure('budget', 'Budget'), figure('forecast', 'Forecast'), figure('expected', 'Agreed way')]} />
        {seldom > 0 && <p className="quiet pt-3">{format.count(seldom, 'measure is', 'measures are')} reported less often, and {seldom === 1 ? 'has' : 'have'} no figure of a {end}.</p>}
      </Tabs>
    </Card>
  )
}

function Peers({ measures }: { readonly measures: readonly MeasureRow[] }) {
  const format = useFormat()
  const compared = measures.flatMap((row) => (row.against ? [{ row, ...row.against }] : []))
  if (compared.length === 0) return <p className="quiet">No measure has a benchmark of peers that is valid today.</p>
  return (
    <Card flush title="Against peers">
      <Table
        caption="Measures against peers"
        rows={compared}
        rowKey={({ row }) => row.id}
        columns={[
          { key: 'name', label: 'Measure', cell: ({ row }) => <a className="text-ink" href={measurePlaces.measure(row.id)}>{row.name}</a> },
          { key: 'latest', label: 'Latest', numeric: true, cell: ({ row }) => (row.latest ? valueText(format, row.unit, Number(row.latest.value)) : 'Not measured') },
          { key: 'median', label: 'Median', numeric: true, cell: ({ row, benchmark }) => valueText(format, row.unit, Number(benchmark.p50)) },
          { key: 'place', label: 'Place', cell: ({ place }) => placeWords[place] },
          { key: 'peers', label: 'Peers', cell: ({ benchmark }) => <span title={benchmark.comparability}>{`${benchmark.peers} (${benchmark.count}), ${format.date(benchmark.asOf)}`}</span> },
        ]}
      />
    </Card>
  )
}
