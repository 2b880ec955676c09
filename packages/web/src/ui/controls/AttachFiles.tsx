import { Paperclip, X } from 'lucide-react'
import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react'
import { Button } from './Button.tsx'
import { accepts } from './FilePicker.tsx'

/** A file that was taken: by what it is known, and its name. */
export type AttachedFile = { readonly id: string; readonly name: string }
/** What came of sending a file: what it is known by, or why it was refused, in words. */
export type Attaching = { readonly ok: true; readonly value: AttachedFile } | { readonly ok: false; readonly words: string }

export type AttachFilesProps = {
  /** Of what the files are: `Files of the evidence`. */
  readonly label: string
  /** Which kinds and sizes are taken; shown, and said to who cannot see. */
  readonly hint?: string
  /** As of the accept attribute: `.pdf,.png`. */
  readonly accept: string
  readonly mostBytes: number
  readonly files: readonly AttachedFile[]
  readonly disabled?: boolean
  /** Sends a file at once; it counts as attached where that was well received. */
  onAttach(file: File): Promise<Attaching>
  onChange(files: readonly AttachedFile[]): void
}

/** Files beside other fields: dropped, pasted or chosen, sent at once, listed by name, each left out again by a press. */
export function AttachFiles({ label, hint, accept, mostBytes, files, disabled = false, onAttach, onChange }: AttachFilesProps) {
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<string>()
  const [refused, setRefused] = useState<readonly string[]>([])
  const [over, setOver] = useState(false)
  const closed = disabled || sending !== undefined
  const take = async (given: readonly File[]): Promise<void> => {
    const wrong: string[] = []
    let attached = files
    for (const file of given) {
      setSending(file.name)
      const done = whyNot(file, accept, mostBytes) ?? (await onAttach(file))
      if (!done.ok) wrong.push(done.words)
      else onChange((attached = [...attached, done.value]))
    }
    setSending(undefined)
    setRefused(wrong)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    if (!closed) void take([...event.dataTransfer.files])
  }
  const paste = (event: ClipboardEvent): void => {
    const pasted = [...event.clipboardData.files]
    if (pasted.length === 0 || closed) return
    event.preventDefault()
    void take(pasted)
  }
  const dragged = (event: DragEvent): void => {
    event.preventDefault()
    setOver(!closed)
  }
  return (
    <div role="group" aria-label={label} className={`grid gap-1 rounded border border-dashed p-2 ${over ? 'border-accent bg-selected' : 'border-border-strong'}`} onDragOver={dragged} onDragLeave={() => setOver(false)} onDrop={drop} onPaste={paste}>
      {files.map((file) => (
        <span key={file.id} className="flex items-center gap-2">
          <Paperclip aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
          <span className="truncate" title={file.name}>{file.name}</span>
          <Button kind="quiet" aria-label={`Leave out ${file.name}`} disabled={closed} onClick={() => onChange(files.filter(({ id }) => id !== file.id))}><X aria-hidden="true" /></Button>
        </span>
      ))}
      <span className="flex flex-wrap items-center gap-2">
        <Button kind="quiet" icon={<Paperclip aria-hidden="true" />} disabled={disabled} busy={sending !== undefined} onClick={() => input.current?.click()}>{sending === undefined ? (files.length === 0 ? 'Attach a file' : 'Attach another') : 'Attaching'}</Button>
        {hint && <span className="field-hint">{hint}</span>}
      </span>
      <span role="status" className="grid gap-1 text-label text-bad">{refused.map((words, at) => <span key={at}>{words}</span>)}</span>
      <input ref={input} type="file" hidden multiple {...{ accept, disabled }} aria-label={label} onChange={(event) => {
        void take([...(event.target.files ?? [])])
        event.target.value = ''
      }} />
    </div>
  )
}

/** What needs not be sent to be refused: a file of another kind, or a larger one than is taken. */
export function whyNot(file: { readonly name: string; readonly type: string; readonly size: number }, accept: string, mostBytes: number): Extract<Attaching, { readonly ok: false }> | undefined {
  if (!accepts(accept, file)) return { ok: false, words: `${file.name} is not taken. Taken are ${accept.replaceAll(',', ', ')}.` }
  return file.size > mostBytes ? { ok: false, words: `${file.name} has ${Math.ceil(file.size / 1_048_576)} MB. Taken are at most ${Math.floor(mostBytes / 1_048_576)} MB.` } : undefined
}
