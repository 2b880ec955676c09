import { Field } from './Field.tsx'
import type { FieldProps } from './Field.tsx'

export type Option<Value extends string = string> = { readonly value: Value; readonly label: string; readonly disabled?: boolean }

export type SelectProps<Value extends string> = FieldProps & {
  readonly value: Value | ''
  readonly options: readonly Option<Value>[]
  onChange(value: NoInfer<Value>): void
  /** Shown while nothing is chosen, and `Choose` without it, unless the empty value is one of the options. */
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly required?: boolean
}

/** One of a list. The platform's own list: it works with every keyboard, reader and phone. */
export function Select<Value extends string>({ label, labelHidden, hint, error, className, value, options, onChange, placeholder, ...rest }: SelectProps<Value>) {
  return (
    <Field {...{ label, labelHidden, hint, error, className }}>
      {(wiring) => (
        <select {...rest} {...wiring} className="select" value={value} onChange={(event) => chosen(options, event.target.value, onChange)}>
          {(placeholder !== undefined || (value === '' && options.every((option) => option.value !== value))) && (
            <option value="" disabled>
              {placeholder ?? 'Choose'}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function chosen<Value extends string>(options: readonly Option<Value>[], value: string, onChange: (value: Value) => void): void {
  const option = options.find((candidate) => candidate.value === value)
  if (option) onChange(option.value)
}
