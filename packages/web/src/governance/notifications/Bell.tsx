import { notificationRoutes } from '@throughline/contract/governance'
import { Bell as BellIcon } from 'lucide-react'
import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { useSignedIn } from '../../people/index.ts'
import { Button, IconButton } from '../../ui/controls/Button.tsx'
import { useToast } from '../../ui/overlays/Toast.tsx'
import { useRead } from '../../wire/index.ts'
import { useLive } from '../../wire/use-live.ts'
import { notificationWords as say } from '../words.ts'

const NotificationDrawer = lazy(() => import('./NotificationDrawer.tsx'))
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
      {open && <Suspense fallback={null}><NotificationDrawer onClose={() => setOpen(false)} /></Suspense>}
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
