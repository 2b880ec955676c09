import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Button } from '../ui/controls/Button.tsx'
import { ProblemNote, useSending } from '../wire/index.ts'

/** Takes something out of a draft from within its form; why not is said beside the button. */
export function TakeOut({ what, act, onClose }: { readonly what: string; act(): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const { busy, problem, send } = useSending(act, onClose)
  return <div className="grid gap-2"><div><Button kind="link" busy={busy} onClick={() => void send()}>Take this {what} out</Button></div><ProblemNote problem={problem} /></div>
}
