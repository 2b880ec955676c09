import type { Notification, NotificationChoices, NotificationReason } from '@throughline/contract/governance'
import { useFormat } from '../../format/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Switch } from '../../ui/controls/Check.tsx'
import { EmptyState } from '../../ui/states/states.tsx'
import { Shown, type Reading } from '../../wire/index.ts'
import { discussMark } from '../discussion/Discuss.tsx'
import { notificationWords as say, subjectWords } from '../words.ts'
import { reasonChoices, toldWords } from './told.ts'

export type NotificationPanelProps = {
  readonly notifications: Reading<readonly Notification[]>
  readonly more: { readonly left: boolean; readonly busy: boolean; onMore(): void }
  readonly unreadOnly: boolean
  readonly choices: Reading<NotificationChoices>
  onUnreadOnly(only: boolean): void
  onRead(ids: readonly string[] | 'all'): void
  onChoose(reason: NotificationReason, inApp: boolean): void
}

/** What the reader was told, newest first, and what they want to be told. */
export function NotificationPanel({ notifications, more, unreadOnly, choices, onUnreadOnly, onRead, onChoose }: NotificationPanelProps) {
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Switch label={say.unreadOnly} checked={unreadOnly} onChange={onUnreadOnly} />
        <Button kind="quiet" onClick={() => onRead('all')}>{say.allRead}</Button>
      </div>
      <Shown reading={notifications} what="your notifications" lines={6}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={say.emptyTitle}>{say.empty}</EmptyState>
          ) : (
            <>
              <ul className="divide-y divide-border">{list.map((one) => <Told key={one.id} told={one} onRead={() => onRead([one.id])} />)}</ul>
              {more.left && <div><Button busy={more.busy} onClick={more.onMore}>{say.older}</Button></div>}
            </>
          )
        }
      </Shown>
      <details>
        <summary>{say.choices}</summary>
        <Shown reading={choices} what="your choices" lines={4}>
          {(chosen) => <div className="grid gap-2 py-3">{(Object.keys(reasonChoices) as NotificationReason[]).map((reason) => <Switch key={reason} label={reasonChoices[reason] ?? reason} checked={chosen[reason]} onChange={(inApp) => onChoose(reason, inApp)} />)}</div>}
        </Shown>
      </details>
    </div>
  )
}

function Told({ told, onRead }: { readonly told: Notification; onRead(): void }) {
  const format = useFormat()
  const { subject, words, at, readAt } = told
  const unread = readAt === null
  return (
    <li className="grid gap-1 py-3">
      <div className={unread ? 'font-semibold' : ''}>
        {unread && <span className="visually-hidden">{say.unread}: </span>}
        <bdi>{toldWords(told)}</bdi>
        {subject && <> · {subject.place ? <a href={placeOf(told)} onClick={onRead}><bdi>{subjectWords(subject)}</bdi></a> : <bdi>{subjectWords(subject)}</bdi>}</>}
      </div>
      {words && <p dir="auto" className="break-words text-ink-2">{words}</p>}
      <div className="flex items-center gap-3">
        <time dateTime={at} className="quiet figures">{format.instant(at)}</time>
        {unread && <Button kind="link" onClick={onRead}>Mark as read</Button>}
      </div>
    </li>
  )
}

/** The page of what it is about; where something was said, with the discussion open. */
export function placeOf({ subject, commentId }: Pick<Notification, 'subject' | 'commentId'>): string | undefined {
  if (!subject?.place) return undefined
  if (commentId === null) return subject.place
  return `${subject.place}${subject.place.includes('?') ? '&' : '?'}discuss=${encodeURIComponent(discussMark(subject as { kind: Parameters<typeof discussMark>[0]['kind']; id: string }))}`
}
