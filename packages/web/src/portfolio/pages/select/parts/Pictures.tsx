import type { Rating } from '@throughline/contract/demand'
import type { SelectionCase } from '@throughline/contract/portfolio'
import { minorDigits } from '@throughline/engine/kernel'
import type { FrontierPoint, Selection } from '@throughline/engine/portfolio'
import { useMemo } from 'react'
import { ConfidenceNote, confidenceSize, confidenceClass } from '../../../parts/confidence.tsx'
import { Bubble, type BubblePoint } from '../../../../ui/charts/Bubble.tsx'
import { LineChart, type LineSpot } from '../../../../ui/charts/LineChart.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import type { CaseWords } from '../words.tsx'

export type PicturesProps = {
  readonly of: SelectionCase
  readonly ratings: ReadonlyMap<string, Rating | null>
  readonly selection: Selection | undefined
  readonly words: CaseWords
  readonly selected: string | undefined
  onSelect(candidateId: string): void
}

/** Every candidate by cost and value; what is chosen is filled. Places never move with the levers, only paint does. */
export function CandidatePicture({ of, ratings, selection, words, selected, onSelect }: PicturesProps) {
  const { input, valueUnit } = of
  const chosen = useMemo(() => new Set(selection?.chosen), [selection?.chosen])
  const scale = valueUnit === 'points' ? 1 : 10 ** minorDigits(input.currency)
  const costScale = 10 ** minorDigits(input.currency)
  const points = useMemo(
    () => input.candidates.map(({ id, name, cost, value }): BubblePoint => ({ key: id, label: name, x: cost / costScale, y: value / scale, size: confidenceClass(ratings.get(id) ?? null), filled: chosen.has(id) })),
    [input.candidates, ratings, chosen, scale, costScale],
  )
  const x = useMemo(() => ({ label: 'Cost', scale: 'log' as const, format: (major: number) => words.format.axisMoney(major, input.currency) }), [words, input.currency])
  const y = useMemo(() => ({ label: 'Value', scale: 'log' as const, format: (amount: number) => (valueUnit === 'points' ? words.format.number(amount, 0) : words.format.axisMoney(amount, input.currency)) }), [words, valueUnit, input.currency])
  const shade = points.some(({ y: worth }) => worth < 0) ? { shade: { below: 0, words: 'Costs more than it gives' } } : {}
  return (
    <Card title="Value against cost" note={<ConfidenceNote />}>
      <Bubble title="Value against cost of every candidate" titleHidden height={430} points={points} x={x} y={y} size={confidenceSize} kinds={kinds} {...shade} {...(selected === undefined ? {} : { selected })} onSelect={onSelect} />
    </Card>
  )
}
const kinds = ['Chosen', 'Not chosen'] as const

export type FrontierProps = { readonly of: SelectionCase; readonly points: readonly FrontierPoint[] | undefined; readonly selection: Selection | undefined; readonly words: CaseWords; /** Sets the total budget. */ onBudget(limit: number): void }

/** The best value that each total budget can buy, with where the levers stand and what the usual ranking gives. */
export function Frontier({ of, points, selection, words, onBudget }: FrontierProps) {
  const { input, valueUnit } = of
  const costScale = 10 ** minorDigits(input.currency)
  const scale = valueUnit === 'points' ? 1 : costScale
  const drawn = (points ?? []).map((point) => ({ x: point.budget / costScale, y: point.value === null ? null : point.value / scale }))
  const spots: LineSpot[] = selection
    ? [
        { key: 'here', label: 'Here', x: selection.cost / costScale, y: selection.value / scale, kind: 'current' },
        ...(selection.ranking.cost !== null && selection.ranking.value !== null ? [{ key: 'ranking', label: 'Usual ranking', x: selection.ranking.cost / costScale, y: selection.ranking.value / scale, kind: 'comparison' as const }] : []),
      ]
    : []
  return (
    <Card title="Efficient frontier" note="Best value at each total budget; choose a point to set the budget">
      <LineChart
        title="Best value at each total budget"
        titleHidden
        height={300}
        empty="The frontier is being computed."
        series={[{ key: 'best', label: 'Best value', points: drawn, markers: true }]}
        x={{ label: 'Total budget', format: (major) => words.format.axisMoney(major, input.currency) }}
        y={{ label: 'Value', format: (amount) => (valueUnit === 'points' ? words.format.number(amount, 0) : words.format.axisMoney(amount, input.currency)) }}
        spots={spots}
        onSelect={(_, index) => {
          const point = points?.[index]
          if (point) onBudget(point.budget)
        }}
      />
    </Card>
  )
}
