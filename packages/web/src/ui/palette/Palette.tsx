import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useModal } from '../overlays/Dialog.tsx'
import { groupRanked, rankCommands } from './rank.ts'
import type { Command, Ranked } from './rank.ts'

export type PaletteProps = {
  readonly commands: readonly Command[]
  /** Finds things beyond the commands while a person types; answers may come late or not at all. */
  search?(query: string, signal: AbortSignal): Promise<readonly Command[]>
  onClose(): void
}

/** Type to act: the input keeps focus, arrows choose, Enter runs, Escape closes. */
export default function Palette({ commands, search, onClose }: PaletteProps) {
  const id = useId()
  const dialog = useModal(onClose)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const found = useFound(query, search)
  const groups = useMemo(() => groupRanked([...rankCommands(query, commands), ...found.map((command) => ({ command, at: [] }))]), [query, commands, found])
  const flat = groups.flatMap((group) => group.items)
  const at = Math.min(active, flat.length - 1)
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [at, dialog])
  const run = (item: Ranked | undefined): void => {
    if (!item) return
    onClose()
    item.command.run()
  }
  const onKey = (event: KeyboardEvent): void => {
    const next = { ArrowDown: (at + 1) % Math.max(1, flat.length), ArrowUp: (at - 1 + flat.length) % Math.max(1, flat.length), PageDown: Math.min(at + 8, flat.length - 1), PageUp: Math.max(0, at - 8) }[event.key]
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(flat[at])
    if (next === undefined) return
    event.preventDefault()
    setActive(next)
  }
  return (
    <dialog ref={dialog} className="dialog palette" aria-label="Search and commands">
      <input
        data-focus-first=""
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={flat[at] ? `${id}-${at}` : undefined}
        aria-label="Search or type a command"
        placeholder="Search or type a command"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKey}
      />
      <div className="palette-list" id={`${id}-list`} role="listbox" aria-label="Results">
        {groups.map(({ group, items }) => (
          <div key={group} role="group" aria-label={group}>
            <div className="menu-heading" role="presentation">
              {group}
            </div>
            {items.map((item) => {
              const index = flat.indexOf(item)
              return <Choice key={item.command.key} id={`${id}-${index}`} item={item} selected={index === at} onPoint={() => setActive(index)} onRun={() => run(item)} />
            })}
          </div>
        ))}
      </div>
      {flat.length === 0 && (
        <p className="px-5 pb-4 quiet" role="status">
          Nothing found for “{query}”
        </p>
      )}
      <div className="palette-foot" aria-hidden="true">
        <span>↑↓ choose</span>
        <span>Enter open</span>
        <span>Esc close</span>
      </div>
    </dialog>
  )
}

type ChoiceProps = { readonly id: string; readonly item: Ranked; readonly selected: boolean; onPoint(): void; onRun(): void }

function Choice({ id, item, selected, onPoint, onRun }: ChoiceProps) {
  const { command, at } = item
  return (
    <div id={id} role="option" aria-selected={selected} className="palette-option" onPointerMove={selected ? undefined : onPoint} onClick={onRun}>
      {command.icon}
      <span>{[...command.label].map((letter, index) => (at.includes(index) ? <mark key={index}>{letter}</mark> : letter))}</span>
      {command.note && <small>{command.note}</small>}
    </div>
  )
}

/** What the search finds for the text as it settles; an older answer never replaces a newer one. */
function useFound(query: string, search: PaletteProps['search']): readonly Command[] {
  const settled = useDeferredValue(query).trim()
  const [answer, setAnswer] = useState<{ readonly query: string; readonly commands: readonly Command[] }>({ query: '', commands: [] })
  useEffect(() => {
    if (!search || settled.length < 2) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      search(settled, stop.signal).then(
        (commands) => stop.signal.aborted || setAnswer({ query: settled, commands }),
        () => stop.signal.aborted || setAnswer({ query: settled, commands: [] }),
      )
    }, 120)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [settled, search])
  return settled.length < 2 ? none : answer.commands
}
const none: readonly Command[] = []
