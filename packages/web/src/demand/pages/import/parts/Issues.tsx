import type { ImportDraft, ImportIssue } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { EmptyState, PartialState } from '../../../../ui/states/states.tsx'
import { ProblemNote, useSending } from '../../../../wire/index.ts'
import { issueCount, type Severity } from '../draft.ts'
import { severities, severityWords } from '../words.ts'

/** What was found odd, cell by cell, by severity; all of it can be saved as a file. */
export function Issues({ draft, onSave }: { readonly draft: ImportDraft; onSave(): Promise<Result<unknown, Problem>> }) {
  const format = useFormat()
  const [severity, setSeverity] = useState<Severity | 'all'>('all')
  const saving = useSending(onSave)
  const wanted = severity === 'all' ? undefined : severity
  const listed = draft.issues.filter((issue) => wanted === undefined || issue.severity === wanted)
  const inAll = issueCount(draft, wanted)
  if (draft.issuesInAll === 0) return <EmptyState title="No issues">Every cell that is read was understood.</EmptyState>
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Select className="small w-56" label="Severity" value={severity} options={[{ value: 'all', label: `All (${format.number(draft.issuesInAll)})` }, ...severities.map((key) => ({ value: key, label: `${severityWords[key].many} (${format.number(issueCount(draft, key))})` }))]} onChange={setSeverity} />
        <Button className="ml-auto" icon={<Download aria-hidden="true" />} busy={saving.busy} onClick={() => void saving.send()}>Download all as CSV</Button>
      </div>
      <ProblemNote problem={saving.problem} />
      {listed.length < inAll && <PartialState message={`${format.number(listed.length)} of ${format.count(inAll, 'issue is', 'issues are')} listed here, in the order of the file. The download has them all.`} />}
      <IssueTable issues={listed} caption="Issues of the file" maxHeight={620} />
    </div>
  )
}

/** Issues with their severity, cell and words. */
export function IssueTable({ issues, caption, maxHeight }: { readonly issues: readonly ImportIssue[]; readonly caption: string; readonly maxHeight?: number }) {
  const numbered = issues.map((issue, index) => ({ ...issue, key: String(index) }))
  return (
    <Table
      {...{ caption }}
      {...(maxHeight === undefined ? {} : { maxHeight })}
      rows={numbered}
      rowKey={({ key }) => key}
      empty="None of this severity."
      columns={[
        { key: 'place', label: 'Cell', cell: ({ place }) => <span className="figures font-medium">{placeWords(place)}</span> },
        { key: 'severity', label: 'Severity', cell: (issue) => <StatusMark quiet tone={severityWords[issue.severity].tone} word={severityWords[issue.severity].one} /> },
        { key: 'words', label: 'What was found', cell: ({ message }) => <span className="block max-w-4xl break-words">{message}</span> },
      ]}
    />
  )
}

const placeWords = ({ cell, row }: ImportIssue['place']): string => (cell === '' ? 'Sheet' : /\D/.test(cell) ? cell : `Row ${row}`)
