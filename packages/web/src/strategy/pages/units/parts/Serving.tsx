import type { UnitObjective } from '@throughline/contract/strategy'
import { X } from 'lucide-react'
import type { InitiativeChoices } from '../../../../demand/index.ts'
import { IconButton } from '../../../../ui/controls/Button.tsx'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'

type ServingProps = { readonly contributions: UnitObjective['contributions']; readonly initiatives: InitiativeChoices; nameOf(initiativeId: string): string; onChange(contributions: UnitObjective['contributions']): void }

/** Which initiatives serve an objective of a unit, from −1 (works against it) to 1 (serves it fully). */
export function Serving({ contributions, initiatives, nameOf, onChange }: ServingProps) {
  const names = new Map(initiatives.found.map(({ id, name }) => [id, name]))
  const linked = new Set(contributions.map(({ initiativeId }) => initiativeId))
  const options = initiatives.found.filter(({ id }) => !linked.has(id)).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className="grid gap-2">
      {contributions.map(({ initiativeId, contribution, rationale }) => (
        <div key={initiativeId} className="flex items-end gap-2">
          <span className="grow pb-2">{names.get(initiativeId) ?? nameOf(initiativeId)}</span>
          <NumberField label="Serves it" min={-1} max={1} step={0.05} value={String(contribution)} onChange={(value) => onChange(contributions.map((one) => (one.initiativeId === initiativeId ? { initiativeId, rationale, contribution: Number(value ?? 0) } : one)))} />
          <IconButton label="It does not serve it" icon={<X aria-hidden="true" />} onClick={() => onChange(contributions.filter((one) => one.initiativeId !== initiativeId))} />
        </div>
      ))}
      <FindSelect label="An initiative that serves it" findLabel="Find an initiative" options={options} total={initiatives.total} onFind={initiatives.find} value="" onChange={(id) => id !== '' && onChange([...contributions, { initiativeId: id, contribution: 0.5, rationale: '' }])} />
    </div>
  )
}
