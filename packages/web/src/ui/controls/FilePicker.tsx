import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import type { DragEvent } from 'react'
import { Button } from './Button.tsx'

export type FilePickerProps = {
  /** What is wanted: `Drop a portfolio file here`. */
  readonly label: string
  /** Which kinds and sizes are taken. */
  readonly hint: string
  /** As of the accept attribute: `.csv,.xlsx`. */
  readonly accept: string
  readonly multiple?: boolean
  readonly disabled?: boolean
  onPick(files: readonly File[]): void
  /** Files dropped that `accept` does not allow; they are never taken silently. */
  onReject?(files: readonly File[]): void
}

/** Files by dropping or by the platform's chooser. */
export function FilePicker({ label, hint, accept, multiple = false, disabled = false, onPick, onReject }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: readonly File[]): void => {
    const [fitting, other] = partition(files, (file) => accepts(accept, file))
    if (other.length > 0) onReject?.(other)
    if (fitting.length > 0) onPick(multiple ? fitting : fitting.slice(0, 1))
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    if (!disabled) take([...event.dataTransfer.files])
  }
  return (
    <div
      className="drop-zone"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!disabled)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp aria-hidden="true" />
      <strong>{label}</strong>
      <span className="field-hint">{hint}</span>
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        {multiple ? 'Choose files' : 'Choose a file'}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        {...{ accept, multiple, disabled }}
        onChange={(event) => {
          take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </div>
  )
}

/** Whether the accept list allows the file, by its ending or media type. */
export function accepts(accept: string, file: { readonly name: string; readonly type: string }): boolean {
  const wanted = accept.split(',').map((part) => part.trim().toLowerCase()).filter(Boolean)
  const name = file.name.toLowerCase()
  return wanted.length === 0 || wanted.some((part) => (part.startsWith('.') ? name.endsWith(part) : part.endsWith('/*') ? file.type.startsWith(part.slice(0, -1)) : file.type === part))
}

function partition<T>(items: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))]
}
