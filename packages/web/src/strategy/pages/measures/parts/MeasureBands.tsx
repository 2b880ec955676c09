import type { MeasureList, MeasureRow } from '@throughline/contract/strategy'
import { describeMetric } from '@throughline/engine/kernel'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { Sparkline } from '../../../../ui/charts/Sparkline.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { dueLooks, measurePlaces, periodWords, readingLooks, roughText, signalWords, valueText } from '../../../measure-words.ts'
import { actualStateWords, levelWords, statusLooks } from '../../../words.ts'

/** The measures of each perspective in a table: where they stand, how they came there, and whether their report is in. */
export function MeasureBands({ list }: { readonly list: MeasureList }) {
  const format = useFormat()
  const bands = list.perspectives.map((perspective) => ({ perspective, measures: list.measures.filter(({ perspectiveId }) => perspectiveId === perspective.id) })).filter(({ measures }) => measures.length > 0)
  if (bands.length === 0) return <p className="quiet">No measure of this level and horizon.</p>
  return bands.map(({ perspective, measures }) => (
    <Card key={perspective.id ?? ''} flush title={perspective.name} note={<>Attained <WhyFigure why={explanationFromWire(perspective.composite.why)}>{metricCell(perspective.composite.metric, (share) => format.percent(share))}</WhyFigure>, {format.percent(perspective.coverage)} of the weight has a figure</>}>
      <MeasureTable caption={`Measures of ${perspective.name}`} measures={measures} />
    </Card>
  ))
}

function MeasureTable({ caption, measures }: { readonly caption: string; readonly measures: readonly MeasureRow[] }) {
  const format = useFormat()
  return (
    <Table
      caption={caption}
      rows={measures}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', label: 'Measure', cell: (row) => <Name row={row} /> },
        { key: 'level', label: 'Level', cell: ({ level }) => <span className="whitespace-nowrap">{levelWords[level]}</span> },
        { key: 'latest', label: 'Latest', numeric: true, cell: ({ latest, unit }) => (latest ? <span title={`${format.date(latest.on)}, ${actualStateWords[latest.state]}`}>{valueText(format, unit, Number(latest.value))}</span> : <span className="quiet">Not measured</span>) },
        { key: 'series', label: 'Course', cell: (row) => <Course row={row} /> },
        { key: 'expected', label: 'Expected then', numeric: true, cell: ({ expected, unit }) => <WhyFigure why={explanationFromWire(expected.why)}>{metricCell(expected.metric, (value) => roughText(format, unit, value))}</WhyFigure> },
        { key: 'attained', label: 'Attained', numeric: true, cell: ({ attainment }) => <WhyFigure why={explanationFromWire(attainment.why)}><span title={describeMetric(attainment.metric)}>{metricCell(attainment.metric, (share) => format.percent(share))}</span></WhyFigure> },
        { key: 'status', label: 'Status', cell: ({ status }) => <StatusMark quiet tone={statusLooks[status].tone} word={statusLooks[status].words} /> },
        { key: 'due', label: 'Report', cell: ({ due }) => (due ? <span title={periodWords(format, due.period)}><StatusMark quiet tone={dueLooks[due.standing].tone} word={dueLooks[due.standing].words} /></span> : <span className="quiet whitespace-nowrap">Never due</span>) },
      ]}
    />
  )
}

const Name = ({ row }: { readonly row: MeasureRow }) => (
  <span className="grid min-w-56 py-1">
    <a className="text-ink" href={measurePlaces.measure(row.id)}>{row.name}</a>
    <span className="quiet">{row.objective}</span>
    {row.sameAs.length > 0 && <StatusMark quiet tone="warn" word={`The same by definition as ${row.sameAs.map(({ name }) => name).join(', ')}`} />}
  </span>
)

/** The last periods as a small line; a single point is no line, and a gap is not bridged in the figures behind it. */
function Course({ row }: { readonly row: MeasureRow }) {
  const format = useFormat()
  const values = row.series.flatMap((value) => value ?? [])
  if (values.length < 2) return <span className="quiet">{values.length === 1 ? 'One point' : '–'}</span>
  const gaps = row.series.length - values.length
  return (
    <span className="inline-flex items-center gap-2">
      <Sparkline values={values} label={`Course of ${row.name}`} />
      {gaps > 0 && <span className="quiet whitespace-nowrap" title="Periods without an actual">{format.count(gaps, 'gap', 'gaps')}</span>}
      {row.signal && <span title={signalWords(row.signal)}><StatusMark quiet tone={readingLooks[row.signal.reading].tone} word={readingLooks[row.signal.reading].words} /></span>}
    </span>
  )
}
