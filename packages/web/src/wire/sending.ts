import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'

/** Sends a form once at a time: whether it is under way, and why it was refused the last time. */
export function useSending(onSubmit: () => Promise<Result<unknown, Problem>>, onDone?: () => void): { readonly busy: boolean; readonly problem: Problem | undefined; send(): Promise<void> } {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const send = async () => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    const outcome = await onSubmit()
    setBusy(false)
    if (outcome.ok) onDone?.()
    else setProblem(outcome.refusal)
  }
  return { busy, problem, send }
}
