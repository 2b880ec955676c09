import { useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Column } from './column.ts'

export type CommitMove = 'down' | 'up' | 'next' | 'previous' | 'stay'

export type CellEditorProps<Row> = {
  readonly column: Column<Row>
  readonly draft: string
  /** Selects the text, so that typing replaces it. */
  readonly replace: boolean
  readonly message: string | undefined
  onCommit(text: string, move: CommitMove): void
  onCancel(): void
}

/** The editor in a cell: a list for choices, a date for dates, else text. Enter and Tab keep, Escape leaves things as they were. */
export function CellEditor<Row>({ column, draft, replace, message, onCommit, onCancel }: CellEditorProps<Row>) {
  const element = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const done = useRef(false)
  const chooses = column.choices !== undefined
  const [text, setText] = useState(chooses && !replace ? startingChoice(column, draft) : draft)
  useLayoutEffect(() => {
    element.current?.focus()
    if (replace && !chooses) element.current?.select()
  }, [replace, chooses])
  useLayoutEffect(() => {
    done.current = false
  }, [message])
  const commit = (move: CommitMove): void => {
    if (done.current) return
    done.current = true
    onCommit(text, move)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      done.current = true
      onCancel()
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      commit(event.key === 'Enter' ? (event.shiftKey ? 'up' : 'down') : event.shiftKey ? 'previous' : 'next')
    }
  }
  const shared = { ref: element, className: 'cell-editor', 'aria-label': column.label, 'aria-invalid': message ? true : undefined, onKeyDown, onBlur: () => commit('stay') } as const
  return (
    <>
      {chooses ? (
        <select {...shared} value={text} onChange={(event) => setText(event.target.value)}>
          <option value="">None</option>
          {column.choices?.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input {...shared} type={column.kind === 'date' && replace ? 'date' : 'text'} inputMode={column.kind === 'number' ? 'decimal' : undefined} value={text} onChange={(event) => setText(event.target.value)} />
      )}
      {message && (
        <span className="cell-message" role="alert">
          {message}
        </span>
      )}
    </>
  )
}

/** The first choice whose words begin with the letter typed. */
function startingChoice<Row>(column: Column<Row>, letter: string): string {
  return column.choices?.find((choice) => choice.label.toLowerCase().startsWith(letter.toLowerCase()))?.value ?? ''
}
