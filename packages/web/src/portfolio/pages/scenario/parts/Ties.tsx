import type { FieldRef, Scenario, ScenarioRows } from '@throughline/contract/portfolio'
import { pairId } from '@throughline/engine/portfolio'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Chip } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { FormDialog, ProblemNote, useSending } from '../../../../wire/index.ts'
import type { OverlayActs } from './overlay-acts.ts'

type TiesProps = { readonly scenario: Pick<Scenario, 'overlay'>; readonly read: ScenarioRows; readonly canEdit: boolean; readonly acts: OverlayActs }
type Tie = { readonly key: string; readonly words: string; readonly kind: 'dependency' | 'exclusion'; readonly id: string; /** What the scenario sets of it; empty where it is as in the plan. */ readonly mine: readonly FieldRef[] }

/** What needs what, and what excludes one another, as the scenario has it. */
export function Ties({ scenario, read, canEdit, acts }: TiesProps) {
  const [asking, setAsking] = useState<'dependency' | 'exclusion'>()
  const setOf = Map.groupBy(scenario.overlay.map(({ kind, id, field }): FieldRef => ({ kind, id, field })), ({ kind, id }) => `${kind} ${id}`)
  const ties: readonly Tie[] = [
    ...read.dependencies.map(({ fromId, toId, name }): Tie => ({ key: `d ${fromId} ${toId}`, words: name, kind: 'dependency', id: pairId(fromId, toId), mine: setOf.get(`dependency ${pairId(fromId, toId)}`) ?? [] })),
    ...read.exclusions.map(({ id, name, members }): Tie => ({ key: `e ${id}`, words: `${name}: at most one of ${members.join(', ')}`, kind: 'exclusion', id, mine: setOf.get(`exclusion ${id}`) ?? [] })),
  ]
  const onClose = () => setAsking(undefined)
  return (
    <Card
      title="Dependencies and exclusions"
      note="What needs what, and what excludes one another"
      flush
      actions={canEdit && <><Button onClick={() => setAsking('dependency')}>Add a dependency</Button><Button onClick={() => setAsking('exclusion')}>Add an exclusion</Button></>}
    >
      <Table
        caption="Dependencies and exclusions in the scenario"
        rows={ties}
        rowKey={({ key }) => key}
        empty="No initiative needs or excludes another."
        maxHeight={360}
        columns={[
          { key: 'words', label: 'Tie', cell: ({ words }) => words },
          { key: 'mine', label: 'In this scenario', cell: ({ mine }) => (mine.length > 0 ? 'Changed' : <span className="quiet">As in the plan</span>) },
          ...(canEdit ? [{ key: 'remove', label: 'Remove', cell: (tie: Tie) => <Remove tie={tie} acts={acts} /> }] : []),
        ]}
      />
      {asking === 'dependency' && <AddDependency read={read} onSet={acts.onSet} onClose={onClose} />}
      {asking === 'exclusion' && <AddExclusion read={read} onAdd={acts.onAdd} onClose={onClose} />}
    </Card>
  )
}

function Remove({ tie: { kind, id, words, mine }, acts }: { readonly tie: Tie; readonly acts: OverlayActs }) {
  const { busy, problem, send } = useSending(() => (mine.length > 0 ? acts.onReset(mine) : acts.onSet([{ kind, id, field: 'exists', value: false }])))
  return <><Button kind="link" busy={busy} onClick={() => void send()}>{mine.length > 0 ? 'Take back' : 'Remove'}<span className="visually-hidden">: {words}</span></Button><ProblemNote problem={problem} /></>
}

const choicesOf = (read: ScenarioRows, taken: readonly string[]) => [{ value: '', label: 'Choose…' }, ...read.rows.filter(({ id, standing }) => standing !== 'removed' && !taken.includes(id)).map(({ id, name }) => ({ value: id, label: name }))]

function AddDependency({ read, onSet, onClose }: { readonly read: ScenarioRows; readonly onSet: OverlayActs['onSet']; onClose(): void }) {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  return (
    <FormDialog title="Add a dependency to the scenario" subtitle="The first needs the second." act="Add" notYet={from && to ? undefined : 'Choose both initiatives.'} onSubmit={() => onSet([{ kind: 'dependency', id: pairId(from, to), field: 'exists', value: true }])} onClose={onClose}>
      <FindSelect label="This initiative" findLabel="Find the first" options={choicesOf(read, [to])} value={from} onChange={setFrom} />
      <FindSelect label="Needs this one" findLabel="Find the second" options={choicesOf(read, [from])} value={to} onChange={setTo} />
    </FormDialog>
  )
}

function AddExclusion({ read, onAdd, onClose }: { readonly read: ScenarioRows; readonly onAdd: OverlayActs['onAdd']; onClose(): void }) {
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const names = new Map(read.rows.map((row) => [row.id, row.name]))
  return (
    <FormDialog title="Add an exclusion to the scenario" subtitle="At most one of these can be chosen." act="Add" notYet={name.trim() === '' ? 'Name the group.' : chosen.length < 2 ? 'Choose at least two.' : undefined} onSubmit={() => onAdd('exclusion', { name: name.trim(), initiativeIds: chosen })} onClose={onClose}>
      <TextField label="Name" required hint="What they are alternatives for." maxLength={200} data-focus-first="" value={name} onChange={setName} />
      {chosen.length > 0 && <div className="flex flex-wrap gap-1.5">{chosen.map((id) => <Chip key={id} removeLabel={`Leave out ${names.get(id)}`} onRemove={() => setChosen(chosen.filter((one) => one !== id))}>{names.get(id)}</Chip>)}</div>}
      <FindSelect label="Add to the group" findLabel="Find an initiative" options={choicesOf(read, chosen)} value="" onChange={(id) => id !== '' && setChosen([...chosen, id])} />
    </FormDialog>
  )
}
