import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import type { Named } from '../acts.ts'

/** Some of many things: each that was chosen with a way to leave it out, and a list to add one of the others from. */
export function Chosen({ label, add, things, chosen, onChange }: { readonly label: string; readonly add: string; readonly things: readonly Named[]; readonly chosen: readonly string[]; onChange(chosen: readonly string[]): void }) {
  if (things.length === 0) return null
  const others = things.filter(({ id }) => !chosen.includes(id))
  const nameOf = (id: string): string => things.find((one) => one.id === id)?.name ?? 'not there any more'
  return (
    <fieldset className="grid gap-2">
      <legend className="field-label">{label}</legend>
      {chosen.length > 0 && <ul>{chosen.map((id) => <li key={id} className="flex flex-wrap items-baseline gap-2">{nameOf(id)} <Button kind="link" aria-label={`Remove ${nameOf(id)}`} onClick={() => onChange(chosen.filter((one) => one !== id))}>Remove</Button></li>)}</ul>}
      {others.length > 0 && chosen.length < 20 && <Select label={add} labelHidden placeholder={add} value="" options={others.map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => onChange([...chosen, id])} />}
    </fieldset>
  )
}
