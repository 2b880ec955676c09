import { useRef } from 'react'
import type { Ref } from 'react'

export type CatcherProps = {
  readonly label: string
  readonly controls: string
  readonly activeId: string
  readonly readOnly: boolean
  readonly ref: Ref<HTMLTextAreaElement>
  /** Text that was typed on the active cell: a letter, what an input method or a dead key made of several, an emoji, dictation. */
  onText(text: string): void
}

/**
 * Holds the focus while no cell is under edit. A field rather than the grid itself, as input methods and dead keys work in fields alone:
 * what they compose shows over the active cell and then goes on in its editor, the first sign included.
 */
export function Catcher({ label, controls, activeId, readOnly, ref, onText }: CatcherProps) {
  const composing = useRef(false)
  const take = (field: HTMLTextAreaElement): void => {
    const text = field.value
    field.value = ''
    delete field.dataset['composing']
    if (text !== '') onText(text)
  }
  return (
    <textarea
      ref={ref}
      className="grid-catcher"
      rows={1}
      tabIndex={-1}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      aria-label={`${label}, cells`}
      aria-controls={controls}
      aria-activedescendant={activeId}
      readOnly={readOnly}
      onCompositionStart={(event) => {
        composing.current = true
        cover(event.currentTarget, activeId)
      }}
      onCompositionEnd={(event) => {
        composing.current = false
        take(event.currentTarget)
      }}
      onInput={(event) => {
        if (!composing.current) take(event.currentTarget)
      }}
    />
  )
}

/** Lays the field over the active cell, so that the input method shows its choices there. */
function cover(field: HTMLTextAreaElement, activeId: string): void {
  const cell = document.getElementById(activeId)?.getBoundingClientRect()
  const around = field.parentElement?.getBoundingClientRect()
  if (!cell || !around) return
  field.dataset['composing'] = ''
  Object.assign(field.style, { left: `${cell.left - around.left}px`, top: `${cell.top - around.top}px`, width: `${cell.width}px`, height: `${cell.height}px` })
}
