import type { Progress } from '@throughline/engine/portfolio'
import { heldWorker } from './held-worker.ts'
import type { SolverWorker } from './held-worker.ts'
import type { AnswerTo, Ask, Reply, SolverTask } from './protocol.ts'

/** How an ask ended: with the engine's answer, because a newer ask or a cancel took its place, or because the worker broke. */
export type Ended<Task extends SolverTask> = { readonly kind: 'answered'; readonly answer: AnswerTo<Task> } | { readonly kind: 'stopped' } | { readonly kind: 'broken'; readonly message: string }

export type Solver = {
  /** Asks; whatever was asked before and is not answered ends as `stopped`. Never rejects. */
  ask<Task extends SolverTask>(task: Task, onProgress?: (progress: Progress) => void): Promise<Ended<Task>>
  /** Ends what is under way. */
  stop(): void
  /** Ends what is under way and lets the worker go. */
  close(): void
}

type Waiting = { readonly id: number; readonly stop: SharedArrayBuffer | undefined; end(ended: Ended<SolverTask>): void; readonly onProgress: ((progress: Progress) => void) | undefined }

/**
 * One lane of work in which the latest ask wins. Where the page may share memory, a search is asked to stop and its worker
 * is kept; elsewhere the worker is ended and the next ask starts another.
 */
export function createSolver(startWorker: () => SolverWorker, sharesMemory = globalThis.crossOriginIsolated === true): Solver {
  let waiting: Waiting | undefined
  let lastId = 0

  const settle = (ended: Ended<SolverTask>): void => {
    const ending = waiting
    waiting = undefined
    ending?.end(ended)
  }
  const stop = (): void => {
    if (!waiting) return
    if (waiting.stop) Atomics.store(new Int32Array(waiting.stop), 0, 1)
    else worker.drop()
    settle({ kind: 'stopped' })
  }
  const hear = (reply: Reply): void => {
    if (reply.id !== waiting?.id) return
    if (reply.kind === 'progress') waiting.onProgress?.(reply.progress)
    else settle(reply.kind === 'done' ? { kind: 'answered', answer: reply.answer } : { kind: 'broken', message: reply.message })
  }
  const worker = heldWorker<Ask, Reply>(startWorker, hear, (message) => settle({ kind: 'broken', message }))
  const ask = <Task extends SolverTask>(task: Task, onProgress?: (progress: Progress) => void): Promise<Ended<Task>> => {
    stop()
    return new Promise((resolve) => {
      const flag = sharesMemory ? new SharedArrayBuffer(4) : undefined
      waiting = { id: ++lastId, stop: flag, end: (ended) => resolve(ended as Ended<Task>), onProgress }
      worker.post({ id: lastId, task, ...(flag ? { stop: flag } : {}) })
    })
  }
  const close = (): void => {
    settle({ kind: 'stopped' })
    worker.drop()
  }
  return { ask, stop, close }
}

/** A lane of work in a worker of its own. */
export const startSolver = (): Solver => createSolver(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'solver' }))
