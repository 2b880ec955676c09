import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../../../../ui/controls/Button.tsx'

type PanelFrameProps = { readonly label: string; readonly title: string; onClose(): void; readonly children: ReactNode }

/** What stands beside the map of whatever is selected on it. */
export function PanelFrame({ label, title, onClose, children }: PanelFrameProps) {
  return (
    <aside aria-label={label} tabIndex={0} className="card sticky top-4 grid max-h-[calc(100dvh-32px)] grid-cols-[minmax(0,1fr)] content-start gap-4 overflow-auto p-4">
      <div className="flex items-start gap-2">
        <h2 className="grow">{title}</h2>
        <IconButton label="Close the objective" icon={<X aria-hidden="true" />} onClick={onClose} />
      </div>
      {children}
    </aside>
  )
}
