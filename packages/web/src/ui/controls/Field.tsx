import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import type { ReactNode } from 'react'

export type FieldProps = {
  readonly label: string
  /** Hides the label from view but not from readers; for toolbars where the place says it. */
  readonly labelHidden?: boolean
  readonly hint?: ReactNode
  /** What is wrong and what to do; its presence marks the field invalid. */
  readonly error?: string | undefined
  readonly className?: string
}

type Wiring = { readonly id: string; readonly 'aria-describedby': string | undefined; readonly 'aria-invalid': true | undefined }

/** Label above, control, then hint or error, wired for assistive technology. */
export function Field({ label, labelHidden = false, hint, error, className, children }: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={`field ${className ?? ''}`}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className="field-error">
          <CircleAlert aria-hidden="true" />
          {error}
        </span>
      )}
    </div>
  )
}
