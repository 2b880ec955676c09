import type { RecalibrationCase } from '@throughline/contract/strategy'
import { explainRanks, usualDoubt, type AcceptedRanks, type RankAcceptability, type SelectionStability } from '@throughline/engine/portfolio'
import { useState } from 'react'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { ProgressBar } from '../../../../ui/display/Progress.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import type { Ranking } from '../use-ranks.ts'
import { intervalOf } from '../words.ts'

export type RanksProps = { readonly of: RecalibrationCase; readonly ranking: Ranking; readonly stability: SelectionStability | undefined; /** Initiatives that are not ranked for want of a figure. */ readonly left: number }

/** How many are shown before somebody asks for all. */
const fewest = 100

/** The ranked list with the ranks that each could have as well, and how often it is in the best portfolio. Mandatory work stands outside. */
export function Ranks({ ranking: { run, onStart, onCancel }, ...props }: RanksProps) {
  const format = useFormat()
  const idle = run.kind === 'stopped' || run.kind === 'broken'
  return (
    <Card
      title="Ranks if weights are doubted" flush={run.kind === 'counted'} actions={idle && <Button onClick={onStart}>Count them</Button>}
      note={run.kind === 'counted' ? `Where each stands by ${rankedBy(props.of)}, and between which ranks in 90 of 100 of ${format.number(run.ranks.samples, 0)} samples that doubt weights by ${format.percent(usualDoubt.weights.doubt, 0)} and benefits by ${format.percent(usualDoubt.spread, 0)}. What overlaps is not told apart by the strategy.` : 'How far the order depends on weights and estimates that nobody knows exactly.'}
    >
      {run.kind === 'counting' && <ProgressBar label="Ranks are counted" done={run.share} onCancel={onCancel} />}
      {run.kind === 'stopped' && <p className="quiet">It was stopped.</p>}
      {run.kind === 'broken' && <StatusMark tone="bad" word={`Ranks could not be counted: ${run.message}`} />}
      {run.kind === 'counted' && <Counted {...props} ranks={run.ranks} />}
    </Card>
  )
}

/** What ranks are by. Those of the proposals are by alignment whatever is weighed, so that two ranks of one initiative may differ. */
const rankedBy = ({ settings: { worth } }: RecalibrationCase): string => (worth.kind === 'strategic' ? 'alignment as it is stated' : 'money and alignment as they are stated (the rank of a proposal is by alignment alone)')

function Counted({ of, ranks, stability, left }: Omit<RanksProps, 'ranking'> & { readonly ranks: RankAcceptability }) {
  const format = useFormat()
  const [whole, setWhole] = useState(false)
  const { initiatives, mandatory } = ranks
  const above = new Map(stability?.initiatives.map(({ id, share }) => [id, share]))
  const named = new Map(of.initiatives.map(({ id, name }) => [id, name]))
  return (
    <>
      <Table
        caption="Ranks and their intervals"
        maxHeight={520}
        rows={whole ? initiatives : initiatives.slice(0, fewest)}
        rowKey={({ id }) => id}
        empty="Nothing is ranked."
        columns={[
          { key: 'name', label: 'Initiative', cell: ({ id, name }) => <a href={places.initiative(id)}>{name}</a> },
          { key: 'rank', label: 'Rank', numeric: true, cell: ({ rank }) => format.number(rank, 0) },
          { key: 'interval', label: 'In 90 of 100', numeric: true, cell: (one) => <WhyFigure why={{ term: `Ranks of ${one.name}`, tell: () => explainRanks(one, ranks, aboveOf(stability, above.get(one.id))) }}>{intervalOf(one, format)}</WhyFigure> },
          { key: 'span', label: `Ranks 1 to ${format.number(initiatives.length, 0)}`, cell: (one) => <Span one={one} last={initiatives.length} /> },
          { key: 'cut', label: 'In the best portfolio', numeric: true, cell: ({ id }) => { const share = above.get(id); return share === undefined ? <span className="quiet">…</span> : format.percent(share, 0) } },
        ]}
      />
      {(mandatory.length > 0 || left > 0 || initiatives.length > fewest) && (
        <div className="quiet grid gap-1 px-4 py-3">
          {initiatives.length > fewest && <div><Button kind="link" onClick={() => setWhole(!whole)}>{whole ? 'Show fewer' : `Show all ${format.number(initiatives.length, 0)}`}</Button></div>}
          {mandatory.length > 0 && <p>{`${format.count(mandatory.length, 'mandatory initiative stands', 'mandatory initiatives stand')} outside the ranking: ${mandatory.map((id) => named.get(id) ?? id).join(', ')}.`}</p>}
          {left > 0 && <p>{`${format.count(left, 'initiative is', 'initiatives are')} not ranked for want of a figure.`}</p>}
        </div>
      )}
    </>
  )
}

const aboveOf = (stability: SelectionStability | undefined, share: number | undefined) => (stability && share !== undefined ? { share, samples: stability.samples } : undefined)

/** The interval over all ranks, the best at the left: a line from the best to the worst of any sample, a bar over 90 of 100, a mark at the stated rank. The table says the same in figures. */
function Span({ one: { rank, low, high, best, worst }, last }: { readonly one: AcceptedRanks; readonly last: number }) {
  const at = (from: number): number => ((from - 1) / last) * 100
  const wide = (from: number, to: number): number => Math.max(1, ((to - from + 1) / last) * 100)
  return (
    <svg aria-hidden="true" className="block h-4 w-40" viewBox="0 0 100 16" preserveAspectRatio="none">
      <rect x={at(best)} width={wide(best, worst)} y={7.25} height={1.5} fill="var(--text-3)" />
      <rect x={at(low)} width={wide(low, high)} y={4} height={8} rx={1} fill="var(--chart-1)" fillOpacity={0.45} />
      <rect x={Math.min(at(rank) + 50 / last - 0.75, 98.5)} width={1.5} y={1} height={14} fill="var(--text)" />
    </svg>
  )
}
