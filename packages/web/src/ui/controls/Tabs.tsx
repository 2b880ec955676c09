import { useId, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'

export type Tab<Key extends string> = { readonly key: Key; readonly label: string; readonly count?: number }

export type TabsProps<Key extends string> = {
  /** What the tabs choose between, for readers. */
  readonly label: string
  readonly tabs: readonly Tab<Key>[]
  readonly selected: NoInfer<Key>
  onSelect(key: NoInfer<Key>): void
  /** The panel of the selected tab. */
  readonly children: ReactNode
}

/** Views of one thing. Left and right arrows move, Home and End go to the ends. */
export function Tabs<Key extends string>({ label, tabs, selected, onSelect, children }: TabsProps<Key>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const step = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.key === selected)
    const next = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: (at - 1 + tabs.length) % tabs.length, Home: 0, End: tabs.length - 1 }[event.key]
    const tab = next === undefined ? undefined : tabs[next]
    if (!tab) return
    event.preventDefault()
    onSelect(tab.key)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next ?? 0]?.focus()
  }
  return (
    <div>
      <div role="tablist" aria-label={label} className="tabs" ref={list} onKeyDown={step}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            className="tab"
            id={`${id}-${tab.key}`}
            aria-selected={tab.key === selected}
            aria-controls={tab.key === selected ? `${id}-panel` : undefined}
            tabIndex={tab.key === selected ? 0 : -1}
            onClick={() => onSelect(tab.key)}
          >
            {tab.label}
            {tab.count !== undefined && <span className="quiet figures"> {tab.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`} tabIndex={0} className="tab-panel">
        {children}
      </div>
    </div>
  )
}
