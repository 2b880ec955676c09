import { ChevronDown, ChevronRight } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { Column } from './column.ts'
import { GridCell, GridLine } from './GridCell.tsx'
import type { Section } from './lines.ts'
import { readSelection } from './row-selection.ts'

export type GroupRowProps<Row> = {
  readonly id: string
  readonly line: number
  readonly top: number
  readonly frozen: number
  readonly numbered: boolean
  readonly selection: string
  readonly group: Section
  readonly open: boolean
  readonly columns: readonly Column<Row>[]
  totals(key: string): string
  onToggle(): void
}

/** The head of a group: its name and number of rows, and under each column the sum of what can be added. */
export function GroupRow<Row>({ id, line, top, frozen, numbered, selection, group, open, columns, totals, onToggle }: GroupRowProps<Row>) {
  const chosen = readSelection(selection)
  const held = Math.max(1, frozen)
  const style: CSSProperties = { width: heldWidth(held), paddingLeft: 10 + group.level * 18 }
  const head = (
    <div key="head" id={`${id}-${line}-0`} role="gridcell" aria-colindex={1} aria-colspan={held} className="cell group-label" data-c={0} data-active={(chosen.active >= 0 && chosen.active < held) || undefined} style={style} onClick={onToggle}>
      {open ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
      <span dir="auto">{group.label}</span>
      <span className="quiet figures">{group.count}</span>
    </div>
  )
  const rest = columns.slice(held).map((column, offset) => (
    <GridCell key={column.key} id={`${id}-${line}-${offset + held}`} column={column} index={offset + held} chosen={chosen} locked>
      {totals(column.key)}
    </GridCell>
  ))
  return (
    <GridLine {...{ line, top, numbered, chosen }} frozen={1} group={{ open, level: group.level }}>
      {[head, ...rest]}
    </GridLine>
  )
}

/** As wide as the columns held in sight, so that totals stand under their columns. */
const heldWidth = (held: number): string => `calc(${Array.from({ length: held }, (_, index) => `var(--w${index})`).join(' + ')})`
