import type { PersonName } from '@throughline/contract/governance'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { Finding } from './CommentBox.tsx'
import { begunAt, withMention, type Begun } from './mention.ts'

export type MentionFieldProps = { readonly label: string; readonly value: string; readonly focus: boolean; findPeople: Finding; onChange(text: string): void; onChoose(person: PersonName): void; onSend(): void }

/**
 * Several lines of text in which an @ opens a list of members: up and down move through it, Enter or Tab choose, Escape leaves it. The
 * field keeps the focus and names the current choice, as a combobox does; a list that changes is read out.
 */
export function MentionField({ label, value, focus, findPeople, onChange, onChoose, onSend }: MentionFieldProps) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const { begun, people, current, look, move, leave } = useMentions(findPeople)
  const choose = (person: PersonName | undefined) => {
    if (!begun || !person || !field.current) return
    const next = withMention(value, field.current.selectionStart, begun, person.name)
    onChange(next.text)
    onChoose(person)
    leave()
    const area = field.current
    requestAnimationFrame(() => (area.focus(), area.setSelectionRange(next.cursor, next.cursor)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return (event.preventDefault(), onSend())
    if (people.length === 0) return
    const acts: Readonly<Record<string, () => void>> = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: () => choose(people[current]), Tab: () => choose(people[current]), Escape: leave }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const open = people.length > 0
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">{label}</label>
      <textarea
        ref={field} id={id} className="input" dir="auto" rows={3} value={value} data-focus-first={focus ? '' : undefined} autoFocus={focus}
        aria-autocomplete="list" aria-controls={open ? `${id}-people` : undefined} aria-activedescendant={open ? `${id}-${current}` : undefined} aria-describedby={`${id}-hint`}
        onChange={(event) => {
          onChange(event.target.value)
          look(event.target.value, event.target.selectionStart)
        }}
        onKeyDown={onKeyDown} onBlur={leave}
      />
      {open && (
        <ul id={`${id}-people`} role="listbox" aria-label="Members" className="rounded-node border border-border bg-surface">
          {people.map((person, index) => (
            <li key={person.id} id={`${id}-${index}`} role="option" aria-selected={index === current} className="nav-item" data-current={index === current || undefined} onMouseDown={(event) => (event.preventDefault(), choose(person))}>
              {index === current ? <strong className="font-semibold"><bdi>{person.name}</bdi></strong> : <bdi>{person.name}</bdi>}
            </li>
          ))}
        </ul>
      )}
      <span id={`${id}-hint`} className="field-hint">@ and a name to tell somebody; Ctrl Enter to send</span>
      <span role="status" className="visually-hidden">{open ? `${people.length === 1 ? 'One member' : `${people.length} members`} found; ${people[current]?.name ?? ''}` : ''}</span>
    </div>
  )
}

type Listed = { readonly begun: Begun | undefined; readonly people: readonly PersonName[]; readonly current: number }
const nobody: Listed = { begun: undefined, people: [], current: 0 }

/** The members who fit what is being written; an answer that comes late, for what has been written over, is dropped. */
function useMentions(findPeople: Finding) {
  const [listed, setListed] = useState(nobody)
  const asking = useRef<AbortController>(undefined)
  useEffect(() => () => asking.current?.abort(), [])
  const leave = () => {
    asking.current?.abort()
    setListed(nobody)
  }
  const look = (text: string, cursor: number) => {
    const begun = begunAt(text, cursor)
    if (!begun) return leave()
    asking.current?.abort()
    const asked = (asking.current = new AbortController())
    // A question that was given up ends with an error of its own; the one asked after it goes on.
    findPeople(begun.find, asked.signal).then((people) => asked.signal.aborted || setListed({ begun, people, current: 0 }), () => asked.signal.aborted || leave())
  }
  const move = (by: number) => setListed((before) => ({ ...before, current: (before.current + by + before.people.length) % before.people.length }))
  return { ...listed, look, move, leave }
}
