import { cloneElement, useId, useRef } from 'react'
import type { ReactElement, RefObject } from 'react'
import { placeElement } from './place.ts'

/** One control with words that appear on pointing and on focus. `asDescription` false: the words repeat its name. */
export function Tooltip({ text, children, asDescription = true }: { readonly text: string; readonly children: ReactElement<{ 'aria-describedby'?: string | undefined }>; readonly asDescription?: boolean }) {
  const id = useId()
  const tip = useRef<HTMLSpanElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hide = () => {
    clearTimeout(timer.current)
    if (tip.current?.matches(':popover-open')) tip.current.hidePopover()
  }
  const show = (host: Element, delayMs: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => open(tip, host.firstElementChild ?? host), delayMs)
  }
  return (
    <span
      className="inline-flex"
      onPointerEnter={(event) => event.pointerType === 'mouse' && show(event.currentTarget, 400)}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && show(event.currentTarget, 0)}
      onBlur={hide}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      {asDescription ? cloneElement(children, { 'aria-describedby': id }) : children}
      <span ref={tip} id={id} role="tooltip" popover="manual" className="tooltip">
        {text}
      </span>
    </span>
  )
}

function open(tip: RefObject<HTMLSpanElement | null>, anchor: Element): void {
  if (!tip.current?.isConnected || tip.current.matches(':popover-open')) return
  tip.current.showPopover()
  placeElement(tip.current, anchor, 'top')
}
