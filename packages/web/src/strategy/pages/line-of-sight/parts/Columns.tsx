import type { Sight, SightRef, SightThing } from '@throughline/contract/strategy'
import { Fragment, useRef, useState, type KeyboardEvent } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { curve, curvesOf, keyOf, passing, passingRow, pitchPx, stepFrom, tracedFrom } from '../trace.ts'
import { columnWords, kindWords, sightWords } from '../words.ts'

/** Width of the space between two columns, in px. */
const gutterPx = 44

/** A line of sight in columns, from objectives to evidence. What is pointed at or stands in focus shows its own line; choosing it follows that one. */
export function Columns({ sight, onFollow }: { readonly sight: Sight; onFollow(thing: SightRef): void }) {
  const subject = keyOf(sight.subject)
  const [at, setAt] = useState(subject)
  const [pointed, setPointed] = useState<string>()
  const box = useRef<HTMLDivElement>(null)
  const traced = tracedFrom(sight.links, pointed ?? at)
  const stop = sight.columns.some(({ things }) => things.some((thing) => keyOf(thing) === at)) ? at : subject
  const curves = curvesOf(sight)
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = stepFrom(sight, stop, event.key)
    if (next === undefined) return
    event.preventDefault()
    setAt(next)
    box.current?.querySelector<HTMLElement>(`[data-thing="${CSS.escape(next)}"]`)?.focus()
  }
  return (
    <div ref={box} role="group" aria-label={`${sightWords.title}. ${sightWords.keys}`} className="flex min-w-[1040px] items-start" style={{ minWidth: sight.columns.length > 5 ? 1240 + 200 * (sight.columns.length - 6) : undefined }} onKeyDown={onKeyDown} onMouseLeave={() => setPointed(undefined)}>
      {sight.columns.map(({ column, things, omitted }, index) => (
        <Fragment key={column}>
          <section aria-label={columnWords[column].title} className="min-w-0 flex-1">
            <h2 className="mb-2 flex h-6 items-baseline gap-2 text-body font-semibold">{columnWords[column].title} <span className="figures quiet font-normal">{things.length + omitted}</span></h2>
            {things.length === 0 && <p className="flex items-center rounded-node border border-dashed border-border-strong px-3 text-ink-3" style={{ height: pitchPx - 8 }}>{columnWords[column].none}</p>}
            <ul>{things.map((thing) => <Thing key={keyOf(thing)} {...{ thing, stop, traced, onFollow }} isSubject={keyOf(thing) === subject} onPoint={setPointed} onFocus={setAt} />)}</ul>
            <Passing links={passing(sight, index)} traced={traced} />
            {omitted > 0 && <p className="quiet px-1">{omitted} more are not listed</p>}
          </section>
          {index < sight.columns.length - 1 && <Gutter curves={curves[index] ?? []} traced={traced} rows={Math.max(passingRow({ things, omitted }) + 1, (sight.columns[index + 1]?.things.length ?? 0) + 2)} />}
        </Fragment>
      ))}
    </div>
  )
}

type ThingProps = { readonly thing: SightThing; readonly stop: string; readonly traced: ReadonlySet<string>; readonly isSubject: boolean; onFollow(thing: SightRef): void; onPoint(key: string): void; onFocus(key: string): void }

function Thing({ thing, stop, traced, isSubject, onFollow, onPoint, onFocus }: ThingProps) {
  const format = useFormat()
  const key = keyOf(thing)
  const note = [thing.note, thing.on === null ? '' : format.date(thing.on)].filter((part) => part !== '').join(' · ')
  const look = isSubject ? 'border-accent bg-selected ring-1 ring-accent' : traced.has(key) ? 'border-border-strong bg-surface' : 'border-border bg-canvas'
  return (
    <li style={{ height: pitchPx }}>
      <button
        type="button" data-thing={key} tabIndex={key === stop ? 0 : -1} aria-current={isSubject || undefined} title={`${kindWords[thing.kind]}: ${thing.name}${note === '' ? '' : `\n${note}`}`} style={{ height: pitchPx - 8 }}
        className={`block w-full rounded-node border px-3 py-1.5 text-left hover:border-accent ${look}`}
        onClick={() => onFollow(thing)} onMouseEnter={() => onPoint(key)} onFocus={() => onFocus(key)}
      >
        <span className={`block truncate ${traced.has(key) ? 'font-medium' : 'text-ink-2'}`}>{thing.name}</span>
        <span className="quiet block truncate text-meta">{note || kindWords[thing.kind]}</span>
      </button>
    </li>
  )
}

/** Where links pass below a column: one line for all of them, which stands out where one of them is on the line of what is looked at. */
function Passing({ links, traced }: { readonly links: ReturnType<typeof passing>; readonly traced: ReadonlySet<string> }) {
  if (links.length === 0) return null
  const on = links.filter(({ from, to }) => traced.has(from) && traced.has(to))
  const colour = on.length === 0 ? 'border-border' : on.every(({ hurts }) => hurts) ? 'border-bad' : 'border-accent'
  return <i aria-hidden="true" className={`block ${colour} ${on.length > 0 ? 'border-t-2' : 'border-t'}`} style={{ marginTop: (pitchPx - 8) / 2, marginBottom: (pitchPx - 8) / 2 }} />
}

/** The links of a gutter: those on the line of what is looked at stand out, those that hurt are dashed. */
function Gutter({ curves, traced, rows }: { readonly curves: ReturnType<typeof curvesOf>[number]; readonly traced: ReadonlySet<string>; readonly rows: number }) {
  const on = ({ from, to }: (typeof curves)[number]): boolean => traced.has(from) && traced.has(to)
  const height = Math.max(1, rows) * pitchPx
  return (
    <svg aria-hidden="true" width={gutterPx} height={height} viewBox={`0 0 ${gutterPx} ${height}`} className="mt-8 shrink-0" fill="none">
      {curves.toSorted((a, b) => Number(on(a)) - Number(on(b))).map((link) => (
        <path key={`${link.from} ${link.to}`} d={curve(link.fromRow, link.toRow, gutterPx)} stroke={on(link) ? (link.hurts ? 'var(--bad)' : 'var(--accent)') : 'var(--border)'} strokeWidth={on(link) ? 1.75 : 1} strokeDasharray={link.hurts ? '4 3' : undefined} />
      ))}
    </svg>
  )
}
