import type { RoadmapStand } from '@throughline/contract/portfolio'
import { kneesOf, type FrontierOf, type RoadmapAnswer, type RoadmapCase } from '@throughline/engine/portfolio'
import { Suspense, useState } from 'react'
import { LineChart } from '../../../../ui/charts/index.ts'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { frontierEffort, frontierPercents, type AskRoadmap, type FrontierKnown } from '../use-roadmap.ts'
import { againstWords, explainKnee, type RoadmapWords } from '../words.ts'
import { PointDrawer } from './point-drawer.ts'

export type FrontierProps = {
  readonly stand: RoadmapStand
  readonly of: RoadmapCase
  readonly answer: RoadmapAnswer
  readonly words: RoadmapWords
  /** The frontier against all budgets, which is worked out by itself. */
  readonly money: FrontierKnown | undefined
  readonly ask: AskRoadmap
  /** Sets the levers so that the case is the one of that point. */
  onTake(against: FrontierOf, percent: number): void
}

/** Value against money or people: the plans found, what none can exceed, and where more brings markedly less. Each point opens. */
export function Frontier({ of, answer, words, money, ask, onTake, stand }: FrontierProps) {
  const [axis, setAxis] = useState('money')
  const [others, setOthers] = useState<Readonly<Record<string, FrontierKnown>>>({})
  const [open, setOpen] = useState<number>()
  const against = againstOf(axis)
  const own = others[axis]
  const known = axis === 'money' ? money : own?.of === of ? own : undefined
  const points = (known?.points ?? []).filter(({ value }) => value !== null)
  const bounds = points.length > 0 ? points : (known?.bounds ?? [])
  const knees = kneesOf(points)
  const choose = (next: string) => {
    setAxis(next)
    setOpen(undefined)
    if (next === 'money') return
    void ask({ op: 'frontier', case: of, answer, effort: frontierEffort, against: againstOf(next), percents: frontierPercents }, `Computing value against ${againstWords(againstOf(next), words)}`).then((found) => found && setOthers((before) => ({ ...before, [next]: { of, points: found, bounds: [] } })))
  }
  const limited = of.constraints.flatMap((each) => (each.kind === 'poolCapacity' ? each.poolIds : []))
  const options = [{ value: 'money', label: 'All budgets' }, ...(limited.length > 0 ? [{ value: 'pools', label: 'All pools' }] : []), ...of.pools.filter(({ id }) => limited.includes(id)).map(({ id, name }) => ({ value: `pool ${id}`, label: name }))]
  const point = points.find(({ percent }) => percent === open)
  return (
    <Card title="Efficient frontier" note={`Value against ${againstWords(against, words)}, in percent of what the levers give; open a point to see its roadmap`} actions={options.length > 1 && <Select label="Against" labelHidden value={axis} options={options} onChange={choose} />}>
      <LineChart
        title="Efficient frontier" titleHidden height={280} empty="It is computed once the plan rests"
        series={bounds.length === 0 ? [] : [{ key: 'found', label: 'best found', markers: true, points: points.map(({ percent, value }) => ({ x: percent, y: value, ...(knees.includes(percent) ? { label: 'knee' } : {}) })) }, { key: 'bound', label: 'none exceeds', dash: 'dashed', points: bounds.map(({ percent, bound }) => ({ x: percent, y: bound })) }]}
        x={{ label: 'Allowed', format: (percent) => words.percent(Math.round(percent)) }} y={{ label: 'Value', format: words.value }}
        spots={points.length === 0 ? [] : [{ key: 'now', x: 100, y: answer.value, label: 'now', kind: 'current' }]}
        onSelect={(_, index) => setOpen(points[index]?.percent)}
      />
      {knees.length > 0 && <p className="quiet">Recommended: {knees.map((percent, at) => <span key={percent}>{at > 0 && ', '}<WhyFigure why={explainKnee(points, percent, words)}>{words.percent(percent)}</WhyFigure></span>)} of {againstWords(against, words)}. Beyond a knee, more brings markedly less.</p>}
      {point?.plan && <Suspense><PointDrawer {...{ of, answer, words, stand }} title={`At ${words.percent(point.percent)} of ${againstWords(against, words)}`} name={`At ${words.percent(point.percent)}`} value={point.value ?? 0} bound={point.bound} plan={point.plan} take="Set the levers to this" onTake={() => (setOpen(undefined), onTake(against, point.percent))} onClose={() => setOpen(undefined)} /></Suspense>}
    </Card>
  )
}

const againstOf = (axis: string): FrontierOf => (axis === 'money' || axis === 'pools' ? axis : { poolId: axis.slice('pool '.length) })
