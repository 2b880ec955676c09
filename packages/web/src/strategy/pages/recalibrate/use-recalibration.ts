import type { FewMoves, Recalibration, RecalibrationInput, RecalibrationRefusal, SelectionStability } from '@throughline/engine/portfolio'
import { useEffect, useRef, useState } from 'react'
import { startRecalibrationLane, type RecalibrationLane, type RecalibrationLevers } from '../../../solver/index.ts'

/** What is known while levers move. Each part names the levers that it answers, so that nothing stale passes for new. */
export type Recalibrating = {
  readonly found: { readonly of: RecalibrationLevers; readonly recalibration: Recalibration; readonly took: number } | undefined
  readonly refused: { readonly of: RecalibrationLevers; readonly refusal: RecalibrationRefusal } | undefined
  readonly few: { readonly of: RecalibrationLevers; readonly moves: FewMoves } | undefined
  readonly stability: { readonly of: RecalibrationLevers; readonly stability: SelectionStability } | undefined
  readonly broken: string | undefined
}
export const nothingYet: Recalibrating = { found: undefined, refused: undefined, few: undefined, stability: undefined, broken: undefined }

/** How long levers rest before what goes deeper is worked out. */
export const REST_MS = 400
const SAMPLES = 60

/** Recalibrates as the levers move; the few moves and how sure it all is come when they rest. */
export function useRecalibration(base: RecalibrationInput | undefined, levers: RecalibrationLevers | undefined): Recalibrating {
  const [known, setKnown] = useState<Recalibrating>(nothingYet)
  const live = useRef<RecalibrationLane>(undefined)
  const deep = useRef<RecalibrationLane>(undefined)
  useEffect(() => {
    live.current = startRecalibrationLane()
    deep.current = startRecalibrationLane()
    return () => {
      live.current?.close()
      deep.current?.close()
    }
  }, [])
  useEffect(() => {
    if (!base || !levers) return undefined
    deep.current?.stop()
    let over = false
    const add = (part: Partial<Recalibrating>) => {
      if (!over) setKnown((before) => ({ ...before, ...part }))
    }
    void live.current?.ask(base, levers, { op: 'live' }).then((ended) => {
      if (ended.kind === 'broken') add({ broken: ended.message })
      if (ended.kind !== 'answered') return
      add(ended.answer.ok ? { found: { of: levers, recalibration: ended.answer.value, took: ended.took }, refused: undefined, broken: undefined } : { refused: { of: levers, refusal: ended.answer.refusal }, broken: undefined })
    })
    const resting = setTimeout(() => void goDeeper(deep.current, base, levers, add), REST_MS)
    return () => {
      over = true
      clearTimeout(resting)
    }
  }, [base, levers])
  return known
}

/** The whole effort first, then the few moves from its plan, then how sure it is; each ends the rest where newer levers stopped it. */
async function goDeeper(lane: RecalibrationLane | undefined, base: RecalibrationInput, levers: RecalibrationLevers, add: (part: Partial<Recalibrating>) => void): Promise<void> {
  const whole = await lane?.ask(base, levers, { op: 'whole' })
  if (whole?.kind !== 'answered' || !whole.answer.ok) return
  add({ found: { of: levers, recalibration: whole.answer.value, took: whole.took } })
  const few = await lane?.ask(base, levers, { op: 'few', selected: whole.answer.value.selected })
  if (few?.kind !== 'answered') return
  if (few.answer.ok) add({ few: { of: levers, moves: few.answer.value } })
  const stability = await lane?.ask(base, levers, { op: 'stability', seed: 1, samples: SAMPLES })
  if (stability?.kind === 'answered' && stability.answer.ok) add({ stability: { of: levers, stability: stability.answer.value } })
}
