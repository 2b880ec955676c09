import type { ActivityEntry } from '@throughline/contract/governance'
import { useFormat } from '../../format/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { actDone, changeWords, discussionWords as say, placeAsOf, subjectWords } from '../words.ts'
import { CommentText } from './CommentText.tsx'

export type HappeningsProps = {
  readonly entries: readonly ActivityEntry[]
  readonly currency: string
  /** The thing that the list is about: its own name need not be repeated. */
  readonly about?: string
  readonly more: { readonly left: boolean; readonly busy: boolean; onMore(): void }
}

const mostChanges = 4

/** What happened, newest first: who did what, from what to what, and why; with the page as it was just before and after. */
export function Happenings({ entries, currency, about, more }: HappeningsProps) {
  return (
    <div className="grid gap-3">
      <ol className="divide-y divide-border">{entries.map((entry) => <Happening key={entry.id} {...{ entry, currency }} named={entry.subject.id !== about} />)}</ol>
      {more.left && <div><Button busy={more.busy} onClick={more.onMore}>{say.olderChanges}</Button></div>}
    </div>
  )
}

function Happening({ entry, currency, named }: { readonly entry: ActivityEntry; readonly currency: string; readonly named: boolean }) {
  const format = useFormat()
  const { at, by, act, subject, why, changes, comment } = entry
  const shown = changes.slice(0, mostChanges)
  return (
    <li className="grid gap-1 py-3">
      <p className="break-words">
        <strong className="font-semibold"><bdi>{by.name}</bdi></strong> {actDone(act)}
        {named && <> {subject.place ? <a href={subject.place}><bdi>{subjectWords(subject)}</bdi></a> : <bdi>{subjectWords(subject)}</bdi>}</>}
        {!comment && shown.length > 0 && ': '}
        {!comment && shown.map((change, index) => <span key={change.field}>{index > 0 && '; '}<ChangeText {...{ change, currency }} /></span>)}
        {!comment && changes.length > mostChanges && ` ${say.andMore(changes.length - mostChanges)}`}
        {why && <>, because “<bdi>{why}</bdi>”</>}
      </p>
      {comment && (comment.removedAt ? <p className="quiet">{say.takenBack}</p> : <CommentText comment={comment} />)}
      <p className="quiet flex flex-wrap gap-x-3">
        <time dateTime={at} className="figures">{format.instant(at)}</time>
        {!comment && subject.place && (
          <>
            <a href={placeAsOf(subject.place, at, -1)}>{say.before}</a>
            <a href={placeAsOf(subject.place, at, 1)}>{say.after}</a>
          </>
        )}
      </p>
    </li>
  )
}

function ChangeText({ change, currency }: { readonly change: ActivityEntry['changes'][number]; readonly currency: string }) {
  const format = useFormat()
  const { field, before, after } = changeWords(change, currency, format.moneyShort)
  return (
    <>
      {field}
      {before !== undefined && <> from <del className="text-ink-2 no-underline" title={before}><bdi>{cut(before)}</bdi></del></>} to <ins className="no-underline" title={after}><bdi>{cut(after)}</bdi></ins>
    </>
  )
}

const cut = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text)
