import type { RoadmapAnswer, RoadmapCase, RoadmapProgress, RoadmapRefusal } from '@throughline/engine/portfolio'
import type { DeepAsk, DeepReply, RoadmapAsk, RoadmapReply, RoadmapTask, RoadmapTaskAnswer } from './roadmap-protocol.ts'
import { heldWorker } from './held-worker.ts'
import type { SolverWorker } from './held-worker.ts'

/** What is known of a case: its newest plan, that it was refused, how far it is, or that the worker broke. */
export type RoadmapOutcome = { readonly of: RoadmapCase } & (
  | { readonly kind: 'answered'; readonly answer: RoadmapAnswer; readonly final: boolean }
  | { readonly kind: 'refused'; readonly refusal: RoadmapRefusal }
  | { readonly kind: 'progress'; readonly progress: RoadmapProgress }
  | { readonly kind: 'broken'; readonly message: string }
)

export type RoadmapLane = { solve(given: RoadmapCase): void; stop(): void; close(): void }

/**
 * Follows a case as it changes: each starts from the plan and the prices of the one before, so that it is answered at once. While cases come faster
 * than they are answered, one that was left behind is told in passing now and then, never as final.
 */
export function createRoadmapLane(startWorker: () => SolverWorker, tell: (outcome: RoadmapOutcome) => void): RoadmapLane {
  let asked: { readonly id: number; readonly of: RoadmapCase } | undefined
  let before: RoadmapAnswer | undefined
  let sent: RoadmapCase['candidates'] | undefined
  let lastId = 0
  /** Cases that the levers have left behind and that may still be answered in passing. */
  const passed = new Map<number, RoadmapCase>()
  const hearInPassing = (reply: RoadmapReply): void => {
    const of = passed.get(reply.id)
    passed.delete(reply.id)
    if (of === undefined || reply.kind !== 'answer' || !reply.answer.ok) return
    before = reply.answer.value
    tell({ of, kind: 'answered', answer: before, final: false })
  }
  const hear = (reply: RoadmapReply): void => {
    if (asked === undefined) return
    if (reply.id !== asked.id) return hearInPassing(reply)
    const { of } = asked
    if (reply.kind !== 'progress') passed.clear()
    if (reply.kind === 'progress') return tell({ of, kind: 'progress', progress: reply.progress })
    if (reply.kind === 'broken') return tell({ of, kind: 'broken', message: reply.message })
    if (!reply.answer.ok) return tell({ of, kind: 'refused', refusal: reply.answer.refusal })
    before = reply.answer.value
    tell({ of, kind: 'answered', answer: before, final: reply.final })
  }
  const worker = heldWorker<RoadmapAsk, RoadmapReply>(startWorker, hear, (message) => {
    if (asked) tell({ of: asked.of, kind: 'broken', message })
  })
  return {
    solve: (given) => {
      if (asked) passed.set(asked.id, asked.of)
      asked = { id: ++lastId, of: given }
      const { candidates, ...rest } = given
      const known = worker.isRunning() && sent === candidates
      sent = candidates
      worker.post({ id: lastId, case: known ? rest : given, ...(before ? { start: { plan: before.plan, certificate: before.certificate } } : {}) })
    },
    stop: () => {
      asked = undefined
      passed.clear()
      lastId += 1
      if (worker.isRunning()) worker.post({ id: lastId })
    },
    close: () => {
      asked = undefined
      worker.drop()
    },
  }
}

const startWorker = (): SolverWorker => new Worker(new URL('./roadmap-worker.ts', import.meta.url), { type: 'module', name: 'roadmap' })

/** A lane in a worker of its own. */
export const startRoadmapLane = (tell: (outcome: RoadmapOutcome) => void): RoadmapLane => createRoadmapLane(startWorker, tell)

/** Work that goes deeper, one task at a time; the latest wins, and what it replaces answers undefined. */
export type RoadmapDeep = { ask<Task extends RoadmapTask>(task: Task): Promise<RoadmapTaskAnswer<Task> | undefined>; /** Ends what is under way. */ stop(): void }

/** A task that is replaced is ended with its worker, since it hears nothing while it computes. */
export function createRoadmapDeep(start: () => SolverWorker): RoadmapDeep {
  let waiting: ((reply: DeepReply | undefined) => void) | undefined
  const settle = (reply: DeepReply | undefined): void => {
    const ending = waiting
    waiting = undefined
    ending?.(reply)
  }
  const stop = (): void => {
    if (!waiting) return
    worker.drop()
    settle(undefined)
  }
  const worker = heldWorker<DeepAsk, DeepReply>(start, settle, () => settle(undefined))
  return {
    stop,
    ask: async <Task extends RoadmapTask>(task: Task) => {
      stop()
      const reply = await new Promise<DeepReply | undefined>((resolve) => {
        waiting = resolve
        worker.post({ task })
      })
      return reply?.kind === 'done' ? (reply.answer as RoadmapTaskAnswer<Task>) : undefined
    },
  }
}

export const startRoadmapDeep = (): RoadmapDeep => createRoadmapDeep(startWorker)
