import type { ScenarioRow, ScenarioRows } from '@throughline/contract/portfolio'
import { pairId } from '@throughline/engine/portfolio'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { Menu } from '../../../../ui/overlays/Menu.tsx'
import { useToast } from '../../../../ui/overlays/Toast.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { OverlayActs } from './overlay-acts.ts'
import { YearsDialog } from './YearsDialog.tsx'

type Asking = 'years' | 'serves' | 'description'
type OneProps = { readonly row: ScenarioRow | undefined; readonly read: ScenarioRows; readonly acts: OverlayActs }

/** What no cell of the grid holds, of the initiative in the chosen row: its years, its objectives, its description, whether it is in at all. */
export function OneInitiative({ row, read, acts }: OneProps) {
  const [asking, setAsking] = useState<Asking>()
  const toast = useToast()
  const onClose = () => setAsking(undefined)
  const exists = async (of: ScenarioRow) => {
    const ref = { kind: 'initiative', id: of.id, field: 'exists' } as const
    const sent = await (of.standing === 'removed' || of.standing === 'added' ? acts.onReset([ref]) : acts.onSet([{ ...ref, value: false }]))
    if (!sent.ok) toast({ message: sent.refusal.detail, tone: 'bad' })
  }
  const gone = row?.standing === 'removed'
  return (
    <>
      <Menu
        label={row ? `More of ${row.name}` : 'More of the chosen row'}
        items={row === undefined ? [{ key: 'none', label: 'Choose a row first', disabled: true, onSelect: () => undefined }] : [
          { key: 'years', label: 'Years of cost and benefits…', disabled: gone, onSelect: () => setAsking('years') },
          { key: 'serves', label: 'Objectives it serves…', disabled: gone || read.objectives.length === 0, onSelect: () => setAsking('serves') },
          { key: 'description', label: 'Description…', disabled: gone, onSelect: () => setAsking('description') },
          { key: 'exists', label: gone ? 'Put it back' : 'Take it out of the scenario', ...(gone ? {} : { tone: 'bad' as const }), onSelect: () => void exists(row) },
        ]}
        trigger={(props) => <Button {...props} icon={<Ellipsis aria-hidden="true" />}>Of the chosen row</Button>}
      />
      {row && asking === 'years' && <YearsDialog row={row} read={read} onSet={acts.onSet} onClose={onClose} />}
      {row && asking === 'serves' && <Serves row={row} read={read} onSet={acts.onSet} onClose={onClose} />}
      {row && asking === 'description' && <Description row={row} onSet={acts.onSet} onClose={onClose} />}
    </>
  )
}

type AskProps = { readonly row: ScenarioRow; readonly onSet: OverlayActs['onSet']; onClose(): void }

function Description({ row, onSet, onClose }: AskProps) {
  const [text, setText] = useState(row.description ?? '')
  return (
    <FormDialog title={`Description of ${row.name}`} act="Set" size="wide" onSubmit={() => onSet([{ kind: 'initiative', id: row.id, field: 'description', value: text.trim() === '' ? null : text }])} onClose={onClose}>
      <TextArea label="Description" maxLength={20_000} data-focus-first="" value={text} onChange={setText} />
    </FormDialog>
  )
}

/** Every objective with how much the initiative serves it: 1 fully, -1 hurts it fully, empty where there is no link. */
function Serves({ row, read, onSet, onClose }: AskProps & { readonly read: ScenarioRows }) {
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
