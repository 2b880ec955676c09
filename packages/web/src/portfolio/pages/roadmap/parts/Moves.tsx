import type { RoadmapStand } from '@throughline/contract/portfolio'
import { movesBetween, type DisturbancePoint, type RoadmapAnswer, type RoadmapCase } from '@throughline/engine/portfolio'
import { Suspense, useState } from 'react'
import { LineChart } from '../../../../ui/charts/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { explainMoves, type RoadmapWords } from '../words.ts'
import { PointDrawer } from './point-drawer.ts'

export type MovesProps = {
  readonly stand: RoadmapStand
  readonly of: RoadmapCase
  readonly answer: RoadmapAnswer
  readonly words: RoadmapWords
  readonly points: readonly DisturbancePoint[]
  /** Holds the roadmap to so many moves. */
  onTake(most: number): void
}

/** Value against how many initiatives may differ from the plan of record: a few moves often bring most of it. Each point opens. */
export function Moves({ stand, of, answer, words, points, onTake }: MovesProps) {
  const [open, setOpen] = useState<number>()
  const found = points.filter(({ plan }) => plan !== null)
  const point = found.find(({ most }) => most === open)
  const [first, last] = [found[0], found.at(-1)]
  // At the end of the curve it would only cover the last point.
  const now = movesBetween(stand.record, answer.plan).length
  const gained = (last?.value ?? 0) - (first?.value ?? 0)
  const enough = gained > 0 ? found.find(({ value }) => (value ?? 0) - (first?.value ?? 0) >= gained * 0.8) : undefined
  const moves = (count: number): string => words.format.count(count, 'move', 'moves')
  return (
    <Card title="Least disturbance" note="Value against how many may differ from the plan of record; open a point to see its roadmap">
      <LineChart
        title="Least disturbance" titleHidden height={240} empty="The roadmap is the plan of record"
        series={[{ key: 'found', label: 'best found', markers: true, points: found.map(({ most, value }) => ({ x: most, y: value })) }, { key: 'bound', label: 'none exceeds', dash: 'dashed', points: found.map(({ most, bound }) => ({ x: most, y: bound })) }]}
        x={{ label: 'Moves from the plan of record', format: (most) => words.count(most, 0) }} y={{ label: 'Value', format: words.value }}
        spots={now < (last?.most ?? 0) ? [{ key: 'now', x: now, y: answer.value + answer.penalties, label: 'now', kind: 'current' }] : []}
        onSelect={(_, index) => setOpen(found[index]?.most)}
      />
      {first && first.most > 0 && <p className="quiet">Nothing that keeps all of this was found with fewer than {moves(first.most)}: the plan of record itself does not.</p>}
      {enough && last && enough.most < last.most && first && <p className="quiet">{moves(enough.moves)} {enough.moves === 1 ? 'brings' : 'bring'} <WhyFigure why={explainMoves(first, enough, last, words)}>{words.format.percent(((enough.value ?? 0) - (first.value ?? 0)) / gained, 0)}</WhyFigure> of what {words.count(last.moves, 0)} bring.</p>}
      {point?.plan && <Suspense><PointDrawer {...{ of, answer, words, stand }} title={`At most ${moves(point.most)}`} name={`At most ${moves(point.most)}`} value={point.value ?? 0} bound={point.bound} plan={point.plan} take={`Hold to ${moves(point.most)}`} onTake={() => (setOpen(undefined), onTake(point.most))} onClose={() => setOpen(undefined)} /></Suspense>}
    </Card>
  )
}
