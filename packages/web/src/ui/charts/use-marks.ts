import { useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'

/** One stop for Tab in a chart, which is where it was left; arrows move among its marks, Home and End go to the ends, Enter chooses the one that has the focus, however it came there. */
export function useMarks(keys: readonly string[], onSelect?: (key: string) => void) {
  const [wanted, setCurrent] = useState<string>()
  const [focused, setFocused] = useState<string>()
  const current = wanted !== undefined && keys.includes(wanted) ? wanted : keys[0]
  const onKeyDown = (event: KeyboardEvent<SVGElement>): void => {
    const here = markOf(event) ?? current
    const at = keys.indexOf(here ?? '')
    if ((event.key === 'Enter' || event.key === ' ') && here !== undefined) {
      event.preventDefault()
      onSelect?.(here)
    }
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: keys.length - 1 }[event.key]
    const next = to === undefined ? undefined : keys[Math.max(0, Math.min(to, keys.length - 1))]
    if (next === undefined) return
    event.preventDefault()
    event.currentTarget.querySelector<SVGElement>(`[data-mark="${CSS.escape(next)}"]`)?.focus()
  }
  const onFocus = (event: FocusEvent<SVGElement>): void => {
    setFocused(markOf(event))
    setCurrent(markOf(event))
  }
  return { current, focused, group: { onKeyDown, onFocus, onBlur: () => setFocused(undefined) } }
}

const markOf = ({ target }: { readonly target: EventTarget }): string | undefined => (target as SVGElement).dataset['mark']
