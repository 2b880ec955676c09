import { useId } from 'react'
import type { ReactNode } from 'react'

export type CheckProps = {
  readonly label: ReactNode
  readonly checked: boolean
  onChange(checked: boolean): void
  readonly disabled?: boolean
  readonly hint?: string
}

/** A yes or no that takes effect when the form is sent. `mixed` shows that some of several are chosen. */
export function Checkbox({ label, checked, onChange, disabled, hint, mixed = false }: CheckProps & { readonly mixed?: boolean }) {
  const id = useId()
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? id : undefined}
        ref={(input) => {
          if (input) input.indeterminate = mixed && !checked
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
      <Words label={label} hint={hint} id={id} />
    </label>
  )
}

/** A yes or no that takes effect at once. */
export function Switch({ label, checked, onChange, disabled, hint }: CheckProps) {
  const id = useId()
  return (
    <label className="check">
      <input type="checkbox" role="switch" checked={checked} disabled={disabled} aria-describedby={hint ? id : undefined} onChange={(event) => onChange(event.target.checked)} />
      <Words label={label} hint={hint} id={id} />
    </label>
  )
}

const Words = ({ label, hint, id }: { readonly label: ReactNode; readonly hint: string | undefined; readonly id: string }) => (
  <span>
    {label}
    {hint && (
      <span id={id} className="field-hint block">
        {hint}
      </span>
    )}
  </span>
)
