import { X } from 'lucide-react'
import { createContext, useCallback, useContext, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Button, IconButton } from '../controls/Button.tsx'
import { Mark } from '../display/Status.tsx'
import type { Tone } from '../tone.ts'

export type ToastMessage = {
  readonly message: string
  readonly tone?: Tone
  readonly act?: { readonly label: string; onSelect(): void }
}

const ToastContext = createContext<(toast: ToastMessage) => void>(() => {})

/** Shows a passing message; those with tone `bad` stay until dismissed. */
export const useToast = (): ((toast: ToastMessage) => void) => useContext(ToastContext)

/** Holds the passing messages of everything below it. */
export function ToastRegion({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly (ToastMessage & { readonly key: number })[]>([])
  const last = useRef(0)
  const dismiss = useCallback((key: number) => setShown((all) => all.filter((toast) => toast.key !== key)), [])
  const show = useCallback(
    (toast: ToastMessage) => {
      const key = ++last.current
      setShown((all) => [...all.slice(-3), { ...toast, key }])
      if (toast.tone !== 'bad') setTimeout(() => dismiss(key), toast.act ? 10_000 : 6_000)
    },
    [dismiss],
  )
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {shown.map((toast) => (
          <div key={toast.key} className="toast">
            {toast.tone && <Mark tone={toast.tone} />}
            <div>{toast.message}</div>
            {toast.act && (
              <Button
                kind="link"
                onClick={() => {
                  toast.act?.onSelect()
                  dismiss(toast.key)
                }}
              >
                {toast.act.label}
              </Button>
            )}
            <IconButton label="Dismiss" icon={<X aria-hidden="true" />} onClick={() => dismiss(toast.key)} />
          </div>
        ))}
      </div>
    </ToastContext>
  )
}
