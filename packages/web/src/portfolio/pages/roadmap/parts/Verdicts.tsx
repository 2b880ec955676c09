import { verdictSentence, type RoadmapMove, type RoadmapVerdict } from '@throughline/engine/portfolio'
import { useState } from 'react'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import type { RoadmapWords } from '../words.ts'

type Filter = 'all' | 'in' | 'out' | 'moved'

/** Every candidate with its verdict, its figures and the reason in a sentence; opened, it says what would change it. */
export function Verdicts({ verdicts, moves, words, onOpen }: { readonly verdicts: readonly RoadmapVerdict[]; readonly moves: readonly RoadmapMove[]; readonly words: RoadmapWords; onOpen(id: string): void }) {
  const [filter, setFilter] = useState<Filter>('all')
  const moved = new Map(moves.map((move) => [move.candidateId, move]))
  const shown = verdicts.filter(({ candidateId, verdict }) => filter === 'all' || (filter === 'moved' ? moved.has(candidateId) : verdict === filter)).sort((a, b) => b.netOfPrices - a.netOfPrices)
  const options = [{ value: 'all' as const, label: `All (${verdicts.length})` }, { value: 'in' as const, label: 'In' }, { value: 'out' as const, label: 'Out' }, { value: 'moved' as const, label: `Differs from the plan of record (${moves.length})` }]
  return (
    <Card title="Why" note="What each gives, and what of scarce things it takes" flush actions={<Select label="Which initiatives" labelHidden value={filter} options={options} onChange={setFilter} />}>
      <Table
        caption="Why each initiative is in or out"
        maxHeight={520}
        rows={shown}
        rowKey={({ candidateId }) => candidateId}
        empty={<p className="p-4">There is none.</p>}
        columns={[
          { key: 'name', label: 'Initiative', cell: ({ candidateId }) => <button type="button" className="text-left text-accent hover:underline" onClick={() => onOpen(candidateId)}>{words.nameOf(candidateId)}</button> },
          { key: 'verdict', label: 'Verdict', cell: ({ candidateId, verdict, choice }) => <span className="whitespace-nowrap">{verdict === 'in' ? `In, ${words.period(choice.start)}` : 'Out'}{moved.has(candidateId) && <span className="quiet"> · {beforeWords(moved.get(candidateId), words)}</span>}</span> },
          { key: 'gives', label: 'Gives', numeric: true, cell: ({ gives }) => words.value(gives) },
          { key: 'net', label: 'Less what it takes', numeric: true, cell: ({ netOfPrices }) => words.value(netOfPrices) },
          { key: 'why', label: 'Why', cell: (verdict) => <span className="text-ink-2">{verdictSentence(verdict, words)}</span> },
        ]}
      />
    </Card>
  )
}

const beforeWords = (move: RoadmapMove | undefined, words: RoadmapWords): string => (move?.from ? `was ${words.period(move.from.start)}` : 'was out')
