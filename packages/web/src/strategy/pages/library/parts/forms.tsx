import type { Definition, DefinitionPreview, NewDefinition } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { LeftOut, ListSource, notYetOf } from '../../../../wire/list/ListSource.tsx'
import { useList } from '../../../../wire/list/use-list.ts'
import type { Outcome } from '../../../acts.ts'
import { aggregationWords, directionWords, frequencyWords, tellsOfWords, unitNames } from '../../../words.ts'

export type LibraryActs = {
  add(definition: NewDefinition): Outcome
  change(definition: Definition, given: NewDefinition): Outcome
  retire(definition: Definition, reason: string): Outcome
  loadStarter(): Outcome
  load(definitions: readonly NewDefinition[]): Outcome
  preview(bytes: Uint8Array, fileName: string): Promise<Result<DefinitionPreview, Problem>>
}
type Form = { readonly acts: LibraryActs; onClose(): void }

const blank: NewDefinition = { name: '', calculation: '', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'quarter', tellsOf: 'outcome', leading: false, perspective: null, meaning: '', gamingRisk: '', watch: '', source: '', patterns: [] }
const optionsOf = <Key extends string>(words: Readonly<Record<Key, string>>) => (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value] }))

/** Defines a measure, or changes a definition. */
export function EditDefinition({ definition, acts, onClose }: Form & { readonly definition?: Definition | undefined }) {
  const [given, setGiven] = useState<NewDefinition>(() => (definition ? (({ id: _, origin: __, retired: ___, version: ____, usedBy: _____, ...rest }: Definition) => rest)(definition) : blank))
  const [fits, setFits] = useState(given.patterns.join('\n'))
  const set = (change: Partial<NewDefinition>) => setGiven((before) => ({ ...before, ...change }))
  const entered = { ...given, patterns: fits.split('\n').map((one) => one.trim()).filter((one) => one !== '') }
  return (
    <FormDialog size="wide" title={definition ? 'Change a definition' : 'Define a measure'} act={definition ? 'Change' : 'Define'} notYet={given.name.trim() === '' ? 'Give it a name' : given.calculation.trim() === '' ? 'Say how it is calculated' : undefined} onSubmit={() => (definition ? acts.change(definition, entered) : acts.add(entered))} onClose={onClose}>
      {(problem) => (
        <>
          {definition && definition.usedBy.length > 0 && <p className="quiet">Measures that were chosen by it keep their own sheet.</p>}
          <TextField label="Name" required maxLength={200} data-focus-first="" value={given.name} onChange={(name) => set({ name })} error={fieldError(problem, 'name')} />
          <TextField label="Calculation" hint="In words, with + − × ÷: cases served in time ÷ cases served" required maxLength={1000} value={given.calculation} onChange={(calculation) => set({ calculation })} error={fieldError(problem, 'calculation')} />
          <div className="grid gap-3 sm:grid-cols-2">
            <Select label="Unit" value={given.unit} options={unitNames} onChange={(unit) => set({ unit })} />
            <Select label="Direction" value={given.direction} options={optionsOf(directionWords)} onChange={(direction) => set({ direction })} />
            <Select label="Over time" value={given.aggregation} options={optionsOf(aggregationWords)} onChange={(aggregation) => set({ aggregation })} />
            <Select label="Measured" value={given.frequency} options={optionsOf(frequencyWords)} onChange={(frequency) => set({ frequency })} />
            <Select label="Tells of" value={given.tellsOf} options={optionsOf(tellsOfWords)} onChange={(tellsOf) => set({ tellsOf })} />
            <TextField label="Perspective" hint="Empty: any." maxLength={80} value={given.perspective ?? ''} onChange={(perspective) => set({ perspective: perspective.trim() === '' ? null : perspective })} />
          </div>
          <Checkbox label="Leading: it moves before the objective does" checked={given.leading} onChange={(leading) => set({ leading })} />
          <TextArea label="Meaning" rows={2} maxLength={2000} value={given.meaning} onChange={(meaning) => set({ meaning })} />
          <TextArea label="How it can mislead" hint="How it can look good while things get worse." rows={2} maxLength={2000} value={given.gamingRisk} onChange={(gamingRisk) => set({ gamingRisk })} />
          <TextArea label="Watch beside it" hint="What shows that." rows={2} maxLength={2000} value={given.watch} onChange={(watch) => set({ watch })} />
          <TextField label="Source" maxLength={500} value={given.source} onChange={(source) => set({ source })} />
          <TextArea label="Goals that it fits" hint="Words on each line: a goal that has all of them is suggested this measure." rows={3} value={fits} onChange={setFits} error={fieldError(problem, 'patterns')} />
        </>
      )}
    </FormDialog>
  )
}

/** Retires a definition, with the reason. */
export function RetireDefinition({ definition, acts, onClose }: Form & { readonly definition: Definition }) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog title="Retire a definition" subtitle={definition.name} act="Retire" tone="danger" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.retire(definition, reason.trim())} onClose={onClose}>
      <p>It is proposed no longer. {definition.usedBy.length > 0 && 'What is measured by it stays.'}</p>
      <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} />
    </FormDialog>
  )
}

/** Many definitions in one act, from a file or a paste; those that are there already are left out. */
export function LoadDefinitions({ acts, onClose }: Form) {
  const format = useFormat()
  const list = useList(acts.preview)
  const preview = list.looked?.preview
  const found = preview?.definitions ?? []
  return (
    <FormDialog size="wide" title="Load definitions" act={found.length === 0 ? 'Load' : `Load ${format.count(found.length, 'definition', 'definitions')}`} notYet={notYetOf(list, found.length, 'No definition can be read of it')} onSubmit={() => acts.load(found)} onClose={onClose}>
      <ListSource list={list} rows={4} hint="With headings: Name, Calculation, Unit, Direction and Tells of; also Aggregation, Frequency, Leading, Perspective, Meaning, Gaming risk, Watch, Source and Patterns." />
      {preview && <LeftOut issues={preview.issues.map(({ line, column, found: there, expected }) => ({ line, words: `${column ? `${column}: found` : 'Found'} “${there}”, expected ${expected}.` }))} />}
      {found.length > 0 && <Table<NewDefinition> caption="What would be loaded" rows={found} rowKey={({ name, calculation }) => `${name} ${calculation}`} maxHeight={280} columns={[{ key: 'name', label: 'Measure', cell: ({ name }) => name }, { key: 'calculation', label: 'Calculation', cell: ({ calculation }) => calculation }, { key: 'tells', label: 'Tells of', cell: ({ tellsOf }) => tellsOfWords[tellsOf] }]} />}
    </FormDialog>
  )
}
