import type { RoadmapStand } from '@throughline/contract/portfolio'
import { movesBetween, roadmapVerdicts, type RoadmapAnswer, type RoadmapCase } from '@throughline/engine/portfolio'
import { lazy, Suspense, useDeferredValue, useMemo } from 'react'
import { Timeline, type TimelineRow } from '../../../../ui/charts/index.ts'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { LoadingState } from '../../../../ui/states/states.tsx'
import { valueWords } from '../../../words.ts'
import { pinsOfMove, withRoadmapPin, withScaled, type Goal, type RoadmapLevers } from '../levers.ts'
import type { AskRoadmap, Roadmapping } from '../use-roadmap.ts'
import { explainGoesAhead } from '../explain.ts'
import { useVerdicts } from '../use-verdicts.ts'
import { costsOf, explainAtMost, explainBound, explainCost, explainWorth, type RoadmapWords } from '../words.ts'
import { CompareCard, type Comparing } from './CompareCard.tsx'
import { Limits } from './Limits.tsx'
import { Verdicts } from './Verdicts.tsx'

/** The frontier is worked out last, so its chart comes by itself. */
const Frontier = lazy(() => import('./Frontier.tsx').then(({ Frontier: component }) => ({ default: component })))
/** Worked out after the frontier. */
const Moves = lazy(() => import('./Moves.tsx').then(({ Moves: component }) => ({ default: component })))
/** Comes when an initiative is opened. */
const VerdictDrawer = lazy(() => import('./VerdictDrawer.tsx').then(({ VerdictDrawer: component }) => ({ default: component })))

export type ResultsProps = {
  readonly stand: RoadmapStand
  readonly plan: { readonly of: RoadmapCase; readonly answer: RoadmapAnswer; readonly final: boolean }
  /** Whether the plan answers the levers as they stand now. */
  readonly current: boolean
  /** What can be had at most as the levers stand, where that is known before the plan. */
  readonly atMost: number | undefined
  readonly levers: RoadmapLevers
  readonly known: Roadmapping
  readonly words: RoadmapWords
  readonly ask: AskRoadmap
  readonly comparing: Comparing
  readonly openId: string | undefined
  onLevers(levers: RoadmapLevers): void
  onOpen(id: string | undefined): void
}

/** The roadmap and its proof: figures, bars, limits, the frontier, and why each candidate is in or out. */
export function Results(props: ResultsProps) {
  const { stand, plan: { of, answer, final }, current, atMost, levers, known, words, openId, onLevers, onOpen } = props
  const moves = useMemo(() => movesBetween(stand.record, answer.plan), [stand.record, answer.plan])
  const verdicts = useVerdicts(of, answer)
  // The two large tables are drawn in a frame of their own, after the figures and the bars.
  const late = useDeferredValue(useMemo(() => ({ of, answer, moves }), [of, answer, moves]))
  const told = useDeferredValue(verdicts)
  const open = verdicts?.verdicts.find(({ candidateId }) => candidateId === openId)
  const cost = useMemo(() => costsOf(of, answer.plan).reduce((sum, each) => sum + each.cost, 0), [of, answer])
  const rows = useMemo(() => rowsOf(of, answer, stand, levers, words), [of, answer, stand, levers, words])
  const ahead = !current && atMost !== undefined
  return (
    <>
      <FigureStrip label="The roadmap">
        <Figure label="Goes ahead" value={words.format.number(answer.plan.length, 0)} unit={`of ${words.format.number(of.candidates.length, 0)}`} why={explainGoesAhead(answer.plan, moves, of.candidates.length)} comparison={{ words: moves.length === 0 ? 'As in the plan of record' : `${words.format.count(moves.length, 'initiative differs', 'initiatives differ')} from the plan of record` }} />
        <Figure label={goalLabel(levers.goal, words)} {...words.valueParts(answer.value)} why={{ term: 'Value of the roadmap', tell: () => explainWorth(roadmapVerdicts(of, answer), answer, words) }} comparison={{ words: answer.overloads > 0 ? `${words.value(answer.overloads)} paid for overtime` : 'After every penalty' }} />
        <Figure label="Cost in these periods" {...words.costParts(cost)} why={{ term: 'Cost within the periods shown', tell: () => explainCost(of, answer.plan, words) }} comparison={{ words: `${words.period(0)} to ${words.period(of.periods.length - 1)}` }} />
        {ahead
          ? <Figure label="Best possible" {...words.valueParts(atMost)} why={explainAtMost(atMost, words)} comparison={{ words: 'As the levers stand now' }} />
          : <Figure label="Best possible" {...words.valueParts(answer.bound)} why={explainBound(answer, words)} comparison={{ words: answer.proved ? 'Reached' : `At most ${words.value(answer.bound - answer.value)} more`, tone: answer.proved ? 'good' : 'none' }} />}
      </FigureStrip>
      <div role="status">{ahead ? <StatusMark tone="none" word={`Solving anew: at most ${words.value(atMost)} can be had; this is the plan before`} /> : statusOf(answer, final, current, words)}</div>
      <Timeline framed title="From when" note="Drag a bar to hold it, or move it by left and right and press Enter; every move is priced" height={420} periods={of.periods} rows={rows} beforeLabel="plan of record" empty="Nothing goes ahead" onMove={(id, start) => onLevers(withRoadmapPin(levers, id, pinsOfMove(id, start)))} onOpen={onOpen} />
      <Limits of={late.of} answer={late.answer} words={words} found={known.limits?.of === late.of ? known.limits.found : undefined} />
      <Suspense fallback={<LoadingState what="the efficient frontier" lines={6} />}><Frontier money={known.frontier?.of === of ? known.frontier : undefined} {...{ of, answer, words, stand }} ask={props.ask} onTake={(against, percent) => onLevers(withScaled(levers, stand.case, against, percent))} /></Suspense>
      {known.moves?.of === of && <Suspense fallback={<LoadingState what="what fewer moves would bring" lines={6} />}><Moves {...{ stand, of, answer, words }} points={known.moves.points} onTake={(mostMoves) => onLevers({ ...levers, mostMoves })} /></Suspense>}
      <CompareCard {...{ stand, of, answer, words }} comparing={props.comparing} />
      {told ? <Verdicts {...told} moves={late.moves} {...{ words, onOpen }} ask={props.ask} /> : <LoadingState what="why each is in or out" lines={6} />}
      {open && verdicts && <Suspense><VerdictDrawer verdict={open} {...verdicts} {...{ levers, words, onLevers }} ask={props.ask} onClose={() => onOpen(undefined)} /></Suspense>}
    </>
  )
}

/** What the value of the roadmap is, by how it is counted. */
function goalLabel(goal: Goal, { period, percent }: RoadmapWords): string {
  switch (goal.kind) {
    case 'all':
      return 'Value, discounted'
    case 'benefitIn':
      return goal.from === goal.to ? `Benefits in ${period(goal.from)}` : `Benefits, ${period(goal.from)} to ${period(goal.to)}`
    case 'inTurn':
      return `${valueWords[goal.second].name}, with the first kept`
    case 'robust':
      return `Value reached in ${percent(goal.confidencePercent)} of worlds`
  }
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
