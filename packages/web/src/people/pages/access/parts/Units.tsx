import type { Unit } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { EmptyState } from '../../../../ui/states/states.tsx'
import { FormDialog, Shown, fieldError, useMerge, usualWords, type Reading } from '../../../../wire/index.ts'
import { idsUnder, unitTree, type UnitBranch } from '../../../unit-tree.ts'
import { unitKindWords, unitKinds } from '../../../words.ts'

export type UnitEntered = Pick<Unit, 'code' | 'name' | 'parentId' | 'kind'>
export type UnitsProps = {
  readonly units: Reading<readonly Unit[]>
  readonly canEdit: boolean
  onCreate(unit: UnitEntered): Promise<Result<unknown, Problem>>
  onChange(unit: Unit, change: UnitEntered): Promise<Result<unknown, Problem>>
}

/** The organisation as a tree. */
export function Units({ units, canEdit, onCreate, onChange }: UnitsProps) {
  const [open, setOpen] = useState<'create' | Unit>()
  const all = units.state === 'full' ? units.value : []
  return (
    <Card title="Organisation units" note={units.state === 'full' ? `${all.length} units` : undefined} actions={canEdit && <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen('create')}>Add unit</Button>}>
      <Shown reading={units} what="organisation units">
        {(found) =>
          found.length === 0 ? (
            <EmptyState title="No organisation units yet">Units come with an import, or are added here. Initiatives and figures are grouped by them.</EmptyState>
          ) : (
            <Branches branches={unitTree(found)} onEdit={canEdit ? setOpen : undefined} />
          )
        }
      </Shown>
      {open !== undefined && (
        <EditUnit unit={open === 'create' ? undefined : (all.find(({ id }) => id === open.id) ?? open)} units={all} onSubmit={(entered, version) => (open === 'create' ? onCreate(entered) : onChange({ ...open, version }, entered))} onClose={() => setOpen(undefined)} />
      )}
    </Card>
  )
}

const Branches = ({ branches, onEdit }: { readonly branches: readonly UnitBranch[]; readonly onEdit: ((unit: Unit) => void) | undefined }) => (
  <ul className="border-border [&_ul]:ml-2 [&_ul]:border-l [&_ul]:pl-4">
    {branches.map(({ unit, below }) => (
      <li key={unit.id}>
        <div className="flex min-h-8 items-center gap-3">
          <span className="font-medium">{unit.name}</span>
          <span className="quiet">{unit.code} · {unitKindWords[unit.kind]}</span>
          {onEdit && <Button kind="quiet" className="ml-auto" aria-label={`Change ${unit.name}`} onClick={() => onEdit(unit)}>Change</Button>}
        </div>
        {below.length > 0 && <Branches branches={below} onEdit={onEdit} />}
      </li>
    ))}
  </ul>
)

function EditUnit({ unit, units, onSubmit, onClose }: { readonly unit: Unit | undefined; readonly units: readonly Unit[]; onSubmit(entered: UnitEntered, version: number): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const merge = useMerge<UnitEntered, number>({
    now: { fields: unit ? { code: unit.code, name: unit.name, parentId: unit.parentId, kind: unit.kind } : { code: '', name: '', parentId: null, kind: 'department' }, seen: unit?.version ?? 0 },
    send: (mine, { seen }) => onSubmit(mine, seen),
    label: (field) => ({ code: 'Code', name: 'Name', parentId: 'Belongs to', kind: 'Kind' })[field],
    show: (field, value) => (field === 'parentId' ? (units.find(({ id }) => id === value)?.name ?? 'None: at the top') : usualWords(field, value)),
  })
  const [entered, setEntered] = useState<UnitEntered>(merge.base.fields)
  const under = unit ? idsUnder(unitTree(units), unit.id) : new Set<string>()
  const parents = [{ value: 'top', label: 'None: at the top' }, ...units.filter(({ id }) => !under.has(id)).map(({ id, name }) => ({ value: id, label: name }))]
  const set = (change: Partial<UnitEntered>) => setEntered((all) => ({ ...all, ...change }))
  return (
    <FormDialog title={unit ? `Change ${unit.name}` : 'Add an organisation unit'} act={unit ? 'Save' : 'Add unit'} merge={merge} onSubmit={() => merge.save(entered)} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required data-focus-first="" maxLength={200} value={entered.name} onChange={(name) => set({ name })} error={fieldError(problem, 'name')} />
          <TextField label="Code" hint="Short and unique: “DfT”." required maxLength={40} value={entered.code} onChange={(code) => set({ code })} error={fieldError(problem, 'code')} />
          {!unit && <Select label="Kind" value={entered.kind} options={unitKinds.map((kind) => ({ value: kind, label: unitKindWords[kind] }))} onChange={(kind) => set({ kind })} />}
          <Select label="Below" value={entered.parentId ?? 'top'} options={parents} onChange={(id) => set({ parentId: id === 'top' ? null : id })} />
        </>
      )}
    </FormDialog>
  )
}
