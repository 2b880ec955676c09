import type { efficientFrontier, priceForcing, pricePins, selectPortfolio, whatIf, Effort, Progress, Selection, SelectionInput } from '@throughline/engine/portfolio'

/** One piece of work for the solver. Each names the engine function that does it, with that function's own arguments. */
export type SolverTask =
  | { readonly op: 'select'; readonly input: SelectionInput; readonly effort?: Effort }
  | { readonly op: 'whatIf'; readonly previous: Pick<Selection, 'chosen' | 'value' | 'cost'>; readonly input: SelectionInput; readonly effort?: Effort }
  | { readonly op: 'frontier'; readonly input: SelectionInput; readonly budgets: readonly number[] | number; readonly effort?: Effort }
  | { readonly op: 'pins'; readonly input: SelectionInput; readonly effort?: Effort }
  | { readonly op: 'forcing'; readonly input: SelectionInput; readonly candidateId: string; readonly verdict: 'in' | 'out'; readonly effort?: Effort }

/** What each piece of work answers: the engine's own result, a refusal included. */
export type SolverAnswers = {
  readonly select: ReturnType<typeof selectPortfolio>
  readonly whatIf: ReturnType<typeof whatIf>
  readonly frontier: ReturnType<typeof efficientFrontier>
  readonly pins: ReturnType<typeof pricePins>
  readonly forcing: ReturnType<typeof priceForcing>
}
export type AnswerTo<Task extends SolverTask> = SolverAnswers[Task['op']]

/** To the worker. `stop` is shared memory whose first number turns 1 to end the search; left out where pages may not share memory. */
export type Ask = { readonly id: number; readonly task: SolverTask; readonly stop?: SharedArrayBuffer }

/** From the worker: how far the search is, its answer, or that it broke. */
export type Reply =
  | { readonly id: number; readonly kind: 'progress'; readonly progress: Progress }
  | { readonly id: number; readonly kind: 'done'; readonly answer: SolverAnswers[SolverTask['op']] }
  | { readonly id: number; readonly kind: 'broken'; readonly message: string }
