import type { ReactNode } from 'react'
import type { Column } from './column.ts'
import { edges } from './row-selection.ts'
import type { RowSelection } from './row-selection.ts'

export type LineProps = {
  readonly line: number
  readonly top: number
  readonly frozen: number
  readonly numbered: boolean
  readonly chosen: RowSelection
  readonly lifted?: boolean
  readonly busy?: boolean
  /** For heads of groups: whether the group is open, and how deep it lies. */
  readonly group?: { readonly open: boolean; readonly level: number }
  readonly children: readonly ReactNode[]
}

/** One line: the cells that stay in sight together, and those that move. */
export function GridLine({ line, top, frozen, numbered, chosen, lifted = false, busy = false, group, children }: LineProps) {
  return (
    <div role="row" aria-rowindex={line + 2} aria-expanded={group?.open} aria-level={group ? group.level + 1 : undefined} aria-busy={busy || undefined} className="grid-row" data-line={line} data-active={chosen.active >= 0 || undefined} data-lifted={lifted || undefined} data-group={group ? '' : undefined} style={{ transform: `translateY(${top}px)` }}>
      {(frozen > 0 || numbered) && (
        <div className="grid-frozen" role="none">
          {numbered && (
            <span className="row-number" aria-hidden="true" data-marked={chosen.marked || undefined}>
              {line + 1}
            </span>
          )}
          {children.slice(0, frozen)}
        </div>
      )}
      {children.slice(frozen)}
    </div>
  )
}

export type GridCellProps<Row> = {
  readonly id: string
  readonly column: Column<Row>
  readonly index: number
  readonly chosen: RowSelection
  readonly locked?: boolean
  /** Why the cell's change was refused, or why it is empty. */
  readonly refused?: string | undefined
  readonly title?: string | undefined
  readonly editState?: string | undefined
  readonly children: ReactNode
}

/** One cell with its part of the selection, and what came of its change. */
export function GridCell<Row>({ id, column, index, chosen, locked = false, refused, title, editState, children }: GridCellProps<Row>) {
  const selected = index >= chosen.from && index <= chosen.to
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={index + 1}
      aria-selected={selected || undefined}
      aria-invalid={refused !== undefined || undefined}
      aria-describedby={refused === undefined ? undefined : `${id}-why`}
      aria-readonly={locked || undefined}
      className="cell"
      data-c={index}
      data-kind={column.kind}
      data-strong={column.strong || undefined}
      data-edges={selected ? edges(index, chosen) : undefined}
      data-fill={(index >= chosen.fillFrom && index <= chosen.fillTo) || undefined}
      data-active={chosen.active === index || undefined}
      data-edit={editState}
      title={refused ?? title}
      style={{ width: `var(--w${index})` }}
    >
      {children}
      {refused !== undefined && (
        <span id={`${id}-why`} hidden>
          {refused}
        </span>
      )}
      {chosen.handle === index && <span className="fill-handle" aria-hidden="true" />}
    </div>
  )
}
