import type { ActivityEntry } from '@throughline/contract/governance'
import { useState, type ReactNode } from 'react'
import { useFormat } from '../../format/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { adds, isPlain, isTold, kindCount, sentenceOf } from '../acts.ts'
import { changeWords } from '../fields.ts'
import { discussionWords as say, placeAsOf } from '../words.ts'
import { CommentText } from './CommentText.tsx'

/** Something that happened; of an act that changed more, how much of each kind (`kind`: that of the entry itself), and whether it was too much to be counted. */
export type Happened = { readonly entry: ActivityEntry; readonly kind?: string; readonly counts?: readonly { readonly kind: string; readonly count: number }[]; readonly more?: boolean }
export type HappeningsProps = {
  readonly happened: readonly Happened[]
  readonly currency: string
  /** The thing that the list is about: its own name need not be repeated. */
  readonly about?: string
  /** Names of things that changes mention by id. */
  readonly nameOf?: (id: string) => string | undefined
  /** What else an act changed, or all that it changed (`asWhole`); read when it is asked for. */
  readonly others?: (entry: ActivityEntry, asWhole: boolean) => ReactNode
  readonly more: { readonly left: boolean; readonly busy: boolean; onMore(): void }
}

const mostChanges = 4

/** What happened, newest first: who did what, from what to what, and why; with the page as it was just before and after. */
export function Happenings({ happened, about, more, ...rest }: HappeningsProps) {
  return (
    <div className="grid gap-3">
      <ol className="divide-y divide-border">{happened.map((one) => <Happening key={one.entry.id} {...one} {...rest} named={one.entry.subject.id !== about} />)}</ol>
      {more.left && <div><Button busy={more.busy} onClick={more.onMore}>{say.olderChanges}</Button></div>}
    </div>
  )
}

/** What one act changed, thing by thing: who, when and why stand above. */
export function ChangedThings({ entries, more, ...writing }: Pick<HappeningsProps, 'currency' | 'nameOf' | 'more'> & { readonly entries: readonly ActivityEntry[] }) {
  return (
    <div className="grid gap-3">
      <ul className="divide-y divide-border">
        {entries.map((entry) => {
          const added = entry.changes.every(({ before }) => before === null)
          return (
            <li key={entry.id} className="break-words py-3">
              <Named entry={entry} />
              {added && <span className="quiet"> {say.isNew}</span>}
              <Changes changes={entry.changes.filter(({ field }) => isPlain(field, added))} added={added} {...writing} />
            </li>
          )
        })}
      </ul>
      {more.left && <div><Button busy={more.busy} onClick={more.onMore}>{say.olderChanges}</Button></div>}
    </div>
  )
}

type HappeningProps = Happened & Pick<HappeningsProps, 'currency' | 'nameOf' | 'others'> & { readonly named: boolean }

function Happening({ entry, kind = entry.subject.kind, counts = [], more = false, named, others, ...writing }: HappeningProps) {
  const format = useFormat()
  const { at, by, act, subject, why, changes, comment } = entry
  const { before, after, names } = sentenceOf(act, changes.find(({ field }) => field === 'state')?.after)
  // An act that names no one thing is told by everything that it changed, unless that was one thing.
  const asWhole = !names && (more || counts.reduce((sum, { count }) => sum + count, 0) > 1)
  const besides = asWhole ? counts : withoutOne(counts, kind)
  const told = asWhole ? [] : changes.filter(({ field }) => isTold(act, field))
  return (
    <li className="grid gap-1 py-3">
      <p className="break-words">
        <strong className="font-semibold"><bdi>{by.name}</bdi></strong> {comment ? 'said' : before}
        {!comment && names && (named ? <Named entry={entry} /> : 'it')}
        {!comment && after}
        {!comment && <Changes changes={told} added={adds(act)} {...writing} />}
        {why && <>, because “<bdi>{why}</bdi>”</>}
      </p>
      {comment && (comment.removedAt ? <p className="quiet">{say.takenBack}</p> : <CommentText comment={comment} />)}
      {others && besides.length > 0 && <Others words={besidesWords(besides, { asWhole, more, format })}>{() => others(entry, asWhole)}</Others>}
      <p className="quiet flex flex-wrap gap-x-3">
        <time dateTime={at} className="figures">{format.instant(at)}</time>
        {!comment && subject.place && (
          <>
            <a href={placeAsOf(subject.place, at, -1)} title={say.beforeWhy}>{say.before}</a>
            <a href={placeAsOf(subject.place, at, 1)} title={say.afterWhy}>{say.after}</a>
          </>
        )}
      </p>
    </li>
  )
}

/** What a change itself says of the name of a thing that has none by now. */
const saidName = ({ changes }: ActivityEntry): unknown => changes.filter(({ field }) => /^(name|title|statement|fileName|email)$/.test(field)).map(({ before, after }) => after ?? before)[0]

function Named({ entry }: { readonly entry: ActivityEntry }) {
  const { name, kind, place } = entry.subject
  const said = saidName(entry)
  const words = name ?? (typeof said === 'string' ? said : kind.replaceAll('_', ' '))
  return place ? <a href={place}><bdi>{words}</bdi></a> : <bdi>{words}</bdi>
}

function besidesWords(counts: NonNullable<Happened['counts']>, { asWhole, more, format }: { readonly asWhole: boolean; readonly more: boolean; readonly format: Pick<ReturnType<typeof useFormat>, 'number'> }): string {
  const number = (count: number) => format.number(count, 0)
  const words = more ? say.mostChanges(number(1_000)) : counts.map(({ kind, count }) => kindCount(kind, count, number)).join(', ')
  return asWhole ? words : say.andOthers(words)
}

/** The counts without the one thing that the sentence is about. */
const withoutOne = (counts: NonNullable<Happened['counts']>, kind: string) => counts.map((one) => (one.kind === kind ? { ...one, count: one.count - 1 } : one)).filter(({ count }) => count > 0)

function Changes({ changes, added, currency, nameOf }: Pick<ActivityEntry, 'changes'> & { readonly added: boolean } & Pick<HappeningsProps, 'currency' | 'nameOf'>) {
  const format = useFormat()
  const shown = changes.map((change) => changeWords(change, { currency, money: format.moneyShort, dates: format, ...(nameOf ? { nameOf } : {}) })).filter(({ after }) => !added || (after !== undefined && after !== 'nothing' && after !== '0'))
  if (shown.length === 0) return null
  return (
    <>
      {': '}
      {shown.slice(0, mostChanges).map(({ field, before, after }, index) => (
        <span key={field}>
          {index > 0 && '; '}
          {!(isSaid(field) && added) && field}
          {isSaid(field) && added ? <>“<bdi>{cut(after ?? '')}</bdi>”</> : after === undefined ? ` ${say.changedOnly}` : <FromTo {...{ before, after }} added={added} />}
        </span>
      ))}
      {shown.length > mostChanges && ` ${say.andMore(shown.length - mostChanges)}`}
    </>
  )
}

/** What somebody wrote speaks for itself. */
const isSaid = (field: string): boolean => field === 'text' || field === 'remark'

function FromTo({ before, after, added }: { readonly before: string | undefined; readonly after: string; readonly added: boolean }) {
  return (
    <>
      {before !== undefined && !added && <> from <del className="text-ink-2 no-underline" title={before}><bdi>{cut(before)}</bdi></del></>}
      {added ? ' ' : ' to '}
      <ins className="no-underline" title={after}><bdi>{cut(after)}</bdi></ins>
    </>
  )
}

function Others({ words, children }: { readonly words: string; readonly children: () => ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words}</summary>
      {open && <div className="pl-5">{children()}</div>}
    </details>
  )
}

const cut = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text)
