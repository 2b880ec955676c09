import { movesBetween, movesToTry, type Bottleneck, type Choice, type DisturbancePoint, type RoadmapAnswer, type RoadmapCase, type RoadmapConflict, type RoadmapFrontierPoint, type RoadmapPinPrice, type RoadmapProgress, type RoadmapRefusal, type RoadmapRelaxation } from '@throughline/engine/portfolio'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RoadmapDeep, RoadmapLane, RoadmapOutcome, RoadmapTask, RoadmapTaskAnswer } from '../../../solver/index.ts'
import { isRoadmapPin } from './levers.ts'

/** What is known while the levers move. Each part names the case it answers, so that nothing stale passes for new. */
export type Roadmapping = {
  readonly plan: { readonly of: RoadmapCase; readonly answer: RoadmapAnswer; readonly final: boolean } | undefined
  readonly refused: { readonly of: RoadmapCase; readonly refusal: RoadmapRefusal } | undefined
  /** What is known before there is a plan: what none can exceed, as soon as prices say it. */
  readonly progress: { readonly of: RoadmapCase; readonly progress: RoadmapProgress } | undefined
  readonly broken: string | undefined
  readonly pins: { readonly of: RoadmapCase; readonly prices: readonly RoadmapPinPrice[] } | undefined
  readonly frontier: FrontierKnown | undefined
  readonly moves: { readonly of: RoadmapCase; readonly points: readonly DisturbancePoint[] } | undefined
  readonly limits: { readonly of: RoadmapCase; readonly found: readonly Bottleneck[] } | undefined
  readonly conflict: { readonly of: RoadmapCase; readonly found: RoadmapConflict | null; readonly relaxations: readonly RoadmapRelaxation[] } | undefined
  readonly deepening: string | undefined
}

/** A frontier as far as it is known: what none can exceed comes at once, the plans follow. */
export type FrontierKnown = { readonly of: RoadmapCase; readonly points: readonly RoadmapFrontierPoint[]; readonly bounds: readonly { readonly percent: number; readonly bound: number }[] }

export const nothingYet: Roadmapping = { plan: undefined, refused: undefined, progress: undefined, broken: undefined, pins: undefined, frontier: undefined, moves: undefined, limits: undefined, conflict: undefined, deepening: undefined }

/** Budgets of the frontier, in percent of what the levers give. */
export const frontierPercents: readonly number[] = [50, 60, 70, 80, 90, 95, 100, 105, 110, 120, 130, 150]
/** Effort of each further solve. */
const furtherEffort = 20_000
/** Effort of each point of a frontier. */
export const frontierEffort = furtherEffort

/** Effort of each point of value against moves. */
const movesEffort = 10_000

/** Solves the case as it changes; what goes deeper is worked out when the plan rests, one after another, and can be stopped. */
export function useRoadmap(given: RoadmapCase | undefined, record: readonly Choice[] | undefined) {
  const [known, setKnown] = useState<Roadmapping>(nothingYet)
  const newest = useRef(nothingYet)
  const add = useCallback((part: Partial<Roadmapping>) => {
    newest.current = { ...newest.current, ...part }
    setKnown(newest.current)
  }, [])
  const lane = useRef<RoadmapLane>(undefined)
  const deep = useRef<RoadmapDeep>(undefined)
  const asking = useRef(0)
  const stays = useRef(record)
  stays.current = record
  const resting = useRef<RoadmapOutcome>(undefined)
  const work = useCallback(async <Task extends RoadmapTask>(task: Task, words: string): Promise<RoadmapTaskAnswer<Task> | undefined> => {
    const turn = (asking.current += 1)
    add({ deepening: words })
    const answered = await deep.current?.ask(task)
    if (turn === asking.current) add({ deepening: undefined })
    return answered
  }, [add])
  const deepen = useCallback(async (): Promise<void> => {
    if (resting.current) await goDeeper(resting.current, stays.current ?? [], { ask: work, add, known: () => newest.current })
  }, [add, work])
  /** Asks by hand: it takes the place of what is being worked out, which goes on afterwards. */
  const ask = useCallback(async <Task extends RoadmapTask>(task: Task, words: string): Promise<RoadmapTaskAnswer<Task> | undefined> => {
    const answered = await work(task, words)
    if (answered !== undefined) void deepen()
    return answered
  }, [work, deepen])
  const [started, setStarted] = useState(false)
  useEffect(() => {
    let left = false
    const start = async (): Promise<void> => {
      // The solver and its worker come once the page shows: what there is to read of a roadmap does not wait for them.
      const solver = await import('../../../solver/roadmap-lane.ts')
      if (left) return
      lane.current = solver.startRoadmapLane((outcome) => {
        add(partOf(outcome))
        resting.current = outcome
        void deepen()
      })
      deep.current = solver.startRoadmapDeep()
      setStarted(true)
    }
    start().catch((error: unknown) => add({ broken: error instanceof Error ? error.message : String(error) }))
    return () => {
      left = true
      lane.current?.close()
      deep.current?.stop()
    }
  }, [add, deepen])
  useEffect(() => {
    resting.current = undefined
    deep.current?.stop()
    if (given && started) lane.current?.solve(given)
  }, [given, started])
  const cancel = useCallback(() => {
    resting.current = undefined
    deep.current?.stop()
    add({ deepening: undefined })
  }, [add])
  return { known, ask, cancel }
}
export type AskRoadmap = ReturnType<typeof useRoadmap>['ask']

type Deepening = { readonly ask: AskRoadmap; readonly add: (part: Partial<Roadmapping>) => void; /** What is known by now: it is not worked out again. */ readonly known: () => Roadmapping }

/** What a plan that rests, or a case that nothing fits, leads to. Each step ends the rest when something else is asked in its place. */
async function goDeeper(outcome: RoadmapOutcome, record: readonly Choice[], { ask, add, known }: Deepening): Promise<void> {
  const { of } = outcome
  if (outcome.kind === 'refused' && outcome.refusal.code === 'nothing_fits' && known().conflict?.of !== of) {
    const found = await ask({ op: 'conflict', case: of, effort: furtherEffort }, 'Looking for what cannot be kept together')
    if (found) add({ conflict: { of, found: found.conflict, relaxations: found.relaxations } })
  }
  if (outcome.kind !== 'answered' || !outcome.final) return
  const work = { case: of, answer: outcome.answer, effort: furtherEffort }
  if (of.constraints.some(isRoadmapPin) && known().pins?.of !== of) {
    const prices = await ask({ op: 'pins', ...work }, 'Pricing the pins')
    if (!prices) return
    add({ pins: { of, prices } })
  }
  if (known().limits?.of !== of) {
    const limits = await ask({ op: 'limits', ...work, count: 6 }, 'Confirming what more of each limit is worth')
    if (!limits) return
    add({ limits: { of, found: limits } })
  }
  if (!(await knowsFrontier(work, { ask, add, known }))) return
  const moved = movesBetween(record, outcome.answer.plan).length
  if (record.length === 0 || moved === 0 || known().moves?.of === of) return
  const moves = await ask({ op: 'moves', ...work, effort: movesEffort, record, counts: movesToTry(moved) }, 'Computing what fewer moves would bring')
  if (moves) add({ moves: { of, points: moves } })
}

/** Bounds first, then plans; false where something else was asked meanwhile. */
async function knowsFrontier(work: { readonly case: RoadmapCase; readonly answer: RoadmapAnswer; readonly effort: number }, { ask, add, known }: Deepening): Promise<boolean> {
  const of = work.case
  if (known().frontier?.of !== of) {
    const bounds = await ask({ op: 'bounds', ...work, against: 'money', percents: frontierPercents }, 'Computing what none can exceed')
    if (!bounds) return false
    add({ frontier: { of, points: [], bounds } })
  }
  const bounds = known().frontier?.bounds ?? []
  if ((known().frontier?.points.length ?? 0) > 0) return true
  const points = await ask({ op: 'frontier', ...work, against: 'money', percents: frontierPercents }, 'Computing the efficient frontier')
  if (points) add({ frontier: { of, points, bounds } })
  return points !== undefined
}

function partOf(outcome: RoadmapOutcome): Partial<Roadmapping> {
  switch (outcome.kind) {
    case 'answered':
      return { plan: outcome, refused: undefined, broken: undefined }
    case 'refused':
      return { refused: outcome, broken: undefined }
    case 'progress':
      return { progress: outcome }
    case 'broken':
      return { broken: outcome.message }
  }
}
