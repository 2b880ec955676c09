import type { Problem } from '@throughline/contract/wire'
import { useRef, useState } from 'react'
import type { Correction, ImportActs } from './acts.ts'

/** Corrections one at a time: whether one is under way, and why the last was refused. */
export type Correcting = { readonly busy: boolean; readonly problem: Problem | undefined; correct(correction: Correction): void }

/** Sends corrections in the order given. Each is read against the file anew, so the next waits for the one before. */
export function useCorrecting({ correct }: Pick<ImportActs, 'correct'>): Correcting {
  const [waiting, setWaiting] = useState(0)
  const [problem, setProblem] = useState<Problem>()
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const send = (correction: Correction) => {
    setWaiting((count) => count + 1)
    setProblem(undefined)
    last.current = last.current.then(() => correct(correction)).then((outcome) => {
      setWaiting((count) => count - 1)
      if (!outcome.ok) setProblem(outcome.refusal)
    })
  }
  return { busy: waiting > 0, problem, correct: send }
}
