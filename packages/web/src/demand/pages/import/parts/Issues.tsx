import type { ImportDraft, ImportIssue } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Download } from 'lucide-react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { EmptyState } from '../../../../ui/states/states.tsx'
import { ProblemNote, Shown, useSending } from '../../../../wire/index.ts'
import type { ImportLists, RowsAsk } from '../acts.ts'
import { issueCount } from '../draft.ts'
import { severities, severityWords } from '../words.ts'
import { Pager } from './Pager.tsx'

type IssuesProps = { readonly draft: ImportDraft; readonly issues: ImportLists['issues']; onRow(ask: RowsAsk): void; onSave(): Promise<Result<unknown, Problem>> }

/** What was found odd, by severity and kind, page by page; all of it can be saved as a file, and each leads to its row. */
export function Issues({ draft, issues: { reading, ask, onAsk }, onRow, onSave }: IssuesProps) {
  const format = useFormat()
  const saving = useSending(onSave)
  if (draft.issuesInAll === 0) return <EmptyState title="No issues">Every cell that is read was understood.</EmptyState>
  const kinds = draft.issueKinds.filter(({ severity }) => ask.severity === undefined || severity === ask.severity)
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Select className="small w-56" label="Severity" value={ask.severity ?? 'all'} options={[{ value: 'all', label: `All (${format.number(draft.issuesInAll)})` }, ...severities.map((key) => ({ value: key, label: `${severityWords[key].many} (${format.number(issueCount(draft, key))})` }))]} onChange={(value) => onAsk({ from: 0, ...(value === 'all' ? {} : { severity: value as ImportIssue['severity'] }) })} />
        <Select className="small w-96" label="Kind" value={ask.code ?? 'all'} options={[{ value: 'all', label: 'Every kind' }, ...kinds.map(({ code, words, count }) => ({ value: code, label: `${words} (${format.number(count)})` }))]} onChange={(value) => onAsk({ from: 0, ...(ask.severity ? { severity: ask.severity } : {}), ...(value === 'all' ? {} : { code: value }) })} />
        {ask.row !== undefined && <Button onClick={() => onAsk({ from: 0 })}>Show those of all rows</Button>}
        <Button className="ml-auto" icon={<Download aria-hidden="true" />} busy={saving.busy} onClick={() => void saving.send()}>Download all as CSV</Button>
      </div>
      <ProblemNote problem={saving.problem} />
      <Shown reading={reading} what="the issues" lines={8}>
        {({ rows, total, from }) => (
          <div className="grid gap-3">
            <Table
              caption="Issues of the file"
              maxHeight={620}
              rows={rows}
              rowKey={({ number }) => String(number)}
              empty="None of this kind."
              columns={[
                { key: 'place', label: 'Cell', cell: ({ place, row }) => (row === null ? <span className="figures font-medium">{placeWords(place)}</span> : <Button kind="link" title="Show the row" onClick={() => onRow({ number: row })}>{placeWords(place)}</Button>) },
                { key: 'severity', label: 'Severity', cell: (issue) => <StatusMark quiet tone={severityWords[issue.severity].tone} word={severityWords[issue.severity].one} /> },
                { key: 'words', label: 'What was found', cell: ({ message }) => <span className="block max-w-4xl break-words">{message}</span> },
              ]}
            />
            <Pager what="issues" total={total} from={from} shown={rows.length} onFrom={(next) => onAsk({ ...ask, from: next })} />
          </div>
        )}
      </Shown>
    </div>
  )
}

const placeWords = ({ cell, row }: ImportIssue['place']): string => (cell === '' ? 'Sheet' : /\D/.test(cell) ? cell : `Row ${row}`)
