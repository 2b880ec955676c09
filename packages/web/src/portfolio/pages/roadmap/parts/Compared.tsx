import type { RoadmapStand } from '@throughline/contract/portfolio'
import { compareRoadmaps, moneyObjective, type Choice, type PlanTotals, type RoadmapChange, type RoadmapComparison, type RoadmapDifference } from '@throughline/engine/portfolio'
import { useMemo, type ReactNode } from 'react'
import { places } from '../../../../format/index.ts'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { explainPlace } from '../explain.ts'
import { explainChange, explainSide, lineAt, linesOf, type Line, type NamedSide } from '../explain-sides.ts'
import type { RoadmapWords } from '../words.ts'
import { WideTable } from './WideTable.tsx'

export type ComparedProps = {
  /** The first is what is compared from. */
  readonly sides: readonly [NamedSide, NamedSide]
  readonly words: RoadmapWords
  readonly stand: Pick<RoadmapStand, 'objectives'>
}

/** Two roadmaps side by side: figures, money and people by period, objectives, and each initiative that comes, goes or moves. */
export function Compared({ sides, words, stand }: ComparedProps) {
  const found = useMemo(() => compareRoadmaps(sides[0], sides[1]), [sides])
  const names = [sides[0].name, sides[1].name] as const
  return (
    <div className="grid min-w-0 gap-4">
      <Totals {...{ found, sides, words, stand }} />
      <ByPeriod {...{ found, sides, words }} />
      {found.differences.length === 0 ? <p className="text-ink-2">No initiative differs: both are the same.</p> : <Differences differences={found.differences} {...{ names, words }} />}
    </div>
  )
}

type PartProps = ComparedProps & { readonly found: RoadmapComparison }

function Totals({ found: { from, to }, sides, words, stand }: PartProps) {
  const served = stand.objectives.filter(({ id }) => id in from.byObjective || id in to.byObjective)
  const differing = served.filter(({ id }) => (from.byObjective[id] ?? 0) !== (to.byObjective[id] ?? 0))
  const lines = linesOf(differing, moneyObjective in to.byObjective || moneyObjective in from.byObjective, words)
  const side = (line: Line, at: 0 | 1, totals: PlanTotals) => <WhyFigure why={{ term: `${line.label}: ${sides[at].name}`, tell: () => explainSide(line, sides[at], totals, words) }}>{line.write(line.total(totals))}</WhyFigure>
  const change = (line: Line) => <WhyFigure why={{ term: `Difference: ${line.label}`, tell: () => explainChange(line, sides, [from, to], words) }}>{signed(line.total(to) - line.total(from), line.write)}</WhyFigure>
  const same = served.length - differing.length
  return (
    <div className="grid gap-2">
      <div className="-mx-4">
        <Table
          caption="What the two come to" rows={lines} rowKey={({ key }) => key}
          columns={[{ key: 'label', label: 'Figure', cell: ({ label }) => label }, { key: 'from', label: sides[0].name, numeric: true, cell: (line) => side(line, 0, from) }, { key: 'to', label: sides[1].name, numeric: true, cell: (line) => side(line, 1, to) }, { key: 'change', label: 'Change', numeric: true, cell: change }]}
        />
      </div>
      {same > 0 && <p className="quiet">{words.format.count(same, 'objective is given the same', 'objectives are given the same')} by both.</p>}
    </div>
  )
}

const signed = (amount: number, write: (amount: number) => string): string => (amount > 0 ? `+${write(amount)}` : write(amount))

/** Money and the need of each pool by period, of both. */
function ByPeriod({ found: { from, to }, sides, words }: Omit<PartProps, 'stand'>) {
  const totals = [from, to] as const
  const rows = ['money', ...Object.keys(from.needByPool)].flatMap((what) => ([0, 1] as const).map((at) => ({ what, at, label: `${what === 'money' ? 'Money' : words.nameOf(what)}, ${sides[at].name}` })))
  const cell = (period: number) => ({ what, at }: (typeof rows)[number]) => {
    const line = lineAt(what, period, words)
    return <WhyFigure why={{ term: `${line.label}: ${sides[at].name}`, tell: () => explainSide(line, sides[at], totals[at], words) }}>{line.write(line.total(totals[at]))}</WhyFigure>
  }
  return (
    <Section title="Money and people by period">
      <Table
        caption="Money and people by period" maxHeight={300} rows={rows} rowKey={({ what, at }) => `${what} ${at}`}
        columns={[{ key: 'label', label: 'Of what', cell: ({ label }) => <span className="whitespace-nowrap">{label}</span> }, ...from.costByPeriod.map((_, period) => ({ key: String(period), label: words.period(period), numeric: true, cell: cell(period) }))]}
      />
    </Section>
  )
}

/** A table under a heading, its first column in line with the words around it. */
const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="grid min-w-0 gap-1">
    <h3 className="text-label text-ink-2">{title}</h3>
    <div className="-mx-4 min-w-0"><WideTable>{children}</WideTable></div>
  </section>
)

const changeWords: Readonly<Record<RoadmapChange, string>> = { comes: 'Comes', goes: 'Goes', earlier: 'Earlier', later: 'Later', variant: 'Another variant', figures: 'Other figures' }

function Differences({ differences, names, words }: { readonly differences: readonly RoadmapDifference[]; readonly names: readonly [string, string]; readonly words: RoadmapWords }) {
  const at = (choice: Choice | null): string => (choice === null ? '–' : words.period(choice.start))
  return (
    <Section title={`Initiatives that differ: ${words.count(differences.length, 0)}`}>
      <Table
        caption={`Initiatives that differ: ${words.count(differences.length, 0)}`} maxHeight={360} rows={differences} rowKey={({ candidateId }) => candidateId}
        columns={[
          { key: 'name', label: 'Initiative', cell: ({ candidateId }) => <a href={places.initiative(candidateId)}>{words.nameOf(candidateId)}</a> },
          { key: 'what', label: 'What', cell: ({ what }) => changeWords[what] },
          { key: 'from', label: names[0], cell: ({ from }) => at(from) }, { key: 'to', label: names[1], cell: ({ to }) => at(to) },
          { key: 'worth', label: 'Value', numeric: true, cell: (each) => (each.worth === 0 ? '–' : <WhyFigure why={explainPlace(each, 'worth', names, words)}>{signed(each.worth, words.value)}</WhyFigure>) },
          { key: 'cost', label: 'Cost', numeric: true, cell: (each) => (each.cost === 0 ? '–' : <WhyFigure why={explainPlace(each, 'cost', names, words)}>{signed(each.cost, words.cost)}</WhyFigure>) },
        ]}
      />
    </Section>
  )
}
