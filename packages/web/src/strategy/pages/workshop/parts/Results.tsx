import type { Workshop, WorkshopResults } from '@throughline/contract/strategy'
import { metricText, useFormat, type Format } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table, type TableColumn } from '../../../../ui/display/Table.tsx'
import { PartialState } from '../../../../ui/states/states.tsx'

export type ResultsProps = { readonly workshop: Workshop; readonly results: WorkshopResults }

/** What all judged, once nobody can be swayed by it any more; disagreement comes first. */
export function Results({ workshop, results }: ResultsProps) {
  const format = useFormat()
  const name = new Map(workshop.objectives.map(({ key, statement }) => [key, statement]))
  const widest = results.agenda[0]
  const furthest = results.apart[0]
  return (
    <>
      {results.absent.length > 0 && <PartialState message={`${workshop.closedBy ?? 'Somebody'} closed it before ${results.absent.join(', ')} had judged. The results are without them.`} />}
      <FigureStrip label="How far people agree">
        <Figure label="Judgements" value={format.number(results.judges.length, 0)} comparison={{ words: `of ${format.count(workshop.judges.length, 'person', 'people')} invited` }} />
        <Figure label="Agreement on the order" value={results.agreement.status === 'ok' ? format.number(results.agreement.value, 2) : null} absent={metricText(results.agreement, String)} comparison={{ words: workshop.before?.agreement.status === 'ok' ? `mean Kendall τ; ${format.number(workshop.before.agreement.value, 2)} in the round before` : 'mean Kendall τ: 1 all alike, −1 reversed' }} />
        <Figure label="Widest disagreement" value={widest ? format.percent(widest.spread, 1) : null} absent="Needs two judgements" {...(widest ? { comparison: { words: `${name.get(widest.key) ?? ''}${workshop.before?.agenda[0] ? `; ${format.percent(workshop.before.agenda[0].spread, 1)} was the widest before` : ''}` } } : {})} />
        <Figure label="Furthest apart" value={furthest ? format.percent(furthest.distance, 0) : null} absent="Needs two judgements" {...(furthest ? { comparison: { words: `of the weight, ${furthest.a} and ${furthest.b}` } } : {})} />
      </FigureStrip>
      {results.agenda.length > 0 && <Agenda {...{ workshop, results }} />}
      <Card title="What each judged" note={results.how === 'geometric' ? 'Together: geometric means, scaled to 100%.' : 'Together: arithmetic means, since somebody gave nothing to an objective.'} flush>
        <Table
          caption="Weights by objective and judge"
          rows={workshop.objectives}
          rowKey={({ key }) => key}
          columns={columnsOf(workshop, results, format)}
        />
      </Card>
    </>
  )
}

type Row = Workshop['objectives'][number]

/** The objective, what each judged, what it comes to, and what it was. */
const columnsOf = (workshop: Workshop, results: WorkshopResults, format: Format): readonly TableColumn<Row>[] => [
  { key: 'objective', label: 'Objective', cell: ({ statement }) => statement },
  ...results.judges.map((judge) => ({ key: judge.accountId, label: judge.name, numeric: true, cell: ({ key }: Row) => format.percent(weightIn(judge.judged.weights, key), 1), foot: judge.judged.consistency ? <StatusMark quiet tone={judge.judged.consistent ? 'good' : 'warn'} word={judge.judged.consistent ? 'Consistent' : 'Contradicts itself'} /> : undefined })),
  { key: 'joint', label: 'Together', numeric: true, cell: ({ key }) => <strong className="font-semibold">{format.percent(weightIn(results.weights, key), 1)}</strong> },
  { key: 'now', label: 'When it was opened', numeric: true, cell: ({ weight }) => (workshop.levelWeight > 0 ? format.percent(weight / workshop.levelWeight, 1) : '–') },
]

export const weightIn = (weights: readonly { readonly key: string; readonly weight: number }[], key: string): number => weights.find((one) => one.key === key)?.weight ?? 0

/** Objectives by how far people are apart on them. */
export function Agenda({ workshop, results, title = 'What to talk about' }: ResultsProps & { readonly title?: string }) {
  const format = useFormat()
  const name = new Map(workshop.objectives.map(({ key, statement }) => [key, statement]))
  const most = Math.max(...results.agenda.map(({ greatest }) => greatest), 0.01)
  return (
    <Card title={title} note="The objectives on which people are furthest apart come first.">
      <ol className="grid gap-1">
        {results.agenda.map(({ key, least, greatest, spread, leastBy, greatestBy }) => (
          <li key={key} className="grid grid-cols-[minmax(0,1fr)_minmax(160px,320px)_minmax(0,1fr)] items-center gap-4 border-b border-border py-2 last:border-b-0">
            <span>{name.get(key)}</span>
            <Spread values={results.judges.map(({ judged }) => weightIn(judged.weights, key))} joint={weightIn(results.weights, key)} most={most} />
            <span className="quiet">{spread === 0 ? `All give ${format.percent(least, 1)}.` : `${greatestBy} gives ${format.percent(greatest, 1)}, ${leastBy} ${format.percent(least, 1)}.`}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** Each judgement a dot on one line, the joint weight a bar across it. */
function Spread({ values, joint, most }: { readonly values: readonly number[]; readonly joint: number; readonly most: number }) {
  const at = (value: number): number => 6 + (value / most) * 288
  return (
    <svg viewBox="0 0 300 20" className="h-5 w-full" aria-hidden="true">
      <line x1={6} x2={294} y1={10} y2={10} className="stroke-border" />
      <line x1={at(Math.min(...values))} x2={at(Math.max(...values))} y1={10} y2={10} strokeWidth={3} className="stroke-border-strong" />
      <line x1={at(joint)} x2={at(joint)} y1={2} y2={18} strokeWidth={2} className="stroke-accent" />
      {values.map((value, index) => <circle key={index} cx={at(value)} cy={10} r={4} className="fill-ink" />)}
    </svg>
  )
}
