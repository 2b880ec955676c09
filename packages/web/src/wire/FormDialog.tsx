import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { lazy, Suspense, useId, type ReactNode } from 'react'
import { Button } from '../ui/controls/Button.tsx'
import { Dialog } from '../ui/overlays/Dialog.tsx'
import type { MergeDialogProps } from './merge/MergeDialog.tsx'
import { useSending } from './sending.ts'
import { ProblemNote } from './Shown.tsx'

/** Seldom needed: it comes when two people changed the same. */
const MergeDialog = lazy(() => import('./merge/MergeDialog.tsx').then(({ MergeDialog: component }) => ({ default: component })))

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
  /** What the form is merged with where somebody else has saved first (`useMerge`). */
  readonly merge?: Pick<MergeDialogProps, 'settle' | 'back'> & { readonly question: MergeDialogProps['question'] | undefined }
  /** The fields; given the problem, so that a field can say what is wrong with it. */
  readonly children: ReactNode | ((problem: Problem | undefined) => ReactNode)
}

/** Asks which of two people's changes stand, where that is a question; for forms that are no dialog as well. */
export function MergeAsked({ merge: { question, settle, back }, onClose }: { readonly merge: NonNullable<FormDialogProps['merge']>; onClose(): void }) {
  return question ? <Suspense><MergeDialog {...{ question, settle, back, onClose }} /></Suspense> : null
}

/** A form in a dialog: Enter sends it, a refusal stays beside what was entered, nothing entered is lost. */
export function FormDialog({ title, subtitle, act, tone, size, notYet, onSubmit, onClose, merge, children }: FormDialogProps) {
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
  // The form stays where it is, beneath: going back finds everything as it was entered.
  const question = merge?.question
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
        <ProblemNote problem={question ? undefined : problem} />
      </form>
      {merge && <MergeAsked merge={merge} onClose={onClose} />}
    </Dialog>
  )
}
