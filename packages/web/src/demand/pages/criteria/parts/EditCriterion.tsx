import type { CriteriaModel, CriteriaStudio, Criterion, CriterionScale, CriterionSource } from '@throughline/contract/demand'
import { criteriaIssues } from '@throughline/engine/demand'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { CriteriaActs } from '../acts.ts'
import { figureWords } from '../words.ts'
import { TakeOut } from '../../../TakeOut.tsx'

type EditProps = { readonly studio: CriteriaStudio; readonly model: CriteriaModel; readonly criterion: Criterion | undefined; readonly acts: CriteriaActs; onClose(): void }
type Field = CriteriaStudio['around']['fields'][number]

const blank = (): Criterion => ({ id: crypto.randomUUID(), name: '', about: '', source: { kind: 'judged', measureId: null }, scale: usualLevels, objectiveKeys: [] })
const usualLevels: CriterionScale = { kind: 'levels', levels: [{ name: 'Low', value: 0 }, { name: 'Medium', value: 50 }, { name: 'High', value: 100 }] }
const usualPoints = (unit: string): CriterionScale => ({ kind: 'points', unit, points: [{ at: 0, value: 0 }, { at: 100, value: 100 }] })

/** Adds a criterion to a draft, changes one, or takes it out. */
export function EditCriterion({ studio: { around }, model, criterion, acts, onClose }: EditProps) {
  const [given, setGiven] = useState<Criterion>(() => criterion ?? blank())
  const set = (change: Partial<Criterion>) => setGiven((all) => ({ ...all, ...change }))
  const others = model.criteria.filter(({ id }) => id !== given.id)
  const criteria = criterion ? model.criteria.map((one) => (one.id === given.id ? given : one)) : [...others, given]
  const [issue] = criteriaIssues({ criteria, gates: [] }, { fields: around.fields, measureIds: new Set(around.measures.map(({ id }) => id)), objectiveKeys: new Set(around.objectives.map(({ key }) => key)) })
  const notYet = given.name.trim() === '' ? 'Give it a name' : issue && `${issue.where}: expected ${issue.expected}`
  /** A criterion that goes takes what gates ask of it along. */
  const takeOut = () => acts.change(model, { criteria: others, gates: model.gates.map((gate) => ({ ...gate, hurdles: gate.hurdles.filter(({ criterionId }) => criterionId !== given.id) })).filter(({ hurdles, leastScore }) => hurdles.length > 0 || leastScore !== null) })
  const choose = (word: string) => set(fromWord(word, around))
  return (
    <FormDialog title={criterion ? 'Change a criterion' : 'Add a criterion'} subtitle="Its value goes from 0, worst, to 100, best." size="wide" act={criterion ? 'Change' : 'Add'} notYet={notYet} onSubmit={() => acts.change(model, { criteria })} onClose={onClose}>
      {(problem) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label="Name" required maxLength={80} data-focus-first="" value={given.name} onChange={(name) => set({ name })} error={fieldError(problem, 'name')} />
            <Select label="Reads" value={wordOf(given.source)} options={optionsOf(around.fields)} onChange={choose} />
          </div>
          <TextArea label="About" hint="What it asks, and how it is judged." rows={2} maxLength={1000} value={given.about} onChange={(about) => set({ about })} />
          {given.source.kind === 'judged' && (
            <div className="grid gap-4 sm:grid-cols-2">
              <Select label="Judged by" value={given.scale.kind} options={[{ value: 'levels', label: 'Levels' }, { value: 'points', label: 'A number' }]} onChange={(kind) => set({ scale: kind === 'levels' ? usualLevels : usualPoints('') })} />
              <Select label="By the reading of" value={given.source.measureId ?? ''} options={[{ value: '', label: 'no measure' }, ...around.measures.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(id) => set({ source: { kind: 'judged', measureId: id === '' ? null : id } })} />
            </div>
          )}
          <ScaleFields scale={given.scale} fixed={given.source.kind === 'field'} onChange={(scale) => set({ scale })} />
          {around.objectives.length > 0 && <fieldset><legend className="mb-1">Stands for these objectives</legend><div className="grid gap-1 sm:grid-cols-2">{around.objectives.map(({ key, statement }) => <Checkbox key={key} label={statement} checked={given.objectiveKeys.includes(key)} onChange={(on) => set({ objectiveKeys: on ? [...given.objectiveKeys, key] : given.objectiveKeys.filter((one) => one !== key) })} />)}</div></fieldset>}
          {criterion && <TakeOut what="criterion" act={takeOut} onClose={onClose} />}
        </>
      )}
    </FormDialog>
  )
}

/** The points of a number, or the value of each level; levels of a field are its choices. */
function ScaleFields({ scale, fixed, onChange }: { readonly scale: CriterionScale; readonly fixed: boolean; onChange(scale: CriterionScale): void }) {
  const rows: readonly { readonly name: string; readonly at: number; readonly value: number }[] = scale.kind === 'points' ? scale.points.map(({ at, value }) => ({ name: '', at, value })) : scale.levels.map(({ name, value }) => ({ name, at: 0, value }))
  const put = (all: typeof rows) => onChange(scale.kind === 'points' ? { ...scale, points: all.map(({ at, value }) => ({ at, value })) } : { kind: 'levels', levels: all.map(({ name, value }) => ({ name, value })) })
  const set = (index: number, change: Partial<(typeof rows)[number]>) => put(rows.map((row, at) => (at === index ? { ...row, ...change } : row)))
  const grows = scale.kind === 'points' || !fixed
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1">{scale.kind === 'points' ? 'Straight lines between these points' : 'A value for each level'}</legend>
      {scale.kind === 'points' && <TextField className="max-w-48" label="Unit" maxLength={40} value={scale.unit} onChange={(unit) => onChange({ ...scale, unit })} />}
      {rows.map((row, at) => (
        <div key={at} className="flex flex-wrap items-end gap-3">
          {scale.kind === 'points' ? <NumberField label={`Point ${at + 1}, read`} value={String(row.at)} onChange={(text) => set(at, { at: Number(text ?? 0) })} /> : <TextField label={`Level ${at + 1}`} maxLength={120} disabled={fixed} value={row.name} onChange={(name) => set(at, { name })} />}
          <NumberField className="max-w-32" label={scale.kind === 'points' ? `Point ${at + 1}, value` : `Value of level ${at + 1}`} min={0} max={100} value={String(row.value)} onChange={(text) => set(at, { value: Number(text ?? 0) })} />
          {grows && rows.length > 2 && <Button kind="link" aria-label={`Leave out ${scale.kind === 'points' ? 'point' : 'level'} ${at + 1}`} onClick={() => put(rows.filter((_, index) => index !== at))}>Leave out</Button>}
        </div>
      ))}
      {grows && <div><Button onClick={() => put([...rows, { name: '', at: (rows.at(-1)?.at ?? 0) + 1, value: 100 }])}>{scale.kind === 'points' ? 'Add a point' : 'Add a level'}</Button></div>}
    </fieldset>
  )
}

const wordOf = (source: CriterionSource): string => (source.kind === 'figure' ? `figure ${source.figure}` : source.kind === 'field' ? `field ${source.fieldId}` : 'judged')
const optionsOf = (fields: readonly Field[]) => [{ value: 'judged', label: 'People judge' }, ...Object.entries(figureWords).map(([figure, label]) => ({ value: `figure ${figure}`, label })), ...fields.map(({ id, name }) => ({ value: `field ${id}`, label: name }))]

/** Another source comes with a scale that fits it. */
function fromWord(word: string, { fields, currency }: CriteriaStudio['around']): Pick<Criterion, 'source' | 'scale'> {
  const [kind, of = ''] = word.split(' ')
  const figure = (['cost', 'benefits', 'ratio', 'alignment'] as const).find((one) => kind === 'figure' && one === of)
  if (figure) return { source: { kind: 'figure', figure }, scale: figureScales(currency)[figure] }
  const field = fields.find(({ id }) => kind === 'field' && id === of)
  if (!field) return { source: { kind: 'judged', measureId: null }, scale: usualLevels }
  const choices = field.kind === 'yes_no' ? ['no', 'yes'] : field.choices
  const levels = choices.map((name, at) => ({ name, value: choices.length < 2 ? 100 : Math.round((100 * at) / (choices.length - 1)) }))
  return { source: { kind: 'field', fieldId: field.id }, scale: field.kind === 'number' || field.kind === 'money' ? usualPoints(field.kind === 'money' ? currency : '') : { kind: 'levels', levels } }
}

const figureScales = (currency: string): Readonly<Record<keyof typeof figureWords, CriterionScale>> => ({
  cost: { kind: 'points', unit: currency, points: [{ at: 0, value: 100 }, { at: 100_000_000, value: 0 }] }, benefits: { kind: 'points', unit: currency, points: [{ at: 0, value: 0 }, { at: 100_000_000, value: 100 }] },
  ratio: { kind: 'points', unit: '', points: [{ at: 0, value: 0 }, { at: 4, value: 100 }] }, alignment: { kind: 'points', unit: '', points: [{ at: -1, value: 0 }, { at: 1, value: 100 }] },
})
