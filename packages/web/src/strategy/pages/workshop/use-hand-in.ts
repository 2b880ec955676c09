import type { Problem } from '@throughline/contract/wire'
import { useState } from 'react'
import type { Outcome } from '../../acts.ts'

/** Sends, and keeps the refusal until the next attempt. */
export function useHandIn(send: () => Outcome) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const handIn = async () => {
    setBusy(true)
    const done = await send()
    setBusy(false)
    setProblem(done.ok ? undefined : done.refusal)
  }
  return { busy, problem, handIn: () => void handIn() }
}
