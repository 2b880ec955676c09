import { X } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { IconButton } from '../controls/Button.tsx'

export type DialogProps = {
  readonly open: boolean
  readonly title: string
  readonly subtitle?: string
  readonly size?: 'normal' | 'wide'
  /** Escape, the scrim and the cross; keep the dialog open by leaving `open` true. */
  onClose(): void
  /** Buttons at the foot, the main one last. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

/** Asks or shows one thing before the page goes on. Put `data-focus-first` on the control that gets focus. */
export function Dialog(props: DialogProps) {
  return props.open ? <Modal {...props} className="dialog" /> : null
}

/** A sheet at the side for looking closer while the page stays in sight. */
export function Drawer(props: DialogProps) {
  return props.open ? <Modal {...props} className="dialog drawer" /> : null
}

function Modal({ title, subtitle, size = 'normal', onClose, foot, children, className }: DialogProps & { className: string }) {
  const id = useId()
  const element = useModal(onClose)
  return (
    <dialog ref={element} className={className} data-size={size} aria-labelledby={id}>
      <div className="dialog-head">
        <div>
          <h2 id={id}>{title}</h2>
          {subtitle && <p>{subtitle}</p>}
        </div>
        <IconButton label="Close" icon={<X aria-hidden="true" />} onClick={onClose} />
      </div>
      <div className="dialog-body">{children}</div>
      {foot && <div className="dialog-foot">{foot}</div>}
    </dialog>
  )
}

/** Opens a dialog element modally for as long as it is mounted, and gives focus back afterwards. */
export function useModal(onClose: () => void) {
  const element = useRef<HTMLDialogElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useLayoutEffect(() => {
    const dialog = element.current
    if (!dialog) return
    const before = document.activeElement
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[data-focus-first]')?.focus()
    const cancel = (event: Event) => {
      if (event.target !== dialog) return
      event.preventDefault()
      close.current()
    }
    const outside = (event: MouseEvent) => {
      if (event.target === dialog && !inside(dialog, event)) close.current()
    }
    // The browser may close a dialog without asking, where nobody has touched the page since the last one.
    const closed = () => dialog.open || close.current()
    dialog.addEventListener('cancel', cancel)
    dialog.addEventListener('close', closed)
    dialog.addEventListener('mousedown', outside)
    return () => {
      dialog.removeEventListener('cancel', cancel)
      dialog.removeEventListener('close', closed)
      dialog.removeEventListener('mousedown', outside)
      dialog.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return element
}

function inside(dialog: HTMLElement, event: MouseEvent): boolean {
  const box = dialog.getBoundingClientRect()
  return event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom
}
