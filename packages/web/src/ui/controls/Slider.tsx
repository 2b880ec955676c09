import { useId } from 'react'

export type SliderProps = {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  onChange(value: number): void
  /** The value in words, shown and read out: `471 M€`. */
  format(value: number): string
  readonly disabled?: boolean
  /** For where the words stand beside it already. */
  readonly labelHidden?: boolean
}

/** A value on a range. Arrow keys step, Page keys take ten steps, Home and End go to the ends. */
export function Slider({ label, value, min, max, step = 1, onChange, format, disabled, labelHidden = false }: SliderProps) {
  const id = useId()
  const share = max === min ? 0 : ((value - min) / (max - min)) * 100
  return (
    <div className="slider">
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      <output htmlFor={id}>{format(value)}</output>
      <input
        id={id}
        type="range"
        {...{ min, max, step, value, disabled }}
        aria-valuetext={format(value)}
        ref={(input) => input?.style.setProperty('--fill', `${share}%`)}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  )
}
