import type { FrontierPoint, PinPrice, Selection, SelectionInput, SelectionRefusal } from '@throughline/engine/portfolio'
import { useCallback, useEffect, useRef, useState } from 'react'
import { createLive, startSolver, type LiveOutcome, type Solver } from '../../../solver/index.ts'
import { isPin, pricedAtOnce } from './levers.ts'

/** What is being worked out beyond the plan itself. */
export type Deepening = 'frontier' | 'pins' | 'explain'

/** What is known of a selection while its levers move. Each part names the input it answers, so that nothing stale passes for new. */
export type Solving = {
  /** The newest plan, its constraints met; kept while the next is on its way. */
  readonly plan: { readonly input: SelectionInput; readonly selection: Selection; readonly final: boolean } | undefined
  readonly refused: { readonly input: SelectionInput; readonly refusal: SelectionRefusal } | undefined
  readonly broken: string | undefined
  readonly explained: { readonly input: SelectionInput; readonly selection: Selection } | undefined
  readonly pins: { readonly input: SelectionInput; readonly prices: readonly PinPrice[] } | undefined
  readonly frontier: { readonly key: string; readonly points: readonly FrontierPoint[] } | undefined
  readonly deepening: Deepening | undefined
}

export const nothingYet: Solving = { plan: undefined, refused: undefined, broken: undefined, explained: undefined, pins: undefined, frontier: undefined, deepening: undefined }

/** Beyond so many candidates the opposite of every verdict is worked out only when asked for: it takes a solve for each. */
const EXPLAIN_AT_ONCE = 300
const FRONTIER_POINTS = 24
/** How long the levers rest before more than the plan is worked out. */
const REST_MS = 350

/** Solves an input in the browser as it changes: the plan at once, then frontier, pins and explanations once the levers rest. */
export function useSolving(input: SelectionInput | undefined): { readonly solving: Solving; explain(): void; cancel(): void } {
  const [solving, setSolving] = useState<Solving>(nothingYet)
  const add = useCallback((part: Partial<Solving>) => setSolving((before) => ({ ...before, ...part })), [])
  const lanes = useLanes(useCallback((outcome: LiveOutcome) => add(partOf(outcome)), [add]))
  const asked = useRef<SelectionInput>(undefined)
  const known = useRef<Solving>(solving)
  useEffect(() => {
    known.current = solving
  })

  const deepen = useCallback(
    async (of: SelectionInput, how: { readonly explain: boolean }) => {
      const deep = lanes.current?.deep
      if (!deep) return
      for (const step of [stepFrontier, ...(how.explain || pricedAtOnce(of) ? [stepPins] : []), ...(how.explain ? [stepExplain] : [])]) {
        const found = await step(deep, of, known.current, (deepening) => add({ deepening }))
        if (found === 'stopped' || asked.current !== of) return
        add({ ...found, deepening: undefined })
      }
    },
    [lanes, add],
  )

  useEffect(() => {
    if (!input) return
    const { current: running } = lanes
    asked.current = input
    running?.live.solve(input)
    const timer = setTimeout(() => void deepen(input, { explain: input.candidates.length <= EXPLAIN_AT_ONCE }), REST_MS)
    return () => {
      clearTimeout(timer)
      running?.deep.stop()
      add({ deepening: undefined })
    }
  }, [input, lanes, add, deepen])

  const explain = useCallback(() => asked.current && void deepen(asked.current, { explain: true }), [deepen])
  const cancel = useCallback(() => {
    lanes.current?.deep.stop()
    add({ deepening: undefined })
  }, [lanes, add])
  return { solving, explain, cancel }
}

/** Two workers: one follows the levers, one does what takes longer and can be stopped. */
function useLanes(tell: (outcome: LiveOutcome) => void) {
  const lanes = useRef<{ readonly live: ReturnType<typeof createLive>; readonly deep: Solver }>(undefined)
  useEffect(() => {
    const [quick, deep] = [startSolver(), startSolver()]
    lanes.current = { live: createLive(quick, tell), deep }
    return () => {
      quick.close()
      deep.close()
      lanes.current = undefined
    }
  }, [tell])
  return lanes
}

function partOf(outcome: LiveOutcome): Partial<Solving> {
  switch (outcome.kind) {
    case 'plan':
      return { plan: outcome, refused: undefined, broken: undefined }
    case 'refused':
      return { refused: outcome, broken: undefined }
    case 'broken':
      return { broken: outcome.message }
  }
}

type Step = (deep: Solver, input: SelectionInput, known: Solving, begin: (deepening: Deepening) => void) => Promise<Partial<Solving> | 'stopped'>

/** The frontier changes only with what is not the total budget, so dragging that lever never computes it again. */
export const frontierKey = ({ candidates, constraints }: SelectionInput): string => JSON.stringify([candidates.map(({ id, value, cost }) => [id, value, cost]), constraints.filter(({ kind }) => kind !== 'totalBudget')])

const stepFrontier: Step = async (deep, input, known, begin) => {
  const key = frontierKey(input)
  if (known.frontier?.key === key) return {}
  begin('frontier')
  const ended = await deep.ask({ op: 'frontier', input, budgets: FRONTIER_POINTS, effort: { workUnits: 20_000, explain: 'quick' } })
  if (ended.kind === 'stopped') return 'stopped'
  return { frontier: { key, points: ended.kind === 'answered' && ended.answer.ok ? ended.answer.value : [] } }
}

const stepPins: Step = async (deep, input, known, begin) => {
  if (!input.constraints.some(isPin) || known.pins?.input === input) return {}
  begin('pins')
  const ended = await deep.ask({ op: 'pins', input, effort: { explain: 'quick' } })
  if (ended.kind === 'stopped') return 'stopped'
  return ended.kind === 'answered' && ended.answer.ok ? { pins: { input, prices: ended.answer.value } } : {}
}

const stepExplain: Step = async (deep, input, known, begin) => {
  if (known.explained?.input === input || known.refused?.input === input) return {}
  begin('explain')
  const ended = await deep.ask({ op: 'select', input })
  if (ended.kind === 'stopped') return 'stopped'
  return ended.kind === 'answered' && ended.answer.ok ? { explained: { input, selection: ended.answer.value } } : {}
}
