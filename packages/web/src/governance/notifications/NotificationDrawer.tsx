import { notificationRoutes, type Notification } from '@throughline/contract/governance'
import { useState } from 'react'
import { Drawer } from '../../ui/overlays/Dialog.tsx'
import { useAct, useRead, type Reading } from '../../wire/index.ts'
import { usePages } from '../use-pages.ts'
import { notificationWords as say } from '../words.ts'
import { NotificationPanel } from './NotificationPanel.tsx'

const ofThisRoom = { staleRoom: 'governance' } as const

/** What the reader was told, at the side of any page. */
export default function NotificationDrawer({ onClose }: { onClose(): void }) {
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
