import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useId, useState, type ReactNode } from 'react'
import { Button } from '../ui/controls/Button.tsx'
import { Dialog } from '../ui/overlays/Dialog.tsx'
import { ProblemNote } from './Shown.tsx'

export type FormDialogProps = {
  readonly title: string
  readonly subtitle?: string
  /** What the main button says: `Add member`. */
  readonly act: string
  readonly tone?: 'danger'
  readonly size?: 'normal' | 'wide'
  /** Why the form cannot be sent yet; it is said beside the button. */
  readonly notYet?: string | undefined
  /** Sends what was entered. The dialog closes when it was accepted, and shows the problem when it was refused. */
  onSubmit(): Promise<Result<unknown, Problem>>
  onClose(): void
  /** The fields; given the problem, so that a field can say what is wrong with it. */
  readonly children: ReactNode | ((problem: Problem | undefined) => ReactNode)
}

/** A form in a dialog: Enter sends it, a refusal stays beside what was entered, nothing entered is lost. */
export function FormDialog({ title, subtitle, act, tone, size, notYet, onSubmit, onClose, children }: FormDialogProps) {
  const form = useId()
  const { busy, problem, send } = useSending(onSubmit, onClose)
  const foot = (
    <>
      {notYet && <span className="quiet mr-auto self-center">{notYet}</span>}
      <Button onClick={onClose}>Cancel</Button>
      <Button kind={tone ?? 'primary'} type="submit" form={form} busy={busy} disabled={notYet !== undefined}>
        {act}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={title} foot={foot} {...(subtitle === undefined ? {} : { subtitle })} {...(size === undefined ? {} : { size })}>
      <form
        id={form}
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (notYet === undefined) void send()
        }}
      >
        {typeof children === 'function' ? children(problem) : children}
        <ProblemNote problem={problem} />
      </form>
    </Dialog>
  )
}

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
