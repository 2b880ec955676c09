import type { BusinessCase, CaseScenario } from '@throughline/contract/demand'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { Form } from './forms.tsx'

const numbers = [['capital', 'Capital cost', '%'], ['revenue', 'Revenue cost', '%'], ['benefits', 'Benefits', '%'], ['ratePoints', 'Rate', 'points'], ['delayYears', 'Later by', 'years']] as const
const bounds = { capital: [-100, 1000], revenue: [-100, 1000], benefits: [-100, 1000], ratePoints: [-10, 10], delayYears: [0, 30] } as const
const mostScenarios = 12

/** Assumptions that move together, each set under a name. */
export function EditScenarios({ shown, acts, onClose }: Form & { readonly shown: BusinessCase }) {
  const [all, setAll] = useState<readonly CaseScenario[]>(shown.scenarios.length > 0 ? shown.scenarios : [{ id: crypto.randomUUID(), name: 'Dearer, later, with less benefit', capital: 20, revenue: 10, benefits: -20, ratePoints: 0, delayYears: 1 }])
  const set = (at: number, change: Partial<CaseScenario>) => setAll(all.map((one, place) => (place === at ? { ...one, ...change } : one)))
  const notYet = all.some(({ name }) => name.trim() === '') ? 'Give each a name' : undefined
  return (
    <FormDialog title="Scenarios" subtitle="By how much assumptions are off together" size="wide" act="Save" notYet={notYet} onSubmit={() => acts.change({ scenarios: [...all] })} onClose={onClose}>
      {all.map((one, at) => (
        <fieldset key={one.id} className="grid gap-3">
          <legend className="visually-hidden">Scenario {at + 1}</legend>
          <div className="flex flex-wrap items-end gap-3"><TextField className="min-w-64 grow" label={`Name of scenario ${at + 1}`} maxLength={120} value={one.name} onChange={(name) => set(at, { name })} /><Button kind="link" aria-label={`Leave out scenario ${at + 1}`} onClick={() => setAll(all.filter((_, place) => place !== at))}>Leave out</Button></div>
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-5">{numbers.map(([key, label, unit]) => <NumberField key={key} label={label} unit={unit} min={bounds[key][0]} max={bounds[key][1]} value={String(one[key])} onChange={(value) => set(at, { [key]: Number(value ?? 0) })} />)}</div>
        </fieldset>
      ))}
      {all.length < mostScenarios && <div><Button onClick={() => setAll([...all, { id: crypto.randomUUID(), name: '', capital: 0, revenue: 0, benefits: 0, ratePoints: 0, delayYears: 0 }])}>Add a scenario</Button></div>}
    </FormDialog>
  )
}
