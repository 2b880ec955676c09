import { useRef, useState } from 'react'
import type { KeyboardEvent, ReactElement, ReactNode } from 'react'
import { Check } from 'lucide-react'
import { Popover } from './Popover.tsx'
import type { Side } from './place.ts'

export type MenuItem =
  | {
      readonly kind?: 'act'
      readonly key: string
      readonly label: string
      readonly icon?: ReactNode
      readonly shortcut?: string
      /** Ticked or not, for items that switch something. */
      readonly checked?: boolean
      readonly disabled?: boolean
      readonly tone?: 'bad'
      onSelect(): void
    }
  | { readonly kind: 'heading'; readonly key: string; readonly label: string }
  | { readonly kind: 'line'; readonly key: string }

export type MenuTriggerProps = { readonly 'aria-haspopup': 'menu'; readonly 'aria-expanded': boolean; onClick(event: { currentTarget: Element }): void }

export type MenuProps = {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly side?: Side
  /** Draws the button that opens the menu; give it the props. */
  readonly trigger: (props: MenuTriggerProps) => ReactElement
}

/** A button that opens a list of acts. Arrows move, letters jump, Escape closes. */
export function Menu({ label, items, side, trigger }: MenuProps) {
  const [anchor, setAnchor] = useState<Element | null>(null)
  return (
    <>
      {trigger({ 'aria-haspopup': 'menu', 'aria-expanded': anchor !== null, onClick: (event) => setAnchor(anchor ? null : event.currentTarget) })}
      <MenuList {...{ label, items, side, anchor }} onClose={() => setAnchor(null)} />
    </>
  )
}

/** The list of a menu alone, for callers that open it themselves, as on a right click. */
export function MenuList({ label, items, side, anchor, onClose }: Omit<MenuProps, 'trigger'> & { readonly anchor: Element | null; onClose(): void }) {
  const typed = useRef({ text: '', at: 0 })
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')]
    const at = stops.indexOf(event.target instanceof HTMLElement ? event.target : event.currentTarget)
    const next = nextStop(event.key, at, stops, typed.current)
    if (event.key === 'Tab') onClose()
    if (next === undefined) return
    event.preventDefault()
    stops[next]?.focus()
  }
  return (
    <Popover open={anchor !== null} role="menu" className="menu" onKeyDown={move} {...{ anchor, label, side, onClose }}>
      {items.map((item) =>
        item.kind === 'line' ? (
          <hr key={item.key} />
        ) : item.kind === 'heading' ? (
          <div key={item.key} className="menu-heading" role="presentation">
            {item.label}
          </div>
        ) : (
          <button
            key={item.key}
            type="button"
            role={item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
            aria-checked={item.checked}
            aria-disabled={item.disabled || undefined}
            data-tone={item.tone}
            className="menu-item"
            tabIndex={-1}
            onClick={() => {
              if (item.disabled) return
              onClose()
              item.onSelect()
            }}
          >
            {item.checked === undefined ? item.icon : item.checked ? <Check aria-hidden="true" /> : <span className="w-4" />}
            {item.label}
            {item.shortcut && <span className="key">{item.shortcut}</span>}
          </button>
        ),
      )}
    </Popover>
  )
}

/** Index that a key leads to; letters gather into a prefix while typed within half a second. */
function nextStop(key: string, at: number, stops: readonly HTMLElement[], typed: { text: string; at: number }): number | undefined {
  const fixed = { ArrowDown: (at + 1) % stops.length, ArrowUp: (at - 1 + stops.length) % stops.length, Home: 0, End: stops.length - 1 }[key]
  if (fixed !== undefined || key.length !== 1 || key === ' ') return fixed
  const now = performance.now()
  typed.text = now - typed.at < 500 ? typed.text + key.toLowerCase() : key.toLowerCase()
  typed.at = now
  const found = stops.findIndex((stop) => stop.textContent?.trim().toLowerCase().startsWith(typed.text))
  return found < 0 ? undefined : found
}
