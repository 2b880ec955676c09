import type { SourceText } from '@throughline/contract/strategy'
import { stretches, type Span } from '@throughline/engine/strategy'
import { useEffect, useRef } from 'react'
import { selectedIn } from '../select.ts'

type Mark = Span & { readonly id: string; readonly name: string }
const pendingId = 'pending'

export type TextProps = {
  readonly source: SourceText
  /** Words that are about to be cited. */
  readonly pending: Span | undefined
  /** The passage that is looked at. */
  readonly shown: string | undefined
  onSelect(span: Span): void
}

/** The text of a document with the passages that objectives rest on. Words that are selected in it are told; what is looked at comes into view. */
export function SourceTextBox({ source: { title, text, marks }, pending, shown, onSelect }: TextProps) {
  const box = useRef<HTMLDivElement>(null)
  const at = pending ? pendingId : shown
  const place = pending ? `${pending.from} ${pending.to}` : shown
  useEffect(() => {
    if (at !== undefined) box.current?.querySelector(`[data-marks~="${CSS.escape(at)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [at, place])
  const tell = () => {
    const span = box.current && selectedIn(box.current, text)
    if (span) onSelect(span)
  }
  const placed = marks.flatMap(({ passageId: id, statement: name, place: span }): Mark[] => (span ? [{ id, name, ...span }] : []))
  const all = pending ? [...placed, { ...pending, id: pendingId, name: 'About to be cited' }] : placed
  return (
    <div ref={box} role="region" aria-label={`Text of ${title}`} tabIndex={0} className="max-h-[60vh] overflow-auto rounded-node border border-border bg-canvas p-4 whitespace-pre-wrap leading-6" onMouseUp={tell} onKeyUp={tell}>
      {stretches(text.length, all).map(({ from, to, marks: on }) => (on.length === 0 ? <span key={from}>{text.slice(from, to)}</span> : <Marked key={from} marks={on} shown={shown}>{text.slice(from, to)}</Marked>))}
    </div>
  )
}

function Marked({ marks, shown, children }: { readonly marks: readonly Mark[]; readonly shown: string | undefined; readonly children: string }) {
  const ids = marks.map(({ id }) => id)
  const strong = ids.includes(pendingId) || (shown !== undefined && ids.includes(shown))
  return <mark data-marks={ids.join(' ')} title={marks.map(({ name }) => name).join('\n')} className={`rounded-[2px] text-ink underline decoration-accent underline-offset-4 ${strong ? 'bg-warn-tint decoration-2' : 'bg-selected'}`}>{children}</mark>
}
