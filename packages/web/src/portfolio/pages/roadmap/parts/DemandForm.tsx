import type { DemandPart, NewDemand, RoadmapStand } from '@throughline/contract/portfolio'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Chip } from '../../../../ui/display/Status.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { RoadmapWords } from '../words.ts'
import { kindWords, partOf, takes, type DemandDraft } from './demand-draft.ts'
import { partWords } from './demand-words.ts'

export type DemandFormProps = {
  readonly stand: RoadmapStand
  readonly words: RoadmapWords
  readonly units: readonly { readonly id: string; readonly name: string }[]
  /** Demands that are settled already, such as where a bar was put; only who asks and why is entered then. */
  readonly settled?: readonly DemandPart[]
  onRecord(body: NewDemand): Promise<Result<unknown, Problem>>
  onDone(): void
  onClose(): void
}

const blank: DemandDraft = { kind: 'must', one: '', other: '', several: [], variant: '', fromOn: '', toOn: '', count: null, tolerance: '0', by: 'category', of: '' }

/** Writes down what every roadmap has to keep, with who asked for it and why. */
export function DemandForm({ stand, words, units, settled, onRecord, onDone, onClose }: DemandFormProps) {
  const [draft, setDraft] = useState(blank)
  const [because, setBecause] = useState('')
  const [askedBy, setAskedBy] = useState('')
  const own = partOf(draft)
  const parts = settled ?? (own ? [own] : [])
  const notYet = parts.length === 0 ? 'Something is still missing.' : because.trim() === '' ? 'Say why.' : undefined
  const record = async (): Promise<Result<unknown, Problem>> => {
    let last: Result<unknown, Problem> = { ok: true, value: undefined }
    for (const part of parts) {
      last = await onRecord({ part, because: because.trim(), ...(askedBy.trim() === '' ? {} : { askedBy: askedBy.trim() }) })
      if (!last.ok) return last
    }
    onDone()
    return last
  }
  return (
    <FormDialog title="What every roadmap has to keep" subtitle="It holds for everybody, until it is withdrawn" act="Record" notYet={notYet} onSubmit={record} onClose={onClose}>
      <div className="grid gap-3">
        {settled ? <ul className="list-disc pl-5">{settled.map((part) => <li key={JSON.stringify(part)}>{partWords(part, words)}</li>)}</ul> : <PartFields {...{ draft, stand, words, units }} onDraft={setDraft} />}
        <TextField label="Why" value={because} onChange={setBecause} maxLength={400} required />
        <TextField label="Who asked for it" hint="You, where nobody is named" value={askedBy} onChange={setAskedBy} maxLength={120} />
      </div>
    </FormDialog>
  )
}

function PartFields({ draft, stand, words, units, onDraft }: Pick<DemandFormProps, 'stand' | 'words' | 'units'> & { readonly draft: DemandDraft; onDraft(draft: DemandDraft): void }) {
  const { kind, one, other, several, by } = draft
  const has = (field: keyof DemandDraft): boolean => takes[kind].includes(field)
  const set = (change: Partial<DemandDraft>) => onDraft({ ...draft, ...change })
  const initiatives = [...stand.case.candidates].sort((a, b) => a.name.localeCompare(b.name)).map(({ id, name }) => ({ value: id, label: name }))
  const variants = (stand.case.candidates.find(({ id }) => id === one)?.variants ?? []).flatMap(({ id, name }) => (id === 'planned' ? [] : [{ value: id, label: name }]))
  return (
    <>
      <Select label="What" value={kind} options={(Object.keys(kindWords) as readonly DemandDraft['kind'][]).map((each) => ({ value: each, label: kindWords[each] }))} onChange={(next) => onDraft({ ...blank, kind: next, one, several, count: next === 'finishToStart' ? '0' : null })} />
      {has('one') && <Select label="Initiative" value={one} options={initiatives} onChange={(id) => set({ one: id, variant: '' })} />}
      {has('variant') && (variants.length > 1 || kind === 'asVariant') && <Select label="Variant" value={draft.variant} options={[...(kind === 'asVariant' ? [] : [{ value: '', label: 'Any' }]), ...variants]} onChange={(variant) => set({ variant })} />}
      {has('other') && <Select label="After the end of" value={other} options={initiatives.filter(({ value }) => value !== one)} onChange={(id) => set({ other: id })} />}
      {has('fromOn') && <div className="grid grid-cols-2 gap-2"><TextField label="From" type="date" value={draft.fromOn} onChange={(fromOn) => set({ fromOn })} /><TextField label="To" type="date" value={draft.toOn} min={draft.fromOn} onChange={(toOn) => set({ toOn })} /></div>}
      {has('several') && (
        <div className="grid gap-2">
          <Select label={kind === 'parallel' ? 'Of these (all where none is named)' : 'Group'} placeholder="Add an initiative" value="" options={initiatives.filter(({ value }) => value !== one && !several.includes(value))} onChange={(id) => set({ several: [...several, id] })} />
          {several.length > 0 && <div className="flex flex-wrap gap-1">{several.map((id) => <Chip key={id} removeLabel={`Leave out ${words.nameOf(id)}`} onRemove={() => set({ several: several.filter((each) => each !== id) })}>{words.nameOf(id)}</Chip>)}</div>}
        </div>
      )}
      {has('by') && <Select label="Of" value={by} options={[{ value: 'category', label: 'A category' }, { value: 'unit', label: 'A unit' }, { value: 'horizon', label: 'What ends soon or late' }, { value: 'objective', label: 'What serves an objective' }]} onChange={(next) => set({ by: next, of: '' })} />}
      {has('of') && <Select label={kind === 'valueFloor' ? 'Objective' : 'Which'} value={draft.of} options={ofOptions(stand, units, kind === 'valueFloor' ? 'objective' : by)} onChange={(of) => set({ of })} />}
      {has('count') && <NumberField label={countLabels[kind] ?? 'How many'} value={draft.count} min={kind === 'finishToStart' ? -600 : 0} {...(has('tolerance') ? { max: 100 } : {})} onChange={(count) => set({ count })} />}
      {has('tolerance') && <NumberField label="Give or take" unit="points" value={draft.tolerance} min={0} max={100} onChange={(tolerance) => set({ tolerance })} />}
    </>
  )
}

const countLabels: Readonly<Partial<Record<DemandDraft['kind'], string>>> = { finishToStart: 'Months between (less than 0: they may overlap)', shareCeiling: 'Percent of all cost', shareFloor: 'Percent of all cost', valueFloor: 'Points' }

function ofOptions({ case: { candidates }, objectives }: RoadmapStand, units: DemandFormProps['units'], by: DemandDraft['by']): readonly { readonly value: string; readonly label: string }[] {
  const tags = (dimension: string): readonly string[] => [...new Set(candidates.flatMap(({ tags: own }) => own?.[dimension] ?? []))].sort()
  switch (by) {
    case 'category':
      return tags('category').map((value) => ({ value, label: value }))
    case 'unit':
      return units.filter(({ id }) => tags('unit').includes(id)).map(({ id, name }) => ({ value: id, label: name }))
    case 'horizon':
      return [{ value: 'short', label: 'Ends in the first third of the periods' }, { value: 'long', label: 'Ends later' }]
    case 'objective':
      return objectives.map(({ id, statement }) => ({ value: id, label: statement }))
  }
}
