import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { Dialog } from '../../../../ui/overlays/Dialog.tsx'
import type { CellValue } from '../../../../ui/grid/index.ts'
import type { Conflict } from '../cells.ts'

/** Cells that somebody else wrote while this person did: theirs beside ours, and which is to stand. Nothing is lost before that. */
export function Conflicts({ conflicts, onSettle }: { readonly conflicts: readonly Conflict[]; onSettle(mine: readonly Conflict[]): void }) {
  const format = useFormat()
  const [mine, setMine] = useState<ReadonlySet<number>>(new Set())
  const chosen = conflicts.filter((_, index) => mine.has(index))
  const toggle = (index: number, on: boolean) => setMine((before) => new Set(on ? [...before, index] : [...before].filter((other) => other !== index)))
  const all = mine.size === conflicts.length
  return (
    <Dialog
      open
      size="wide"
      title="Somebody else was faster"
      subtitle={`${format.count(conflicts.length, 'cell was', 'cells were')} changed by somebody else while you wrote. Theirs stand unless you choose yours.`}
      onClose={() => onSettle([])}
      foot={<><Button onClick={() => onSettle([])}>Keep theirs</Button><Button kind="primary" disabled={chosen.length === 0} onClick={() => onSettle(chosen)}>{chosen.length === 0 ? 'Write mine' : `Write mine in ${format.number(chosen.length, 0)}`}</Button></>}
    >
      <Checkbox label="Write mine in all of them" checked={all} mixed={mine.size > 0 && !all} onChange={(on) => setMine(new Set(on ? conflicts.map((_, index) => index) : []))} />
      <Table
        caption="Cells that two people wrote"
        maxHeight={420}
        rows={conflicts.map((conflict, index) => ({ conflict, index }))}
        rowKey={({ index }) => String(index)}
        empty=""
        columns={[
          { key: 'cell', label: 'Cell', cell: ({ conflict: { row, column, told } }) => <span className="grid"><span>{row.name}, {column.label}</span><span className="quiet">{told}</span></span> },
          { key: 'before', label: 'Before', cell: ({ conflict }) => shown(conflict, conflict.change.before) },
          { key: 'theirs', label: 'Theirs', cell: ({ conflict }) => shown(conflict, conflict.theirs) },
          { key: 'mine', label: 'Mine', cell: ({ conflict, index }) => <Checkbox label={shown(conflict, conflict.change.value)} checked={mine.has(index)} onChange={(on) => toggle(index, on)} /> },
        ]}
      />
    </Dialog>
  )
}

/** A value as its cell would show it. */
function shown({ column, row }: Conflict, value: CellValue): string {
  if (value === null || value === '') return 'nothing'
  const choice = column.choices?.find((one) => one.value === value)
  if (choice) return choice.label
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return column.kind === 'number' || column.kind === 'date' ? (column.format?.(value, row) ?? String(value)) : String(value)
}
