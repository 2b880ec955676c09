import { useState } from 'react'
import { Select } from './Select.tsx'
import { TextField } from './TextField.tsx'
import type { Option } from './Select.tsx'

export type FindSelectProps = {
  /** What is chosen: `Initiative`. */
  readonly label: string
  readonly findLabel: string
  readonly options: readonly Option[]
  readonly value: string
  onChange(value: string): void
  readonly error?: string | undefined
}

const mostListed = 200

/** One of many: type to narrow the list down, then choose. Says so where more is found than is listed. */
export function FindSelect({ label, findLabel, options, value, onChange, error }: FindSelectProps) {
  const [find, setFind] = useState('')
  const wanted = find.trim().toLowerCase()
  const found = options.filter((option) => option.label.toLowerCase().includes(wanted))
  const chosen = options.find((option) => option.value === value)
  const listed = found.slice(0, mostListed)
  const shown = chosen && !listed.includes(chosen) ? [chosen, ...listed] : listed
  return (
    <div className="grid gap-2">
      <TextField label={findLabel} type="search" data-focus-first="" value={find} onChange={setFind} />
      <Select
        label={label}
        placeholder={found.length === 0 ? 'None found' : `Choose one of ${found.length}`}
        hint={found.length > mostListed ? `The first ${mostListed} are listed; type to narrow them down.` : undefined}
        error={error}
        value={value}
        options={shown}
        onChange={onChange}
      />
    </div>
  )
}
