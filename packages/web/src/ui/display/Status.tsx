import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Tone } from '../tone.ts'

/** The shape and colour of a tone, without words: only beside words that say the same. */
export const Mark = ({ tone }: { readonly tone: Tone }) => <span className="mark" data-tone={tone} aria-hidden="true" />

/** Shape, colour and word together. `quiet` leaves the tint out, for tables. */
export function StatusMark({ tone, word, quiet = false }: { readonly tone: Tone; readonly word: string; readonly quiet?: boolean }) {
  return (
    <span className={quiet ? 'status' : 'chip'} data-tone={tone}>
      <Mark tone={tone} />
      {word}
    </span>
  )
}

/** A small label, removable where `onRemove` is given. */
export function Chip({ tone, children, onRemove, removeLabel }: { readonly tone?: Tone; readonly children: ReactNode; onRemove?(): void; readonly removeLabel?: string }) {
  return (
    <span className="chip" data-tone={tone}>
      {children}
      {onRemove && (
        <button type="button" aria-label={removeLabel ?? 'Remove'} onClick={onRemove}>
          <X aria-hidden="true" />
        </button>
      )}
    </span>
  )
}

/** What sort of figure stands beside it. Anything computed or read by us is derived, never published. */
export function SourceBadge({ kind, title }: { readonly kind: 'published' | 'entered' | 'derived'; readonly title?: string }) {
  return (
    <span className="badge" data-kind={kind} title={title}>
      {kind}
    </span>
  )
}
