import { Button } from '../controls/Button.tsx'
import { Popover } from '../overlays/Popover.tsx'
import { EmptyState } from '../states/states.tsx'
import type { CellIssue } from './edits/change.ts'
import type { GridModel } from './use-grid.ts'

export type IssuesListProps = { readonly grid: GridModel<unknown>; readonly issues: readonly CellIssue[]; readonly anchor: Element; goToCell(cell: CellIssue): void; onClose(): void }

/** Every refused cell with the words; choosing one goes there. */
export function IssuesList({ grid, issues, anchor, goToCell, onClose }: IssuesListProps) {
  const { columns } = grid.props
  const nameOf = ({ key, column }: CellIssue): string => {
    const row = grid.rows.of(key)
    const strong = columns.find((each) => each.strong) ?? columns[0]
    const name = row !== undefined && strong ? String(grid.valueIn(row, strong) ?? key) : key
    return `${name}, ${columns.find((each) => each.key === column)?.label ?? column}`
  }
  return (
    <Popover open anchor={anchor} onClose={onClose} label="Refused cells" side="top">
      <ul className="grid-issues">
        {issues.slice(0, listed).map((issue) => (
          <li key={`${issue.column} ${issue.key}`}>
            <button
              type="button"
              onClick={() => {
                onClose()
                goToCell(issue)
              }}
            >
              <strong dir="auto">{nameOf(issue)}</strong>
              <span dir="auto">{issue.message}</span>
            </button>
          </li>
        ))}
      </ul>
      {issues.length === 0 && <EmptyState title="Nothing is refused any more" />}
      {issues.length > listed && <p className="quiet">{`and ${issues.length - listed} more`}</p>}
      <Button
        kind="quiet"
        onClick={() => {
          grid.forget(issues)
          onClose()
        }}
      >
        Dismiss all
      </Button>
    </Popover>
  )
}
const listed = 200
