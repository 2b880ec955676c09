import type { InputHTMLAttributes, ReactNode, Ref } from 'react'
import { Field } from './Field.tsx'
import type { FieldProps } from './Field.tsx'

export type TextFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'className'> & {
    readonly value: string
    onChange(value: string): void
    /** An icon inside, before the text. */
    readonly lead?: ReactNode
    readonly ref?: Ref<HTMLInputElement>
  }

/** One line of text; `type` may be text, email, password, search or date (ISO value). */
export function TextField({ label, labelHidden, hint, error, className, value, onChange, lead, ...rest }: TextFieldProps) {
  return (
    <Field {...{ label, labelHidden, hint, error, className }}>
      {(wiring) => (
        <div className="input-box" data-lead={lead ? '' : undefined}>
          {lead && (
            <span className="input-lead" aria-hidden="true">
              {lead}
            </span>
          )}
          <input type="text" {...rest} {...wiring} className="input" value={value} onChange={(event) => onChange(event.target.value)} />
        </div>
      )}
    </Field>
  )
}

export type TextAreaProps = FieldProps & { readonly value: string; onChange(value: string): void; readonly rows?: number; readonly maxLength?: number; readonly required?: boolean }

/** Several lines of text. */
export function TextArea({ label, labelHidden, hint, error, className, value, onChange, rows = 4, ...rest }: TextAreaProps) {
  return (
    <Field {...{ label, labelHidden, hint, error, className }}>
      {(wiring) => <textarea {...rest} {...wiring} className="input" rows={rows} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  )
}
