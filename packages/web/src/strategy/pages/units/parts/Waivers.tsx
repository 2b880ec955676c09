import type { TreeWaiver } from '@throughline/contract/strategy'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { waiverLooks } from '../words.ts'

/** Who has leave to go their own way, why, within what, and until when. */
export function Waivers({ waivers, onEdit }: { readonly waivers: readonly TreeWaiver[]; readonly onEdit: ((id: string) => void) | undefined }) {
  const format = useFormat()
  if (waivers.length === 0) return null
  return (
    <Card flush title="Leave to go one’s own way" note="While it lasts, the unit’s work is told apart in alignment, and contradictions that need it are listed as waived. The day it ends they return by themselves.">
      <Table<TreeWaiver>
        caption="Waivers of units" rows={waivers} rowKey={({ waiver }) => waiver.id}
        columns={[
          { key: 'unit', label: 'Unit', cell: ({ unit, waiver }) => (onEdit ? <Button kind="link" onClick={() => onEdit(waiver.id)}>{unit}</Button> : unit) },
          { key: 'why', label: 'Why', cell: ({ waiver }) => waiver.reason }, { key: 'keeps', label: 'What it must keep', cell: ({ waiver }) => waiver.guardrails || <span className="quiet">nothing said</span> },
          { key: 'until', label: 'From, until', cell: ({ waiver }) => `${format.date(waiver.from)}, until ${format.date(waiver.to)}` },
          { key: 'state', label: 'State', cell: ({ state }) => <StatusMark quiet tone={waiverLooks[state].tone} word={waiverLooks[state].words} /> },
        ]}
      />
    </Card>
  )
}
