import { fewMoves, rankAcceptability, recalibrate, stabilityOf, usualDoubt, type Effort, type RecalibrationInput } from '@throughline/engine/portfolio'
import type { RecalibrationAnswers, RecalibrationAsk, RecalibrationDepth, RecalibrationReply } from './recalibration-protocol.ts'

/** Work units of one selection while a weight is moved; the plan is then within the gap that it says. */
export const LIVE_UNITS = 5_000
/** Work units of the recalibration that is looked at once the levers rest. */
export const WHOLE_UNITS = 300_000
/** Share of the gain that the few moves have to bring. */
export const FEW_SHARE = 0.9

/** How often the counting of samples is told of. */
const TELLINGS = 20

const live: Effort = { workUnits: LIVE_UNITS, explain: 'quick' }

/** Does a piece of work with the very functions that the server uses. `tell` hears the share of samples that are done. */
export function performRecalibration(input: RecalibrationInput, depth: RecalibrationDepth, tell: (share: number) => void): RecalibrationAnswers[RecalibrationDepth['op']] {
  switch (depth.op) {
    case 'live':
      return recalibrate(input, live)
    case 'whole':
      return recalibrate(input, { workUnits: WHOLE_UNITS, explain: 'quick' })
    case 'few':
      return fewMoves(input, depth.selected, FEW_SHARE, live)
    case 'stability':
      return stabilityOf(input, { seed: depth.seed, samples: depth.samples, ...usualDoubt }, live)
    case 'ranks':
      return rankAcceptability(input, { seed: depth.seed, samples: depth.samples, ...usualDoubt }, { onSample: (done) => void (done % Math.ceil(depth.samples / TELLINGS) === 0 && tell(done / depth.samples)) })
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
      const answer = performRecalibration({ ...base, ...ask.levers }, ask.depth, (share) => reply({ id: ask.id, kind: 'progress', share }))
      reply({ id: ask.id, kind: 'done', answer, took: now() - from })
    } catch (error) {
      reply({ id: ask.id, kind: 'broken', message: error instanceof Error ? error.message : String(error) })
    }
  }
}
