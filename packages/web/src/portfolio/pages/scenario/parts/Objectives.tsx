import type { ScenarioRows } from '@throughline/contract/portfolio'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { OverlayActs } from './overlay-acts.ts'

type Objective = ScenarioRows['objectives'][number]

/** Objectives as the scenario has them: what they say, what they weigh and by when. Weights must sum to 100 % before it can be approved. */
export function Objectives({ read, canEdit, onSet }: { readonly read: ScenarioRows; readonly canEdit: boolean; readonly onSet: OverlayActs['onSet'] }) {
  const format = useFormat()
  const [editing, setEditing] = useState<Objective>()
  const total = read.objectives.reduce((sum, { weight }) => sum + weight, 0)
  if (read.objectives.length === 0) return null
  return (
    <Card title="Objectives" note={`Weights sum to ${format.percent(total, 1)}`} flush>
      <Table
        caption="Objectives in the scenario"
        rows={read.objectives}
        rowKey={({ id }) => id}
        columns={[
          { key: 'statement', label: 'Objective', cell: ({ statement }) => statement },
          { key: 'weight', label: 'Weight', numeric: true, cell: ({ weight }) => format.percent(weight, 1) },
          { key: 'deadline', label: 'Deadline', cell: ({ deadline }) => (deadline === null ? <span className="quiet">–</span> : format.date(deadline)) },
          { key: 'changed', label: 'In this scenario', cell: ({ changed }) => (changed.length > 0 ? 'Changed' : <span className="quiet">As in the plan</span>) },
          ...(canEdit ? [{ key: 'edit', label: 'Change', cell: (one: Objective) => <Button kind="link" onClick={() => setEditing(one)}>Change<span className="visually-hidden"> {one.statement}</span></Button> }] : []),
        ]}
      />
      {editing && <EditObjective objective={editing} onSet={onSet} onClose={() => setEditing(undefined)} />}
    </Card>
  )
}

function EditObjective({ objective, onSet, onClose }: { readonly objective: Objective; readonly onSet: OverlayActs['onSet']; onClose(): void }) {
  const [statement, setStatement] = useState(objective.statement)
  const [weight, setWeight] = useState<string | null>(String(Math.round(objective.weight * 1e6) / 1e4))
  const [deadline, setDeadline] = useState(objective.deadline ?? '')
  const set = (field: string, value: string | number | null) => ({ kind: 'objective' as const, id: objective.id, field, value })
  return (
    <FormDialog
      title="Change the objective in this scenario"
      act="Set"
      notYet={statement.trim() === '' ? 'Say what it is.' : weight === null ? 'Give it a weight.' : undefined}
      onSubmit={() => onSet([set('statement', statement.trim()), set('weight', Number(weight) / 100), set('deadline', deadline === '' ? null : deadline)])}
      onClose={onClose}
    >
      <TextField label="Statement" required maxLength={300} data-focus-first="" value={statement} onChange={setStatement} />
      <NumberField label="Weight" unit="%" min={0} max={100} value={weight} onChange={setWeight} />
      <TextField label="Deadline" type="date" value={deadline} onChange={setDeadline} />
    </FormDialog>
  )
}
