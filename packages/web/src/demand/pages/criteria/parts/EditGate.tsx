import type { CriteriaGate, CriteriaModel, CriterionHurdle } from '@throughline/contract/demand'
import { criteriaIssues, gateStates, type GateState } from '@throughline/engine/demand'
import { useState } from 'react'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { CriteriaActs } from '../acts.ts'
import { gateStateWords } from '../words.ts'
import { TakeOut } from '../../../TakeOut.tsx'

type GateProps = { readonly model: CriteriaModel; readonly gate: CriteriaGate | undefined; readonly acts: CriteriaActs; onClose(): void }

/** Adds a gate to a draft, changes one, or takes it out: what is asked before an initiative enters a state. */
export function EditGate({ model, gate, acts, onClose }: GateProps) {
  const [given, setGiven] = useState<CriteriaGate>(() => gate ?? { id: crypto.randomUUID(), name: '', before: 'approved', hurdles: [], leastScore: null })
  const set = (change: Partial<CriteriaGate>) => setGiven((all) => ({ ...all, ...change }))
  const others = model.gates.filter(({ id }) => id !== given.id)
  const hurdleOf = (criterionId: string): CriterionHurdle => given.hurdles.find((one) => one.criterionId === criterionId) ?? { criterionId, least: null, most: null, levels: [] }
  /** A hurdle that asks nothing is none. */
  const put = (hurdle: CriterionHurdle) => set({ hurdles: [...given.hurdles.filter(({ criterionId }) => criterionId !== hurdle.criterionId), hurdle].filter(({ least, most, levels }) => least !== null || most !== null || levels.length > 0) })
  const issue = criteriaIssues({ criteria: [], gates: [...others.map((one) => ({ ...one, hurdles: [], leastScore: 0 })), { ...given, hurdles: [], leastScore: given.hurdles.length > 0 ? 0 : given.leastScore }] }, { fields: [], measureIds: new Set(), objectiveKeys: new Set() })[0]
  const notYet = given.name.trim() === '' ? 'Give it a name' : issue && `Expected ${issue.expected}`
  return (
    <FormDialog title={gate ? 'Change a gate' : 'Add a gate'} subtitle="Bounds include their ends. What is left blank is not asked." size="wide" act={gate ? 'Change' : 'Add'} notYet={notYet} onSubmit={() => acts.change(model, { gates: gate ? model.gates.map((one) => (one.id === given.id ? given : one)) : [...others, given] })} onClose={onClose}>
      {(problem) => (
        <>
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField label="Name" required maxLength={80} data-focus-first="" value={given.name} onChange={(name) => set({ name })} error={fieldError(problem, 'name')} />
            <Select<GateState> label="Before" value={given.before} options={gateStates.map((value) => ({ value, label: gateStateWords[value] }))} onChange={(before) => set({ before })} />
            <NumberField label="Score at least" min={0} max={100} value={given.leastScore === null ? null : String(given.leastScore)} onChange={(text) => set({ leastScore: text === null || text === '' ? null : Number(text) })} />
          </div>
          {model.criteria.map(({ id, name, scale }) => <Hurdle key={id} name={name} levels={scale.kind === 'levels' ? scale.levels.map((level) => level.name) : undefined} hurdle={hurdleOf(id)} onChange={put} />)}
          {gate && <TakeOut what="gate" act={() => acts.change(model, { gates: others })} onClose={onClose} />}
        </>
      )}
    </FormDialog>
  )
}

function Hurdle({ name, levels, hurdle, onChange }: { readonly name: string; readonly levels: readonly string[] | undefined; readonly hurdle: CriterionHurdle; onChange(hurdle: CriterionHurdle): void }) {
  const text = (value: number | null) => (value === null ? null : String(value))
  const read = (entered: string | null) => (entered === null || entered === '' ? null : Number(entered))
  return (
    <fieldset className="grid gap-1 border-t border-border pt-3">
      <legend className="font-semibold">{name}</legend>
      {levels ? <div className="flex flex-wrap gap-x-4 gap-y-1">{levels.map((level) => <Checkbox key={level} label={level} checked={hurdle.levels.includes(level)} onChange={(on) => onChange({ ...hurdle, levels: levels.filter((one) => (one === level ? on : hurdle.levels.includes(one))) })} />)}</div>
        : <div className="grid gap-4 sm:grid-cols-2"><NumberField label={`${name} at least`} value={text(hurdle.least)} onChange={(entered) => onChange({ ...hurdle, least: read(entered) })} /><NumberField label={`${name} at most`} value={text(hurdle.most)} onChange={(entered) => onChange({ ...hurdle, most: read(entered) })} /></div>}
    </fieldset>
  )
}
