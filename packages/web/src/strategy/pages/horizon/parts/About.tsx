import { Checkbox } from '../../../../ui/controls/Check.tsx'

export type Named = { readonly id: string; readonly name: string }

/** What something is about: some of many, each with a box. */
export function About({ legend, options, chosen, onChange }: { readonly legend: string; readonly options: readonly Named[]; readonly chosen: readonly string[]; onChange(ids: readonly string[]): void }) {
  if (options.length === 0) return null
  return (
    <fieldset className="grid gap-1">
      <legend className="text-label">{legend}</legend>
      <div className="grid max-h-32 gap-1 overflow-auto" tabIndex={0} role="group" aria-label={legend}>
        {options.map(({ id, name }) => <Checkbox key={id} label={name} checked={chosen.includes(id)} onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id))} />)}
      </div>
    </fieldset>
  )
}
