import type { OverlayChange, Scenario } from '@throughline/contract/portfolio'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { ProblemNote, useSending } from '../../../../wire/index.ts'
import { usePlanWords } from '../../../parts/plans/field-names.tsx'
import type { OverlayActs } from './overlay-acts.ts'

/** Beyond so many a word narrows the list down. */
const most = 200

/** Everything that is set in the scenario, field by field, with who set it; each can be taken back alone. */
export function ChangeList({ scenario, currency, unitName, canEdit, onReset }: { readonly scenario: Pick<Scenario, 'overlay'>; readonly currency: string; unitName(id: string): string; readonly canEdit: boolean; readonly onReset: OverlayActs['onReset'] }) {
  const format = useFormat()
  const { fieldWord, valueWord } = usePlanWords({ currency, unitName })
  const [sought, setSought] = useState('')
  const [said, setSaid] = useState('')
  const words = (one: OverlayChange): string => `${one.name}, ${fieldWord(one.field).toLowerCase()}`
  const found = scenario.overlay.filter((one) => words(one).toLowerCase().includes(sought.trim().toLowerCase()))
  const backTo = (one: OverlayChange) => async () => {
    const sent = await onReset([{ kind: one.kind, id: one.id, field: one.field }])
    if (sent.ok) setSaid(`Taken back: ${words(one)}`)
    return sent
  }
  return (
    <Card title="What is set here" note={format.count(scenario.overlay.length, 'field', 'fields')} flush>
      {scenario.overlay.length > 10 && <div className="px-4 py-3"><TextField label="Find a change" type="search" value={sought} onChange={setSought} /></div>}
      <Table
        caption="Fields that the scenario sets"
        rows={found.slice(0, most)}
        rowKey={({ kind, id, field }) => `${kind} ${id} ${field}`}
        empty={sought === '' ? 'Nothing is set yet. Change a cell above.' : 'No change has this in its name.'}
        maxHeight={420}
        columns={[
          { key: 'name', label: 'What', cell: ({ name }) => name },
          { key: 'field', label: 'Field', cell: ({ field }) => fieldWord(field) },
          { key: 'base', label: 'In the plan', cell: ({ field, base }) => valueWord(field, base) },
          { key: 'value', label: 'In the scenario', cell: ({ field, value }) => <strong className="font-semibold">{valueWord(field, value)}</strong> },
          { key: 'by', label: 'Set by', cell: ({ by, at, origin }) => <span className="quiet">{origin === 'selection' ? 'The selection' : by}, {format.instant(at)}</span> },
          ...(canEdit ? [{ key: 'back', label: 'Take back', cell: (one: OverlayChange) => <TakeBack words={words(one)} send={backTo(one)} /> }] : []),
        ]}
      />
      {found.length > most && <p className="quiet px-4 py-2">The first {most} of {format.number(found.length, 0)}; find one by a word of its name.</p>}
      <span className="visually-hidden" role="status">{said}</span>
    </Card>
  )
}

function TakeBack({ words, send: reset }: { readonly words: string; send(): ReturnType<OverlayActs['onReset']> }) {
  const { busy, problem, send } = useSending(reset)
  return <><Button kind="link" busy={busy} onClick={() => void send()}>Take back<span className="visually-hidden">: {words}</span></Button><ProblemNote problem={problem} /></>
}
