import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useId, useState } from 'react'
import { Button } from '../../ui/controls/Button.tsx'
import { Dialog } from '../../ui/overlays/Dialog.tsx'
import { useSending } from '../sending.ts'
import { ProblemNote } from '../Shown.tsx'
import { MergeView } from './MergeView.tsx'
import type { Question } from './use-merge.ts'

export type MergeDialogProps = { readonly question: Question; settle(mineIn: ReadonlySet<string>): Promise<Result<unknown, Problem>>; back(): void; onClose(): void }

/** Asks which of two people's changes stand, and saves what comes of it. Somebody may be faster once more: then it asks again. */
export function MergeDialog({ question, settle, back, onClose }: MergeDialogProps) {
  const form = useId()
  const [mineIn, setMineIn] = useState<ReadonlySet<string>>(new Set())
  const { busy, problem, send } = useSending(() => settle(mineIn), onClose)
  const onMine = (field: string, mine: boolean) => setMineIn((before) => new Set(mine ? [...before, field] : [...before].filter((other) => other !== field)))
  const foot = (
    <>
      <Button onClick={back}>Back to the form</Button>
      <Button kind="primary" type="submit" form={form} busy={busy}>Save what is chosen</Button>
    </>
  )
  return (
    <Dialog open size="wide" title="Somebody else changed it as well" onClose={onClose} foot={foot}>
      <form
        id={form}
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <MergeView {...{ question, mineIn, onMine }} />
        <ProblemNote problem={problem?.code === 'version_moved' ? undefined : problem} />
      </form>
    </Dialog>
  )
}
