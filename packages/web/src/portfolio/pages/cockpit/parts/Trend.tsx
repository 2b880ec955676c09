import type { Cockpit } from '@throughline/contract/portfolio'
import type { ExplainedMoney } from '@throughline/contract/wire'
import { absenceCell, fills, healthOrder, healthWords, majorOf, useFormat, type Format } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'

type Point = Cockpit['trend'][number]

/** The portfolio at each publication: how it was rated, what it cost, what it promised. A change of rating scale is drawn as a break. */
export function Trend({ trend, className }: { readonly trend: Cockpit['trend']; readonly className?: string }) {
  const format = useFormat()
  const most = Math.max(1, ...trend.map(({ initiatives }) => initiatives))
  return (
    <Card title="Across publications" note="Each column is one publication; a gap marks a change of rating scale" {...(className ? { className } : {})}>
      <div className="grid gap-6 lg:grid-cols-3 print:grid-cols-3">
        <Columns title="Initiatives by rating" trend={trend} words={(point) => `${format.month(point.publication.asOf)}: ${point.initiatives} initiatives, ${healthWords(point.health)}`} label={({ initiatives }) => format.number(initiatives, 0)}>
          {(point) => (
            <span className="flex w-full flex-col gap-px" style={{ height: `${(point.initiatives / most) * 100}%` }}>
              {healthOrder.filter((key) => point.health[key] > 0).map((key) => (
                <span key={key} className={`min-h-px basis-0 ${fills[key]}`} style={{ flexGrow: point.health[key] }} />
              ))}
            </span>
          )}
        </Columns>
        <MoneyColumns title="Whole-life cost" trend={trend} of={({ cost }) => cost} format={format} fill="bg-[var(--chart-1)]" />
        <MoneyColumns title="Monetised benefits" trend={trend} of={({ benefits }) => benefits} format={format} fill="bg-[var(--chart-2)]" />
      </div>
    </Card>
  )
}

function MoneyColumns({ title, trend, of, format, fill }: { readonly title: string; readonly trend: readonly Point[]; of(point: Point): ExplainedMoney['metric']; readonly format: Format; readonly fill: string }) {
  const most = Math.max(1, ...trend.map((point) => magnitude(of(point))))
  return (
    <Columns title={title} trend={trend} words={(point) => `${format.month(point.publication.asOf)}: ${format.moneyWords(of(point))}`} label={(point) => format.moneyCell(of(point))}>
      {(point) =>
        of(point).status === 'ok' ? (
          <span className={`w-full rounded-t-[3px] ${fill}`} style={{ height: `${(magnitude(of(point)) / most) * 100}%` }} />
        ) : (
          <span className="h-full w-full rounded-t-[3px] border border-dashed border-border-strong" title={absenceCell(of(point))} />
        )
      }
    </Columns>
  )
}

const magnitude = (metric: ExplainedMoney['metric']): number => (metric.status === 'ok' ? Math.max(0, majorOf(metric.value)) : 0)

type ColumnsProps = { readonly title: string; readonly trend: readonly Point[]; words(point: Point): string; label(point: Point): string; readonly children: (point: Point) => React.ReactNode }

function Columns({ title, trend, words, label, children }: ColumnsProps) {
  const last = trend.length - 1
  return (
    <figure className="min-w-0">
      <figcaption className="text-label text-ink-2">{title}</figcaption>
      <ul className="mt-1 flex gap-1">
        {trend.map((point, index) => (
          <li key={point.publication.id} className={`flex min-w-0 flex-1 flex-col print:!py-0 ${breaksScale(trend, index) ? 'ml-1 border-l border-dashed border-border-strong pl-1' : ''}`} title={words(point)}>
            <span className="visually-hidden">{words(point)}</span>
            <span aria-hidden="true" className="figures h-4 overflow-visible text-meta whitespace-nowrap text-ink-2">{index === 0 || index === last ? <span className={index === last ? 'float-right' : ''}>{label(point)}</span> : ''}</span>
            <span aria-hidden="true" className="flex h-24 items-end print:h-20 border-b border-border-strong">{children(point)}</span>
            <span aria-hidden="true" className="figures overflow-hidden text-center text-meta text-ink-3">{point.publication.asOf.slice(2, 4)}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

const breaksScale = (trend: readonly Point[], index: number): boolean => index > 0 && trend[index]?.scale !== trend[index - 1]?.scale
