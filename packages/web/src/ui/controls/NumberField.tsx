import { useState } from 'react'
import { useLocale } from '../locale.tsx'
import { readNumber, writeNumber } from '../read-number.ts'
import { Field } from './Field.tsx'
import type { FieldProps } from './Field.tsx'

export type NumberFieldProps = FieldProps & {
  /** Plain decimal text such as `-1234.5`, or null for nothing entered. Never a float, so no digit is lost. */
  readonly value: string | null
  onChange(value: string | null): void
  /** Shown after the field, for example `EUR` or `person days`. */
  readonly unit?: string
  readonly min?: number
  readonly max?: number
  /** What the arrow keys add or take away; 1 unless said. */
  readonly step?: number
  readonly disabled?: boolean
  readonly required?: boolean
}

/** A number written in the manner of the locale. Reads on leaving the field or on Enter; says what it could not read. */
export function NumberField({ label, labelHidden, hint, error, className, value, onChange, unit, min, max, step = 1, ...rest }: NumberFieldProps) {
  const locale = useLocale()
  const [draft, setDraft] = useState<string>()
  const [unread, setUnread] = useState<string>()
  const settle = (text: string): void => {
    const outcome = settleNumber(text, locale, min, max)
    setUnread(outcome.message)
    if (outcome.message !== undefined) return
    setDraft(undefined)
    if (outcome.value !== value) onChange(outcome.value)
  }
  const nudge = (by: number): void => {
    const next = Number(value ?? 0) + by
    settle(writeNumber(String(Math.min(max ?? next, Math.max(min ?? next, next))), locale))
  }
  return (
    <Field {...{ label, labelHidden, hint, className }} error={unread ?? error}>
      {(wiring) => (
        <div className="input-box">
          <input
            {...rest}
            {...wiring}
            className="input"
            data-numeric=""
            inputMode="decimal"
            autoComplete="off"
            value={draft ?? (value === null ? '' : writeNumber(value, locale))}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={() => draft !== undefined && settle(draft)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && draft !== undefined) settle(draft)
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
              event.preventDefault()
              nudge(event.key === 'ArrowUp' ? step : -step)
            }}
          />
          {unit && <span className="input-unit">{unit}</span>}
        </div>
      )}
    </Field>
  )
}

/** The number meant by a text within bounds, or the words that say why not. */
export function settleNumber(text: string, locale: string, min?: number, max?: number): { readonly value: string | null; readonly message?: string } {
  if (text.trim() === '') return { value: null }
  const read = readNumber(text, locale)
  if (!read.ok) return { value: null, message: read.refusal.message }
  const number = Number(read.value)
  if (min !== undefined && number < min) return { value: null, message: `The least allowed is ${writeNumber(String(min), locale)}; ${text} is below it.` }
  if (max !== undefined && number > max) return { value: null, message: `The most allowed is ${writeNumber(String(max), locale)}; ${text} is above it.` }
  return { value: read.value }
}
