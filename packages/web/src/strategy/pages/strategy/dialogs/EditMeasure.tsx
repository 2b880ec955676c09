import type { Measure } from '@throughline/contract/strategy'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError, useMerge, usualWords } from '../../../../wire/index.ts'
import type { MeasureEntered, StrategyActs } from '../../../acts.ts'
import { bandOf, noTarget, TargetFields, type Ends, type Target } from '../../../parts/TargetFields.tsx'
import { aggregationWords, directionWords, frequencyWords, horizonWords, levelWords, reasonWords, unitLabel, unitNames } from '../../../words.ts'

/** A measure with its baseline and target: new where none is given. */
export function EditMeasure({ measure, objectiveId, acts, onClose }: { readonly measure: Measure | undefined; readonly objectiveId: string; readonly acts: StrategyActs; onClose(): void }) {
  const [because, setBecause] = useState<{ readonly kind: keyof typeof reasonWords; readonly words: string }>({ kind: 'environment', words: '' })
  const said = because.words.trim() === '' ? {} : { because: { kind: because.kind, words: because.words.trim() } }
  const merge = useMerge<Flat, number>({
    now: { fields: flat(enteredOf(measure, objectiveId)), seen: measure?.version ?? 0 },
    send: (mine, { seen }) => (measure ? acts.changeMeasure({ ...measure, version: seen }, { ...withoutObjective(whole(mine)), ...(mine.target === measure.target.target ? {} : said) }) : acts.createMeasure(whole(mine))),
    label: (field) => labels[field] ?? field,
    show: shown,
  })
  const [entered, setEntered] = useState<MeasureEntered>(() => whole(merge.base.fields))
  const [removing, setRemoving] = useState(false)
  const set = (change: Partial<MeasureEntered>) => setEntered((all) => ({ ...all, ...change }))
  const target = entered.target ?? noTarget
  if (measure && removing)
    return (
      <FormDialog title="Remove this measure?" act="Remove measure" tone="danger" onSubmit={() => acts.removeMeasure(measure)} onClose={onClose}>
        <p>“{measure.name}” goes with what was measured. The record of what was there is kept.</p>
      </FormDialog>
    )
  const { level, low, high } = flat(entered)
  return (
    <FormDialog size="wide" title={measure ? 'Measure' : 'Add a measure'} act={measure ? 'Save' : 'Add measure'} merge={merge} onSubmit={() => merge.save(flat(entered))} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={200} data-focus-first="" value={entered.name} onChange={(name) => set({ name })} error={fieldError(problem, 'name')} />
          <TextArea label="Definition" hint="What is counted, of whom, and what is left out." rows={2} value={entered.definition ?? ''} onChange={(definition) => set({ definition })} />
          <div className="grid gap-3 sm:grid-cols-2">
            <Select label="Unit" value={entered.unit} options={unitNames} onChange={(code) => set({ unit: code })} />
            <Select label="Direction" value={entered.direction} options={optionsOf(directionWords)} onChange={(direction) => set({ direction, settings: { level, band: bandOf({ direction, low, high }) } })} />
            <TargetFields direction={entered.direction} unit={unitLabel(entered.unit)} ends={{ low, high }} {...{ target, problem }} onEnds={(ends) => set({ settings: { level, band: bandOf({ direction: entered.direction, ...ends }) } })} onTarget={(change) => set({ target: { ...target, ...change } })} />
            <TextField label="Owner" maxLength={200} value={entered.owner ?? ''} onChange={(owner) => set({ owner: owner.trim() === '' ? null : owner })} />
            <Select label="Over time" value={entered.aggregation ?? 'stock'} options={optionsOf(aggregationWords)} onChange={(aggregation) => set({ aggregation })} />
            <Select label="Measured" value={entered.frequency ?? 'year'} options={optionsOf(frequencyWords)} onChange={(frequency) => set({ frequency })} />
            <Select label="Level" value={level} options={optionsOf(levelWords)} onChange={(chosen) => set({ settings: { ...entered.settings, level: chosen } })} />
            <Select label="Horizon" value={entered.horizon ?? 'mid'} options={optionsOf(horizonWords)} onChange={(horizon) => set({ horizon })} />
            <TextField label="Source of the figures" maxLength={500} value={entered.dataSource ?? ''} onChange={(dataSource) => set({ dataSource })} />
          </div>
          {measure && measure.target.target !== null && target.target !== measure.target.target && (
            <div className="grid gap-3 sm:grid-cols-2">
              <Select label="What moves the target" value={because.kind} options={optionsOf(reasonWords)} onChange={(kind) => setBecause({ ...because, kind })} />
              <TextField label="Why it moves" hint={measure.settings.leeway === null ? 'Kept with the move.' : `Needed beyond its leeway of ${Number((measure.settings.leeway * 100).toFixed(2))}%.`} maxLength={2000} value={because.words} onChange={(words) => setBecause({ ...because, words })} />
            </div>
          )}
          <Checkbox label="Leading: it moves before the objective does" checked={entered.leading ?? false} onChange={(leading) => set({ leading })} />
          {measure && <div><Button kind="danger" onClick={() => setRemoving(true)}>Remove this measure</Button></div>}
        </>
      )}
    </FormDialog>
  )
}

/** Baseline and target stand beside the other fields, so that each is merged by itself. */
type Settings = NonNullable<MeasureEntered['settings']>
type Flat = Omit<MeasureEntered, 'target' | 'settings'> & Target & Ends & { readonly level: NonNullable<Settings['level']> }
const flat = ({ target, settings, ...rest }: MeasureEntered): Flat => ({ ...rest, ...(target ?? noTarget), level: settings?.level ?? 'outcome', low: settings?.band?.low ?? null, high: settings?.band?.high ?? null })
const whole = ({ baseline, baselineOn, target, dueOn, tolerance, level, low, high, ...rest }: Flat): MeasureEntered => ({ ...rest, target: { baseline, baselineOn, target, dueOn, tolerance }, settings: { level, band: bandOf({ direction: rest.direction, low, high }) } })

const labels: Readonly<Partial<Record<keyof Flat, string>>> = {
  name: 'Name', definition: 'Definition', unit: 'Unit', direction: 'Direction', baseline: 'Baseline', baselineOn: 'Baseline on', target: 'Target', dueOn: 'Target due on', tolerance: 'Tolerance', owner: 'Owner',
  aggregation: 'Over time', frequency: 'Measured', horizon: 'Horizon', dataSource: 'Source of the figures', leading: 'Leading', level: 'Level', low: 'Band from', high: 'Band to',
}
const choiceWords: Readonly<Partial<Record<keyof Flat, Readonly<Record<string, string>>>>> = { direction: directionWords, aggregation: aggregationWords, frequency: frequencyWords, horizon: horizonWords, level: levelWords }
const shown = (field: keyof Flat, value: unknown): string => (field === 'unit' ? unitLabel(value as Flat['unit']) : (choiceWords[field]?.[String(value)] ?? usualWords(field, value)))

const optionsOf = <Key extends string>(words: Readonly<Record<Key, string>>) => (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value] }))
const withoutObjective = ({ objectiveId: _, ...rest }: MeasureEntered) => rest

function enteredOf(measure: Measure | undefined, objectiveId: string): MeasureEntered {
  if (!measure) return { objectiveId, name: '', unit: 'percent', direction: 'higher', aggregation: 'stock', frequency: 'year', horizon: 'mid', leading: false, target: noTarget, settings: { level: 'outcome', band: null } }
  const { name, definition, unit, direction, aggregation, frequency, horizon, leading, owner, dataSource, target, settings: { level, band } } = measure
  return { objectiveId, name, definition, unit, direction, aggregation, frequency, horizon, leading, owner, dataSource, target, settings: { level, band } }
}
