import { useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Column } from './column.ts'
import { yesNoWords } from './show.ts'

export type CommitMove = 'down' | 'up' | 'next' | 'previous' | 'stay' | 'fill'

export type CellEditorProps<Row> = {
  readonly column: Column<Row>
  readonly draft: string
  /** Selects the text, so that typing replaces it. */
  readonly replace: boolean
  readonly message: string | undefined
  onCommit(text: string, move: CommitMove): void
  onCancel(): void
}

/** The editor in a cell: a list for choices, a calendar for dates, lines for long text. Enter and Tab keep, Escape leaves things as they were. */
export function CellEditor<Row>({ column, draft, replace, message, onCommit, onCancel }: CellEditorProps<Row>) {
  const element = useRef<HTMLInputElement & HTMLSelectElement & HTMLTextAreaElement>(null)
  const done = useRef(false)
  const choices = choicesOf(column)
  const listed = choices !== undefined
  const [text, setText] = useState(choices && !replace ? startingChoice(choices, draft) : draft)
  useLayoutEffect(() => {
    element.current?.focus()
    if (replace && !listed) element.current?.select?.()
  }, [replace, listed])
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
      event.preventDefault()
      done.current = true
      onCancel()
    } else if (event.key === 'Enter' && event.altKey && column.kind === 'longText') {
      event.preventDefault()
      element.current?.setRangeText('\n', element.current.selectionStart ?? 0, element.current.selectionEnd ?? 0, 'end')
      setText(element.current?.value ?? text)
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      commit(event.key === 'Tab' ? (event.shiftKey ? 'previous' : 'next') : event.ctrlKey || event.metaKey ? 'fill' : event.shiftKey ? 'up' : 'down')
    } else if (event.key === 'ArrowDown' && event.altKey) element.current?.showPicker?.()
  }
  const shared = { ref: element, className: 'cell-editor', 'aria-label': column.label, 'aria-invalid': message ? true : undefined, value: text, onKeyDown, onBlur: () => commit('stay'), onChange: (event: { target: { value: string } }) => setText(event.target.value) } as const
  return (
    <>
      {choices ? (
        <select {...shared}>
          <option value="">None</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : column.kind === 'longText' ? (
        <textarea {...shared} dir="auto" rows={5} />
      ) : (
        <input {...shared} dir={column.kind === 'text' ? 'auto' : undefined} type={column.kind === 'date' && replace ? 'date' : 'text'} inputMode={column.kind === 'number' ? 'decimal' : undefined} />
      )}
      {message && (
        <span className="cell-message" role="alert">
          {message}
        </span>
      )}
    </>
  )
}

const yesNo = yesNoWords.map((word) => ({ value: word, label: word }))
const choicesOf = <Row,>({ kind, choices }: Column<Row>): readonly { readonly value: string; readonly label: string }[] | undefined => (kind === 'yesNo' ? yesNo : choices)

/** The first choice whose words begin with the letter typed. */
function startingChoice(choices: readonly { readonly value: string; readonly label: string }[], letter: string): string {
  return choices.find((choice) => choice.label.toLowerCase().startsWith(letter.toLowerCase()))?.value ?? ''
}
