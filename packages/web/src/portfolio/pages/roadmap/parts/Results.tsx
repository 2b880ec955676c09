import type { RoadmapStand } from '@throughline/contract/portfolio'
import { movesBetween, roadmapVerdicts, type RoadmapAnswer, type RoadmapCase } from '@throughline/engine/portfolio'
import { useMemo } from 'react'
import { LineChart, Timeline, type TimelineRow } from '../../../../ui/charts/index.ts'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { pinsOfMove, withRoadmapPin, type RoadmapLevers } from '../levers.ts'
import type { AskRoadmap, Roadmapping } from '../use-roadmap.ts'
import { costsOf, explainCost, explainWorth, type RoadmapWords } from '../words.ts'
import { Limits } from './Limits.tsx'
import { Verdicts } from './Verdicts.tsx'
import { VerdictDrawer } from './VerdictDrawer.tsx'

export type ResultsProps = {
  readonly stand: RoadmapStand
  readonly plan: { readonly of: RoadmapCase; readonly answer: RoadmapAnswer; readonly final: boolean }
  /** Whether the plan answers the levers as they stand now. */
  readonly current: boolean
  readonly levers: RoadmapLevers
  readonly known: Roadmapping
  readonly words: RoadmapWords
  readonly ask: AskRoadmap
  readonly openId: string | undefined
  onLevers(levers: RoadmapLevers): void
  onOpen(id: string | undefined): void
}

/** The roadmap and its proof: figures, bars, limits, the frontier, and why each candidate is in or out. */
export function Results(props: ResultsProps) {
  const { stand, plan: { of, answer, final }, current, levers, known, words, openId, onLevers, onOpen } = props
  const verdicts = useMemo(() => roadmapVerdicts(of, answer), [of, answer])
  const open = verdicts.find(({ candidateId }) => candidateId === openId)
  const moves = useMemo(() => movesBetween(stand.record, answer.plan), [stand.record, answer.plan])
  const cost = costsOf(of, answer.plan).reduce((sum, each) => sum + each.cost, 0)
  const rows = useMemo(() => rowsOf(of, answer, stand, levers, words), [of, answer, stand, levers, words])
  return (
    <>
      <FigureStrip label="The roadmap">
        <Figure label="Goes ahead" value={words.format.number(answer.plan.length, 0)} unit={`of ${words.format.number(of.candidates.length, 0)}`} comparison={{ words: moves.length === 0 ? 'As in the plan of record' : `${words.format.count(moves.length, 'initiative differs', 'initiatives differ')} from the plan of record` }} />
        <Figure label="Value, discounted" {...words.valueParts(answer.value)} why={explainWorth(verdicts, answer, words)} comparison={{ words: answer.overloads > 0 ? `${words.value(answer.overloads)} paid for overtime` : 'After every penalty' }} />
        <Figure label="Cost in these periods" {...words.costParts(cost)} why={explainCost(of, answer.plan, words)} comparison={{ words: `${words.period(0)} to ${words.period(of.periods.length - 1)}` }} />
        <Figure label="Best possible" {...words.valueParts(answer.bound)} comparison={{ words: answer.proved ? 'Reached' : `At most ${words.value(answer.bound - answer.value)} more`, tone: answer.proved ? 'good' : 'none' }} />
      </FigureStrip>
      <div role="status">{statusOf(answer, final, current, words)}</div>
      <Timeline framed title="From when" note="Drag a bar to hold it; every move is priced" height={420} periods={of.periods} rows={rows} beforeLabel="plan of record" empty="Nothing goes ahead" onMove={(id, start) => onLevers(withRoadmapPin(levers, id, pinsOfMove(id, start)))} onOpen={onOpen} />
      <Limits {...{ of, answer, words }} found={known.limits?.of === of ? known.limits.found : undefined} />
      <Frontier points={known.frontier?.of === of ? known.frontier.points : undefined} {...{ answer, words }} />
      <Verdicts {...{ verdicts, moves, words, onOpen }} />
      {open && <VerdictDrawer verdict={open} {...{ of, answer, levers, words, onLevers }} ask={props.ask} onClose={() => onOpen(undefined)} />}
    </>
  )
}

function statusOf(answer: RoadmapAnswer, final: boolean, current: boolean, { value, format }: RoadmapWords) {
  if (!current) return <StatusMark tone="none" word="Solving anew; this is the plan before" />
  if (answer.proved) return <StatusMark tone="done" word="Proved: no better roadmap keeps all of this" />
  const gap = answer.gap === null ? `up to ${value(answer.bound - answer.value)} more` : `at most ${format.percent(answer.gap, 2)} better`
  return final ? <StatusMark tone="warn" word={`Not proved: ${gap} is possible`} /> : <StatusMark tone="none" word={`A good roadmap is found, ${gap} is possible; still looking`} />
}

/** One bar for each candidate that goes ahead, in the order of their starts. */
function rowsOf(of: RoadmapCase, answer: RoadmapAnswer, stand: RoadmapStand, levers: RoadmapLevers, words: RoadmapWords): readonly TimelineRow[] {
  const candidates = new Map(of.candidates.map((candidate) => [candidate.id, candidate]))
  const record = new Map(stand.record.map((choice) => [choice.candidateId, choice]))
  const held = new Set(levers.pins.filter(({ kind }) => kind !== 'mustNot').map(({ candidateId }) => candidateId))
  const length = (id: string, variantId: string): number => candidates.get(id)?.variants.find((variant) => variant.id === variantId)?.duration ?? 1
  return answer.plan
    .map(({ candidateId, variantId, start }): TimelineRow => {
      const candidate = candidates.get(candidateId)
      const before = record.get(candidateId)
      const several = (candidate?.variants.length ?? 0) > 1 ? candidate?.variants.find(({ id }) => id === variantId)?.name : undefined
      const note = [several, candidate?.running ? 'under way' : undefined, held.has(candidateId) ? 'held' : undefined].filter(Boolean).join(', ')
      return {
        key: candidateId, label: words.nameOf(candidateId), from: start, length: length(candidateId, variantId), held: held.has(candidateId), ...(note ? { note } : {}),
        ...(before ? { before: { from: before.start, length: length(candidateId, before.variantId) } } : {}),
        ...(candidate?.running || !candidate ? {} : { starts: candidate.starts ?? Array.from({ length: Math.max(1, of.periods.length - length(candidateId, variantId) + 1) }, (_, at) => at) }),
      }
    })
    .sort((a, b) => a.from - b.from || b.length - a.length || (a.label < b.label ? -1 : 1))
}

/** What more or less of all budgets would give: the plans found, and what none can exceed. */
function Frontier({ points, answer, words }: { readonly points: NonNullable<Roadmapping['frontier']>['points'] | undefined; readonly answer: RoadmapAnswer; readonly words: RoadmapWords }) {
  const found = (points ?? []).filter(({ value }) => value !== null)
  const at = (percent: number, y: number | null) => ({ x: percent, y })
  return (
    <LineChart
      framed title="Efficient frontier" note="Value against all budgets, in percent of what the levers give" height={260} empty="It is computed once the plan rests"
      series={found.length === 0 ? [] : [{ key: 'found', label: 'best found', markers: true, points: found.map(({ percent, value }) => at(percent, value)) }, { key: 'bound', label: 'none exceeds', dash: 'dashed', points: found.map(({ percent, bound }) => at(percent, bound)) }]}
      x={{ label: 'Budgets', format: (percent) => `${Math.round(percent)} %` }} y={{ label: 'Value', format: words.value }}
      spots={found.length === 0 ? [] : [{ key: 'now', x: 100, y: answer.value, label: 'now', kind: 'current' }]}
    />
  )
}
