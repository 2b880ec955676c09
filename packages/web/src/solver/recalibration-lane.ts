import type { RecalibrationInput } from '@throughline/engine/portfolio'
import { heldWorker } from './held-worker.ts'
import type { SolverWorker } from './held-worker.ts'
import type { RecalibrationAnswerTo, RecalibrationAsk, RecalibrationDepth, RecalibrationLevers, RecalibrationReply } from './recalibration-protocol.ts'

export type Recalibrated<Depth extends RecalibrationDepth> = { readonly kind: 'answered'; readonly answer: RecalibrationAnswerTo<Depth>; readonly took: number } | { readonly kind: 'stopped' } | { readonly kind: 'broken'; readonly message: string }

export type RecalibrationLane = {
  /** Asks of a portfolio under levers. `live` waits for the one under way and only the newest of those that wait is asked; all else ends what is under way. `onShare` hears the share of samples that are done. */
  ask<Depth extends RecalibrationDepth>(base: RecalibrationInput, levers: RecalibrationLevers, depth: Depth, onShare?: (share: number) => void): Promise<Recalibrated<Depth>>
  /** Ends what is under way. */
  stop(): void
  close(): void
}

type Wanted = { readonly base: RecalibrationInput; readonly levers: RecalibrationLevers; readonly depth: RecalibrationDepth; onShare(share: number): void; end(ended: Recalibrated<RecalibrationDepth>): void }

/** A worker that keeps the portfolio: it is sent when it changes, and after a worker was ended. */
export function createRecalibrationLane(startWorker: () => SolverWorker): RecalibrationLane {
  let kept: RecalibrationInput | undefined
  let [current, next]: [(Wanted & { readonly id: number }) | undefined, Wanted | undefined] = [undefined, undefined]
  let lastId = 0
  const drop = (): void => {
    worker.drop()
    kept = undefined
  }
  const settle = (ended: Recalibrated<RecalibrationDepth>): void => {
    const ending = current
    current = undefined
    ending?.end(ended)
    const waiting = next
    next = undefined
    if (waiting && current === undefined) send(waiting)
  }
  const hear = (reply: RecalibrationReply): void => {
    if (reply.id !== current?.id) return
    if (reply.kind === 'progress') current.onShare(reply.share)
    else settle(reply.kind === 'done' ? { kind: 'answered', answer: reply.answer, took: reply.took } : { kind: 'broken', message: reply.message })
  }
  const worker = heldWorker<RecalibrationAsk, RecalibrationReply>(startWorker, hear, (message) => {
    kept = undefined
    settle({ kind: 'broken', message })
  })
  function send(wanted: Wanted): void {
    current = { ...wanted, id: ++lastId }
    const fresh = kept !== wanted.base
    kept = wanted.base
    worker.post({ id: lastId, levers: wanted.levers, depth: wanted.depth, ...(fresh ? { base: wanted.base } : {}) })
  }
  const stop = (): void => {
    next?.end({ kind: 'stopped' })
    next = undefined
    if (current === undefined) return
    drop()
    settle({ kind: 'stopped' })
  }
  return {
    ask: (base, levers, depth, onShare = () => undefined) =>
      new Promise((resolve) => {
        const wanted: Wanted = { base, levers, depth, onShare, end: (ended) => resolve(ended as never) }
        if (current?.depth.op === 'live' && depth.op === 'live') {
          next?.end({ kind: 'stopped' })
          next = wanted
          return
        }
        stop()
        send(wanted)
      }),
    stop,
    close: () => {
      stop()
      drop()
    },
  }
}

/** A lane in a worker of its own. */
export const startRecalibrationLane = (): RecalibrationLane => createRecalibrationLane(() => new Worker(new URL('./recalibration-worker.ts', import.meta.url), { type: 'module', name: 'recalibration' }))
