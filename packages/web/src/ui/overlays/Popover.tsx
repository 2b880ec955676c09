import { useEffect, useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { placeElement } from './place.ts'
import type { Side } from './place.ts'

export type PopoverProps = {
  readonly anchor: Element | null
  readonly open: boolean
  onClose(): void
  /** Name read out when focus enters. */
  readonly label: string
  readonly side?: Side
  readonly role?: 'dialog' | 'menu' | 'listbox'
  readonly className?: string
  onKeyDown?(event: KeyboardEvent<HTMLDivElement>): void
  readonly children: ReactNode
}

/** Floats beside its anchor in the top layer; Escape or a click elsewhere closes; focus goes in and comes back. */
export function Popover(props: PopoverProps) {
  return props.open && props.anchor ? <Floating {...props} anchor={props.anchor} /> : null
}

function Floating({ anchor, onClose, label, side = 'bottom-start', role = 'dialog', className, onKeyDown, children }: PopoverProps & { anchor: Element }) {
  const box = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const before = document.activeElement
    element.showPopover()
    const settle = () => placeElement(element, anchor, side)
    settle()
    firstStop(element).focus({ preventScroll: true })
    const watch = new ResizeObserver(settle)
    watch.observe(element)
    window.addEventListener('resize', settle)
    return () => {
      watch.disconnect()
      window.removeEventListener('resize', settle)
      const inside = element.contains(document.activeElement) || document.activeElement === document.body
      if (inside && before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [anchor, side])
  return (
    <div
      ref={box}
      popover="auto"
      role={role}
      aria-label={label}
      tabIndex={-1}
      className={`popover ${className ?? ''}`}
      onToggle={(event) => event.target === event.currentTarget && event.newState === 'closed' && close.current()}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        onKeyDown?.(event)
      }}
    >
      {children}
    </div>
  )
}

/** Where focus lands: what asks for it, else the first control, else the box itself. */
function firstStop(box: HTMLElement): HTMLElement {
  return box.querySelector<HTMLElement>('[data-focus-first]') ?? box.querySelector<HTMLElement>('input, select, textarea, button:not([tabindex="-1"]), a[href], [tabindex="0"], [role^=menuitem]') ?? box
}
