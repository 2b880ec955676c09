import type { Issue, IssueList } from '@throughline/contract/delivery'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { Pager } from '../../../../ui/controls/Pager.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { issueSeverityLooks, riskWords as words } from '../../../risk-words.ts'
import { pageRows } from '../acts.ts'

export type IssueFilter = { readonly open: boolean; readonly from: number }
export type IssuesCardProps = { readonly list: IssueList; readonly filter: IssueFilter; readonly canEdit: boolean; onFilter(filter: IssueFilter): void; onAdd(): void; onChange(issue: Issue): void; onWithdraw(issue: Issue): void; onSave(): void }

/** The issues of an initiative, those that came last first. */
export function IssuesCard({ list, filter, canEdit, onFilter, onAdd, onChange, onWithdraw, onSave }: IssuesCardProps) {
  const format = useFormat()
  const { issues, total, counts } = list
  const all = counts.open + counts.resolved
  return (
    <Card title="Issues" note={all === 0 ? undefined : <span className="figures">{format.number(counts.open, 0)} open · {format.number(counts.resolved, 0)} resolved</span>} actions={<>{all > 0 && <Button onClick={onSave}>Excel</Button>}{canEdit && <Button onClick={onAdd}>Record an issue</Button>}</>}>
      {all === 0 ? <p className="quiet">{words.noIssues}</p> : (
        <div className="grid gap-3">
          <Checkbox label="Only open ones" checked={filter.open} onChange={(open) => onFilter({ open, from: 0 })} />
          <Table<Issue>
            caption="Issues, those that came last first" rows={issues} rowKey={({ id }) => id} empty={words.nothing} maxHeight={560}
            columns={[
              { key: 'issue', label: 'Issue', cell: ({ key, title }) => <span className="grid min-w-48 py-1">{title}<span className="quiet text-meta">{key}</span></span> },
              { key: 'severity', label: 'Severity', cell: ({ severity }) => <StatusMark quiet {...issueSeverityLooks[severity]} /> },
              { key: 'opened', label: 'Opened', cell: ({ openedOn }) => <span className="figures whitespace-nowrap">{format.date(openedOn)}</span> },
              { key: 'contained', label: 'Contained', cell: ({ containedOn }) => <span className="figures whitespace-nowrap">{containedOn ? format.date(containedOn) : '–'}</span> },
              { key: 'resolved', label: 'Resolved', cell: ({ resolvedOn }) => <span className="figures whitespace-nowrap">{resolvedOn ? format.date(resolvedOn) : '–'}</span> },
              { key: 'risk', label: 'Recorded as a risk', cell: ({ cause, risk }) => (cause === null ? <span className="quiet">Not said</span> : cause.kind === 'none' ? 'No' : <span className="block min-w-40">{risk ? `${risk.key} ${risk.title}` : 'A risk that was withdrawn'}</span>) },
              { key: 'owner', label: 'Owner', cell: ({ owner }) => (owner === null ? <span className="quiet">Nobody</span> : <span className="whitespace-nowrap">{owner}</span>) },
              ...(canEdit ? [{ key: 'acts', label: 'Acts', cell: (issue: Issue) => <span className="flex"><Button kind="quiet" aria-label={`Change: ${issue.title}`} onClick={() => onChange(issue)}>Change</Button><Button kind="quiet" aria-label={`Withdraw: ${issue.title}`} onClick={() => onWithdraw(issue)}>Withdraw</Button></span> }] : []),
            ]}
          />
          <Pager what="issues" total={total} from={list.from} shown={issues.length} size={pageRows} onFrom={(from) => onFilter({ ...filter, from })} />
        </div>
      )}
    </Card>
  )
}
