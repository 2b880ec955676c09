import { fewMoves, recalibrate, stabilityOf, type Effort, type RecalibrationInput } from '@throughline/engine/portfolio'
import type { RecalibrationAnswers, RecalibrationAsk, RecalibrationDepth, RecalibrationReply } from './recalibration-protocol.ts'

/** Work units of one selection while a weight is moved; the plan is then within the gap that it says. */
export const LIVE_UNITS = 5_000
/** Work units of the recalibration that is looked at once the levers rest. */
export const WHOLE_UNITS = 300_000
/** Share of the gain that the few moves have to bring. */
export const FEW_SHARE = 0.9
/** How far weights and benefits are doubted: three parts of ten, and a fifth up or down. */
export const DOUBT = { weights: { kind: 'around', doubt: 0.3 }, spread: 0.2 } as const

const live: Effort = { workUnits: LIVE_UNITS, explain: 'quick' }

/** Does a piece of work with the very functions that the server uses. */
export function performRecalibration(input: RecalibrationInput, depth: RecalibrationDepth): RecalibrationAnswers[RecalibrationDepth['op']] {
  switch (depth.op) {
    case 'live':
      return recalibrate(input, live)
    case 'whole':
      return recalibrate(input, { workUnits: WHOLE_UNITS, explain: 'quick' })
    case 'few':
      return fewMoves(input, depth.selected, FEW_SHARE, live)
    case 'stability':
      return stabilityOf(input, { seed: depth.seed, samples: depth.samples, ...DOUBT }, live)
  }
}

/** Keeps the portfolio between asks, so that only what moved is sent. `now` is a clock in milliseconds. */
export function recalibrationWork(reply: (reply: RecalibrationReply) => void, now: () => number): (ask: RecalibrationAsk) => void {
  let base: RecalibrationInput | undefined
  return (ask) => {
    const from = now()
    base = ask.base ?? base
    try {
      if (base === undefined) throw new Error('The portfolio was not sent.')
      const answer = performRecalibration({ ...base, ...ask.levers }, ask.depth)
      reply({ id: ask.id, kind: 'done', answer, took: now() - from })
    } catch (error) {
      reply({ id: ask.id, kind: 'broken', message: error instanceof Error ? error.message : String(error) })
    }
  }
}
