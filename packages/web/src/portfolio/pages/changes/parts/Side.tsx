import { useFormat } from '../../../../format/index.ts'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import type { Moment } from '../../../../wire/index.ts'
import { clockOf, instantOf, type Position } from '../../../moment/words.ts'

export type SideProps = {
  readonly label: string
  /** What no moment means on this side: `Now`, `The beginning`. */
  readonly none: string
  readonly moment: Moment
  readonly positions: readonly Position[]
  onChange(moment: Moment): void
}

/** One side of a comparison: a publication's position, a day, or nothing named. */
export function Side({ label, none, moment, positions, onChange }: SideProps) {
  const format = useFormat()
  const kind = moment.position ? `position ${moment.position}` : moment.asOf ? 'day' : 'none'
  const clock = moment.asOf ? clockOf(moment.asOf) : undefined
  const choose = (value: string): void => {
    if (value === 'none') onChange({})
    else if (value === 'day') onChange({ asOf: new Date().toISOString() })
    else onChange({ position: value.replace('position ', '') })
  }
  const set = (day: string, time: string): void => {
    const asOf = instantOf(day, time)
    if (asOf) onChange({ asOf })
  }
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Select
        label={label}
        value={kind}
        options={[{ value: 'none', label: none }, { value: 'day', label: 'What was known on a day' }, ...[...positions].reverse().map(({ asOf, title }) => ({ value: `position ${asOf}`, label: `${title}, ${format.date(asOf)}` }))]}
        onChange={choose}
      />
      {clock && (
        <>
          <TextField label={`${label}: day`} type="date" value={clock.day} onChange={(day) => set(day, clock.time)} />
          <TextField label={`${label}: time`} type="time" value={clock.time} onChange={(time) => set(clock.day, time)} />
        </>
      )}
    </div>
  )
}
