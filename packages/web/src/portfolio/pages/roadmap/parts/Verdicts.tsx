import { verdictReason, type RoadmapAnswer, type RoadmapCase, type RoadmapMove, type RoadmapVerdict, type Steadiness } from '@throughline/engine/portfolio'
import { memo, useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import type { AskRoadmap } from '../use-roadmap.ts'
import { explainShare } from '../explain.ts'
import { explainGives, explainNet, type RoadmapWords } from '../words.ts'

type Filter = 'all' | 'in' | 'out' | 'moved' | Steadiness['standing']

/** Worlds in which the roadmap is solved anew, and by how much figures are off in them. */
const steadied = { worlds: 20, range: { valuePercent: 20, weightPercent: 20, capacityPercent: 10 }, effort: 5_000 }

/** Rows drawn at first and with each further step: all of a large portfolio at once would hold the page. */
const rowsAtOnce = 30

export type VerdictsProps = {
  readonly of: RoadmapCase
  readonly answer: RoadmapAnswer
  readonly verdicts: readonly RoadmapVerdict[]
  readonly moves: readonly RoadmapMove[]
  readonly words: RoadmapWords
  readonly ask: AskRoadmap
  onOpen(id: string): void
}

/** Every candidate with its verdict, its figures and the reason in a sentence; opened, it says what would change it. */
export const Verdicts = memo(function Verdicts({ of, answer, verdicts, moves, words, ask, onOpen }: VerdictsProps) {
  const [filter, setFilter] = useState<Filter>('all')
  const [most, setMost] = useState(rowsAtOnce)
  const [found, setFound] = useState<{ readonly of: RoadmapCase; readonly worlds: number; readonly candidates: readonly Steadiness[] }>()
  const steady = found?.of === of ? found : undefined
  const shares = new Map(steady?.candidates.map((each) => [each.candidateId, each]))
  const moved = new Map(moves.map((move) => [move.candidateId, move]))
  const isShown = ({ candidateId, verdict }: RoadmapVerdict): boolean => filter === 'all' || (filter === 'moved' ? moved.has(candidateId) : filter === 'in' || filter === 'out' ? verdict === filter : shares.get(candidateId)?.standing === filter)
  const shown = verdicts.filter(isShown).sort((a, b) => b.netOfPrices - a.netOfPrices)
  const options: readonly { readonly value: Filter; readonly label: string }[] = [
    { value: 'all', label: `All (${verdicts.length})` }, { value: 'in', label: 'In' }, { value: 'out', label: 'Out' }, { value: 'moved', label: `Differs from the plan of record (${moves.length})` },
    ...(steady ? (['core', 'borderline', 'never'] as const).map((value) => ({ value, label: `${standingWords[value]} (${steady.candidates.filter(({ standing }) => standing === value).length})` })) : []),
  ]
  const work = () => void ask({ op: 'steadiness', case: of, answer, ...steadied }, 'Solving in plausible worlds').then((answered) => answered && setFound({ of, ...answered }))
  return (
    <Card title="Why" note={steady ? `Steady: in how many of ${steady.worlds} worlds it goes ahead, with values and weights off by up to ${words.percent(steadied.range.valuePercent)}, capacities by up to ${words.percent(steadied.range.capacityPercent)}` : 'What each gives, and what of scarce things it takes'} flush actions={<>{!steady && <Button onClick={work}>Who is steady</Button>}<Select label="Which initiatives" labelHidden value={filter} options={options} onChange={(next) => (setFilter(next), setMost(rowsAtOnce))} /></>}>
      <Table
        caption="Why each initiative is in or out"
        maxHeight={560}
        rows={shown.slice(0, most)}
        rowKey={({ candidateId }) => candidateId}
        empty={<p className="p-4">There is none.</p>}
        columns={[
          { key: 'name', label: 'Initiative', cell: ({ candidateId }) => <button type="button" className="min-w-40 text-left text-accent hover:underline" onClick={() => onOpen(candidateId)}>{words.nameOf(candidateId)}</button> },
          { key: 'verdict', label: 'Verdict', cell: ({ candidateId, verdict, choice }) => <span className="whitespace-nowrap">{verdict === 'in' ? `In, ${words.period(choice.start)}` : 'Out'}{moved.has(candidateId) && <span className="quiet"> · {beforeWords(moved.get(candidateId), words)}</span>}</span> },
          { key: 'gives', label: 'Gives', numeric: true, cell: (verdict) => <WhyFigure why={{ term: `What ${words.nameOf(verdict.candidateId)} gives`, tell: () => explainGives(of, verdict, words) }}>{words.value(verdict.gives)}</WhyFigure> },
          { key: 'net', label: 'Less what it takes', numeric: true, cell: (verdict) => <WhyFigure why={{ term: `What remains of ${words.nameOf(verdict.candidateId)}`, tell: () => explainNet(verdict, words) }}>{words.value(verdict.netOfPrices)}</WhyFigure> },
          ...(steady ? [{ key: 'steady', label: 'Steady', numeric: true, cell: ({ candidateId }: RoadmapVerdict) => <Standing found={shares.get(candidateId)} worlds={steady.worlds} words={words} /> }] : []),
          { key: 'why', label: 'Why', cell: (verdict) => <span className="block min-w-60 text-ink-2">{verdictReason(verdict, words)}</span> },
        ]}
      />
      {shown.length > most && <p className="flex items-center gap-3 p-4"><Button onClick={() => setMost(most + rowsAtOnce)}>Show {Math.min(rowsAtOnce, shown.length - most)} more</Button><span className="quiet">{words.count(most, 0)} of {words.count(shown.length, 0)} are shown</span></p>}
    </Card>
  )
})

/** Core, borderline or never, with the share of worlds that says so. */
export function Standing({ found, worlds, words }: { readonly found: Steadiness | undefined; readonly worlds: number; readonly words: RoadmapWords }) {
  if (found === undefined) return '–'
  return <span className="whitespace-nowrap">{standingWords[found.standing]}, <WhyFigure why={explainShare(found, worlds, words)}>{words.format.percent(found.share, 0)}</WhyFigure></span>
}

const standingWords: Readonly<Record<Steadiness['standing'], string>> = { core: 'Core', borderline: 'Borderline', never: 'Never' }

const beforeWords = (move: RoadmapMove | undefined, words: RoadmapWords): string => (move?.from ? `was ${words.period(move.from.start)}` : 'was out')
