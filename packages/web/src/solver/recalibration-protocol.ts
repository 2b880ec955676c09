import type { fewMoves, rankAcceptability, recalibrate, RecalibrationInput, stabilityOf } from '@throughline/engine/portfolio'

/** What a person moves while the portfolio stays as it is: the next version and how a change is weighed. */
export type RecalibrationLevers = Pick<RecalibrationInput, 'after' | 'mappings' | 'worth' | 'hysteresis' | 'emergency' | 'constraints'>

/** To the worker. `base` is sent once and again when the portfolio changes; levers are small and sent with each ask. */
export type RecalibrationAsk = { readonly id: number; readonly base?: RecalibrationInput; readonly levers: RecalibrationLevers; readonly depth: RecalibrationDepth }

/** `live` answers within a frame or few, `whole` with the full effort; the others go deeper from a plan that was found. */
export type RecalibrationDepth = { readonly op: 'live' | 'whole' } | { readonly op: 'few'; readonly selected: readonly string[] } | { readonly op: 'stability' | 'ranks'; readonly seed: number; readonly samples: number }

export type RecalibrationAnswers = { readonly live: ReturnType<typeof recalibrate>; readonly whole: ReturnType<typeof recalibrate>; readonly few: ReturnType<typeof fewMoves>; readonly stability: ReturnType<typeof stabilityOf>; readonly ranks: ReturnType<typeof rankAcceptability> }
export type RecalibrationAnswerTo<Depth extends RecalibrationDepth> = RecalibrationAnswers[Depth['op']]

/** From the worker: how far it is, where samples are counted; the engine's own result, a refusal included; or that it broke. */
export type RecalibrationReply =
  | { readonly id: number; readonly kind: 'progress'; /** From 0 to 1. */ readonly share: number }
  | { readonly id: number; readonly kind: 'done'; readonly answer: RecalibrationAnswers[RecalibrationDepth['op']]; /** Milliseconds of the worker's clock that it took. */ readonly took: number }
  | { readonly id: number; readonly kind: 'broken'; readonly message: string }
