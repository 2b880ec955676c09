import { notificationRoutes, type Notification } from '@throughline/contract/governance'
import { Bell as BellIcon } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import { useSignedIn } from '../../people/index.ts'
import { Button, IconButton } from '../../ui/controls/Button.tsx'
import { Drawer } from '../../ui/overlays/Dialog.tsx'
import { useToast } from '../../ui/overlays/Toast.tsx'
import { useAct, useRead, type Reading } from '../../wire/index.ts'
import { useLive } from '../../wire/use-live.ts'
import { usePages } from '../use-pages.ts'
import { notificationWords as say } from '../words.ts'
import { NotificationPanel } from './NotificationPanel.tsx'

const ofThisRoom = { staleRoom: 'governance' } as const
const quietMs = 15_000

/** How much the reader was told and has not read, and the way to it. While it is shown, the page keeps up with what others do. */
export function Bell() {
  const session = useSignedIn()
  const [open, setOpen] = useState(false)
  const count = useRead(notificationRoutes.countUnread, {})
  useLive(session?.account.id, useUpdatedBy())
  const unread = count.state === 'full' ? count.value.unread : 0
  const icon = <BellIcon aria-hidden="true" />
  return (
    <>
      {unread === 0 ? (
        <IconButton label={say.bell(0)} icon={icon} aria-haspopup="dialog" onClick={() => setOpen(true)} />
      ) : (
        <Button kind="quiet" icon={icon} aria-label={say.bell(unread)} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <span className="figures" aria-hidden="true">{unread >= 100 ? '99+' : unread}</span>
        </Button>
      )}
      {open && <NotificationDrawer onClose={() => setOpen(false)} />}
    </>
  )
}

/** Says quietly by whom something on the screen was changed, at most every quarter of a minute. */
function useUpdatedBy(): (by: readonly string[]) => void {
  const toast = useToast()
  const last = useRef(-Infinity)
  return useCallback(
    (by) => {
      if (performance.now() - last.current < quietMs) return
      last.current = performance.now()
      toast({ message: say.updatedBy(by) })
    },
    [toast],
  )
}

function NotificationDrawer({ onClose }: { onClose(): void }) {
  const [unreadOnly, setUnreadOnly] = useState(false)
  const { pages, more } = usePages(notificationRoutes.listNotifications, unreadOnly ? { unread: true } : {})
  const choices = useRead(notificationRoutes.readChoices, {})
  const markRead = useAct(notificationRoutes.markRead, ofThisRoom)
  const choose = useAct(notificationRoutes.changeChoices, { ...ofThisRoom, answers: notificationRoutes.readChoices })
  const list: Reading<readonly Notification[]> = pages.state === 'full' ? { ...pages, value: pages.value.flatMap(({ notifications }) => notifications) } : pages
  return (
    <Drawer open title={say.title} onClose={onClose}>
      {/* A link leads to another page: what stands in its way is closed. */}
      <div onClick={(event) => event.target instanceof Element && event.target.closest('a') && onClose()}>
        <NotificationPanel
          notifications={list} more={more} unreadOnly={unreadOnly} choices={choices} onUnreadOnly={setUnreadOnly}
          onRead={(ids) => void markRead.run({ body: { ids: ids === 'all' ? 'all' : [...ids] } })} onChoose={(reason, inApp) => void choose.run({ body: { choices: { [reason]: inApp } } })}
        />
      </div>
    </Drawer>
  )
}
