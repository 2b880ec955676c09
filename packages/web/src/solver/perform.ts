import { efficientFrontier, priceForcing, pricePins, selectPortfolio, whatIf } from '@throughline/engine/portfolio'
import type { Watch } from '@throughline/engine/portfolio'
import type { AnswerTo, Ask, Reply, SolverAnswers, SolverTask } from './protocol.ts'

/** Does a piece of work with the very functions that the server's jobs use. */
export function perform<Task extends SolverTask>(task: Task, watch?: Watch): AnswerTo<Task>
export function perform(task: SolverTask, watch: Watch = {}): SolverAnswers[SolverTask['op']] {
  switch (task.op) {
    case 'select':
      return selectPortfolio(task.input, task.effort, watch)
    case 'whatIf':
      return whatIf(task.previous, task.input, task.effort, watch)
    case 'frontier':
      return efficientFrontier(task.input, task.budgets, task.effort, watch)
    case 'pins':
      return pricePins(task.input, task.effort, watch)
    case 'forcing':
      return priceForcing(task.input, task.candidateId, task.verdict, task.effort, watch)
  }
}

/** Progress is told at most this often, so that a quick search does not flood the page. */
const PROGRESS_MS = 80

/** Answers an ask: progress as it comes, then the answer or the fault. `now` is a clock in milliseconds. */
export function answer({ id, task, stop }: Ask, reply: (reply: Reply) => void, now: () => number): void {
  const flag = stop && new Int32Array(stop)
  let toldAt = now()
  try {
    const done = perform(task, {
      shouldStop: () => flag !== undefined && Atomics.load(flag, 0) === 1,
      onProgress: (progress) => {
        if (now() - toldAt < PROGRESS_MS) return
        toldAt = now()
        reply({ id, kind: 'progress', progress })
      },
    })
    reply({ id, kind: 'done', answer: done })
  } catch (error) {
    reply({ id, kind: 'broken', message: error instanceof Error ? error.message : String(error) })
  }
}
