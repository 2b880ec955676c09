import { useState } from 'react'
import { Select } from './Select.tsx'
import { TextField } from './TextField.tsx'
import type { Option } from './Select.tsx'

export type FindSelectProps = {
  /** What is chosen: `Initiative`. */
  readonly label: string
  readonly findLabel: string
  /** All options, or with `onFind` those that fit what was typed. */
  readonly options: readonly Option[]
  /** How many fit, where more do than `options` holds. */
  readonly total?: number
  readonly value: string
  onChange(value: string): void
  /** Somebody else looks for what was typed, and changes the options. */
  onFind?(text: string): void
  readonly error?: string | undefined
}

const mostListed = 200

/** One of many: type to narrow the list down, then choose. Says so where more is found than is listed. An option without a value is a choice as well. */
export function FindSelect({ label, findLabel, options, total, value, onChange, onFind, error }: FindSelectProps) {
  const [find, setFind] = useState('')
  const [kept, setKept] = useState<Option>()
  const wanted = find.trim().toLowerCase()
  const found = onFind ? options : options.filter((option) => option.label.toLowerCase().includes(wanted))
  const count = total ?? found.length
  const chosen = options.find((option) => option.value === value) ?? (kept?.value === value ? kept : undefined)
  const listed = found.slice(0, mostListed)
  const shown = chosen && !listed.includes(chosen) ? [chosen, ...listed] : listed
  return (
    <div className="grid gap-2">
      <TextField
        label={findLabel}
        type="search"
        data-focus-first=""
        value={find}
        onChange={(text) => {
          setFind(text)
          onFind?.(text)
        }}
      />
      <Select
        label={label}
        {...(options.some((option) => option.value === '') ? {} : { placeholder: count === 0 ? 'None found' : `Choose one of ${count}` })}
        hint={count > listed.length ? `The first ${listed.length} are listed; type to narrow them down.` : undefined}
        error={error}
        value={value}
        options={shown}
        onChange={(next) => {
          setKept(shown.find((option) => option.value === next))
          onChange(next)
        }}
      />
    </div>
  )
}
