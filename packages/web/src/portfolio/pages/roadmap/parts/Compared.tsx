import type { RoadmapStand } from '@throughline/contract/portfolio'
import { moneyObjective, type Choice, type RoadmapChange, type RoadmapComparison, type RoadmapDifference } from '@throughline/engine/portfolio'
import { places } from '../../../../format/index.ts'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { explainCount, explainPlace } from '../explain.ts'
import { explainDifference, type RoadmapWords } from '../words.ts'

export type ComparedProps = {
  readonly found: RoadmapComparison
  /** What the two plans are called, the first being what it is compared from. */
  readonly names: readonly [string, string]
  readonly words: RoadmapWords
  readonly stand: Pick<RoadmapStand, 'objectives'>
}

/** Two roadmaps side by side: figures, money and people by period, objectives, and each initiative that comes, goes or moves. */
export function Compared({ found, names, words, stand }: ComparedProps) {
  return (
    <div className="grid min-w-0 gap-4">
      <Totals {...{ found, names, words, stand }} />
      <ByPeriod {...{ found, names, words }} />
      <Differences differences={found.differences} {...{ names, words }} />
    </div>
  )
}

function Totals({ found: { from, to, differences }, names, words, stand }: ComparedProps) {
  const signed = (amount: number, write: (amount: number) => string): string => (amount > 0 ? `+${write(amount)}` : write(amount))
  const count = (amount: number): string => words.count(amount, 0)
  const served = Object.keys({ ...from.byObjective, ...to.byObjective }).filter((id) => stand.objectives.some((each) => each.id === id))
  const ids = served.filter((id) => (from.byObjective[id] ?? 0) !== (to.byObjective[id] ?? 0))
  const named = new Map(stand.objectives.map(({ id, statement }) => [id, statement]))
  const rows = [
    { key: 'count', label: 'Go ahead', from: count(from.goAhead), to: count(to.goAhead), change: <WhyFigure why={explainCount(differences)}>{signed(to.goAhead - from.goAhead, count)}</WhyFigure> },
    { key: 'value', label: 'Value in the objective', from: words.value(from.worth), to: words.value(to.worth), change: <WhyFigure why={explainDifference(differences, 'worth', words)}>{signed(to.worth - from.worth, words.value)}</WhyFigure> },
    { key: 'cost', label: 'Cost in these periods', from: words.cost(from.cost), to: words.cost(to.cost), change: <WhyFigure why={explainDifference(differences, 'cost', words)}>{signed(to.cost - from.cost, words.cost)}</WhyFigure> },
    ...(moneyObjective in to.byObjective || moneyObjective in from.byObjective ? [{ key: moneyObjective, label: 'Benefits, undiscounted', from: words.cost(from.byObjective[moneyObjective] ?? 0), to: words.cost(to.byObjective[moneyObjective] ?? 0), change: <>{signed((to.byObjective[moneyObjective] ?? 0) - (from.byObjective[moneyObjective] ?? 0), words.cost)}</> }] : []),
    ...ids.map((id) => ({ key: id, label: `Given to ${named.get(id) ?? id}`, from: words.points(from.byObjective[id] ?? 0), to: words.points(to.byObjective[id] ?? 0), change: <>{signed((to.byObjective[id] ?? 0) - (from.byObjective[id] ?? 0), words.points)}</> })),
  ]
  const same = served.length - ids.length
  return (
    <div className="grid gap-2">
      <Table
        caption="What the two come to" rows={rows} rowKey={({ key }) => key}
        columns={[{ key: 'label', label: 'Figure', cell: ({ label }) => label }, { key: 'from', label: names[0], numeric: true, cell: (row) => row.from }, { key: 'to', label: names[1], numeric: true, cell: (row) => row.to }, { key: 'change', label: 'Change', numeric: true, cell: ({ change }) => change }]}
      />
      {same > 0 && <p className="quiet">{words.format.count(same, 'objective is given the same', 'objectives are given the same')} by both.</p>}
    </div>
  )
}

/** Money and the need of each pool by period, of both. */
function ByPeriod({ found: { from, to }, names, words }: Omit<ComparedProps, 'stand'>) {
  const people = (amount: number): string => words.count(amount / 100, 1)
  const rows = [
    { key: 'money', label: 'Money', lists: [from.costByPeriod, to.costByPeriod] as const, write: words.cost },
    ...Object.keys(from.needByPool).map((id) => ({ key: id, label: words.nameOf(id), lists: [from.needByPool[id] ?? [], to.needByPool[id] ?? []] as const, write: people })),
  ].flatMap(({ key, label, lists, write }) => lists.map((list, side) => ({ key: `${key} ${side}`, label: `${label}, ${names[side] ?? ''}`, list, write })))
  return (
    <Table
      caption="Money and people by period" captionShown maxHeight={300} rows={rows} rowKey={({ key }) => key}
      columns={[{ key: 'label', label: 'Of what', cell: ({ label }) => <span className="whitespace-nowrap">{label}</span> }, ...from.costByPeriod.map((_, at) => ({ key: String(at), label: words.period(at), numeric: true, cell: ({ list, write }: (typeof rows)[number]) => write(list[at] ?? 0) }))]}
    />
  )
}

const changeWords: Readonly<Record<RoadmapChange, string>> = { comes: 'Comes', goes: 'Goes', earlier: 'Earlier', later: 'Later', variant: 'Another variant', figures: 'Other figures' }

function Differences({ differences, names, words }: { readonly differences: readonly RoadmapDifference[] } & Pick<ComparedProps, 'names' | 'words'>) {
  const at = (choice: Choice | null): string => (choice === null ? '–' : words.period(choice.start))
  return (
    <Table
      caption={`Initiatives that differ: ${differences.length}`} captionShown maxHeight={360} rows={differences} rowKey={({ candidateId }) => candidateId} empty="Both are the same."
      columns={[
        { key: 'name', label: 'Initiative', cell: ({ candidateId }) => <a href={places.initiative(candidateId)}>{words.nameOf(candidateId)}</a> },
        { key: 'what', label: 'What', cell: ({ what }) => changeWords[what] },
        { key: 'from', label: names[0], cell: ({ from }) => at(from) }, { key: 'to', label: names[1], cell: ({ to }) => at(to) },
        { key: 'worth', label: 'Value', numeric: true, cell: (each) => (each.worth === 0 ? '–' : <WhyFigure why={explainPlace(each, 'worth', names, words)}>{`${each.worth > 0 ? '+' : ''}${words.value(each.worth)}`}</WhyFigure>) },
        { key: 'cost', label: 'Cost', numeric: true, cell: (each) => (each.cost === 0 ? '–' : <WhyFigure why={explainPlace(each, 'cost', names, words)}>{`${each.cost > 0 ? '+' : ''}${words.cost(each.cost)}`}</WhyFigure>) },
      ]}
    />
  )
}
