import { longestComment, type PersonName } from '@throughline/contract/governance'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useRef, useState } from 'react'
import { Button } from '../../ui/controls/Button.tsx'
import { ProblemNote, useSending } from '../../wire/index.ts'
import { MentionField } from './MentionField.tsx'

export type Finding = (find: string, signal: AbortSignal) => Promise<readonly PersonName[]>

export type CommentBoxProps = {
  readonly label: string
  /** What the button says: `Comment`, `Reply`, `Save`. */
  readonly act: string
  readonly start?: string
  readonly focus?: boolean
  findPeople: Finding
  /** Sends what was written, with the ids of those chosen by name. What was written stays where it was refused. */
  onSend(text: string, mentions: readonly string[]): Promise<Result<unknown, Problem>>
  onCancel?(): void
}

/** Where something is written: Ctrl and Enter send it, an @ offers names. */
export function CommentBox({ label, act, start = '', focus = false, findPeople, onSend, onCancel }: CommentBoxProps) {
  const [text, setText] = useState(start)
  const chosen = useRef<PersonName[]>([])
  const left = longestComment - [...text].length
  const { busy, problem, send } = useSending(
    () => onSend(text, [...new Set(chosen.current.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id))]),
    () => {
      setText('')
      onCancel?.()
    },
  )
  const ready = text.trim() !== '' && left >= 0
  return (
    <div className="grid gap-2">
      <MentionField {...{ label, focus, findPeople }} value={text} onChange={setText} onChoose={(person) => chosen.current.push(person)} onSend={() => ready && void send()} />
      <ProblemNote problem={problem} />
      <div className="flex items-center gap-2">
        <Button kind="primary" busy={busy} disabled={!ready} onClick={() => void send()}>{act}</Button>
        {onCancel && <Button kind="quiet" onClick={onCancel}>Cancel</Button>}
        {left < 200 && <span className="quiet figures" role="status">{left < 0 ? `${-left} characters too many` : `${left} characters left`}</span>}
      </div>
    </div>
  )
}
