import type { ScenarioRow, ScenarioRows } from '@throughline/contract/portfolio'
import { pairId } from '@throughline/engine/portfolio'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { OverlayActs } from './overlay-acts.ts'

type AskProps = { readonly row: ScenarioRow; readonly onSet: OverlayActs['onSet']; onClose(): void }

/** What the initiative is, in words. */
export function Description({ row, onSet, onClose }: AskProps) {
  const [text, setText] = useState(row.description ?? '')
  return (
    <FormDialog title={`Description of ${row.name}`} act="Set" size="wide" onSubmit={() => onSet([{ kind: 'initiative', id: row.id, field: 'description', value: text.trim() === '' ? null : text }])} onClose={onClose}>
      <TextArea label="Description" maxLength={20_000} data-focus-first="" value={text} onChange={setText} />
    </FormDialog>
  )
}

/** Every objective with how much the initiative serves it: 1 fully, -1 hurts it fully, empty where there is no link. */
export function Serves({ row, read, onSet, onClose }: AskProps & { readonly read: ScenarioRows }) {
  const format = useFormat()
  const first = new Map(read.contributions.filter(({ initiativeId }) => initiativeId === row.id).map(({ objectiveId, contribution }) => [objectiveId, String(contribution)]))
  const [entered, setEntered] = useState<ReadonlyMap<string, string | null>>(first)
  const changes = read.objectives.filter(({ id }) => (entered.get(id) ?? null) !== (first.get(id) ?? null)).map(({ id }) => {
    const value = entered.get(id) ?? null
    return { kind: 'contribution' as const, id: pairId(row.id, id), field: 'contribution', value: value === null ? null : Number(value) }
  })
  return (
    <FormDialog title={`What ${row.name} serves`} subtitle="1 serves it fully, 0 was looked at and does nothing, −1 hurts it fully. Empty: no link." act="Set" notYet={changes.length === 0 ? 'Nothing is changed.' : undefined} onSubmit={() => onSet(changes)} onClose={onClose}>
      {read.objectives.map(({ id, statement, weight }) => (
        <NumberField key={id} label={statement} hint={`Weighs ${format.percent(weight, 1)}`} min={-1} max={1} step={0.1} value={entered.get(id) ?? null} onChange={(value) => setEntered(new Map(entered).set(id, value))} />
      ))}
    </FormDialog>
  )
}
