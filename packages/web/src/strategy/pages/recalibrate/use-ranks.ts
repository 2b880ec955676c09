import type { RankAcceptability, RecalibrationInput } from '@throughline/engine/portfolio'
import { useEffect, useRef, useState } from 'react'
import { startRecalibrationLane, type RecalibrationLane, type RecalibrationLevers } from '../../../solver/index.ts'
import { REST_MS } from './use-recalibration.ts'

/** Of 1,000 samples a share is sure to some 3 of 100. */
const SAMPLES = 1000

/** Ranks as far as they are counted: the share of samples that are done, what they gave, that a person stopped them, or why they broke. */
export type RanksRun = { readonly kind: 'counting'; readonly share: number } | { readonly kind: 'counted'; readonly ranks: RankAcceptability } | { readonly kind: 'stopped' } | { readonly kind: 'broken'; readonly message: string }
export type Ranking = { readonly run: RanksRun; onStart(): void; onCancel(): void }

/** Counts ranks in a worker of their own when levers rest; a newer move ends what is counted. */
export function useRanks(base: RecalibrationInput | undefined, levers: RecalibrationLevers | undefined): Ranking {
  const [told, setTold] = useState<{ readonly of: RecalibrationLevers; readonly run: RanksRun }>()
  // A new object with each ask, so that what broke is begun again.
  const [wish, setWish] = useState<{ readonly stopped: RecalibrationLevers | undefined }>({ stopped: undefined })
  const lane = useRef<RecalibrationLane>(undefined)
  useEffect(() => {
    lane.current = startRecalibrationLane()
    return () => lane.current?.close()
  }, [])
  useEffect(() => {
    lane.current?.stop()
    if (!base || !levers || wish.stopped === levers) return undefined
    let over = false
    const tell = (run: RanksRun) => {
      if (!over) setTold({ of: levers, run })
    }
    const resting = setTimeout(async () => {
      tell({ kind: 'counting', share: 0 })
      const ended = await lane.current?.ask(base, levers, { op: 'ranks', seed: 1, samples: SAMPLES }, (share) => tell({ kind: 'counting', share }))
      if (ended) tell(ended.kind === 'answered' ? { kind: 'counted', ranks: ended.answer } : ended)
    }, REST_MS)
    return () => {
      over = true
      clearTimeout(resting)
    }
  }, [base, levers, wish])
  const run: RanksRun = levers !== undefined && wish.stopped === levers ? { kind: 'stopped' } : told !== undefined && told.of === levers ? told.run : { kind: 'counting', share: 0 }
  return { run, onStart: () => setWish({ stopped: undefined }), onCancel: () => setWish({ stopped: levers }) }
}
