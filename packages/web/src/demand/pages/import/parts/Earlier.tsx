import type { ImportSummary } from '@throughline/contract/demand'
import { places, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { EmptyState } from '../../../../ui/states/states.tsx'
import { Shown } from '../../../../wire/index.ts'
import type { Earlier } from '../acts.ts'
import { stateWords } from '../words.ts'
import { Pager } from './Pager.tsx'

/** Every import there was: open ones can be resumed, applied ones looked at and undone. */
export function EarlierImports({ imports: { reading, ask, onAsk }, canEdit }: { readonly imports: Earlier['imports']; readonly canEdit: boolean }) {
  const format = useFormat()
  const act = ({ state }: ImportSummary): string => (state === 'preview' && canEdit ? 'Resume' : 'Look')
  return (
    <Card title="Imports" note="Newest first" flush>
      <Shown reading={reading} what="the imports" lines={5}>
        {({ rows, total, from }) =>
          total === 0 ? (
            <EmptyState title="No import yet">The first file that you apply begins the portfolio.</EmptyState>
          ) : (
            <div className="grid gap-3 pb-3">
              <Table
                caption="Imports, newest first"
                maxHeight={420}
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'file', label: 'File', cell: ({ id, fileName }) => <a href={`${places.import}/${encodeURIComponent(id)}`}>{fileName}</a> },
                  { key: 'state', label: 'State', cell: ({ state }) => <StatusMark quiet tone={stateWords[state].tone} word={stateWords[state].word} /> },
                  { key: 'asOf', label: 'Position', cell: ({ asOf }) => <span className="figures">{asOf === null ? '' : format.date(asOf)}</span> },
                  { key: 'rows', label: 'Rows', numeric: true, cell: (one) => format.number(one.rows) },
                  { key: 'created', label: 'New', numeric: true, cell: ({ created }) => format.number(created) },
                  { key: 'changed', label: 'Changed', numeric: true, cell: ({ changed }) => format.number(changed) },
                  { key: 'who', label: 'Who and when', cell: (one) => <span className="quiet">{whoWords(one, format.date)}</span> },
                  { key: 'act', label: 'Open', cell: (one) => <a href={`${places.import}/${encodeURIComponent(one.id)}`} aria-label={`${act(one)}: ${one.fileName}`}>{act(one)}</a> },
                ]}
              />
              <div className="px-4"><Pager what="imports" total={total} from={from} shown={rows.length} onFrom={(next) => onAsk({ ...ask, from: next })} /></div>
            </div>
          )
        }
      </Shown>
    </Card>
  )
}

function whoWords({ by, at, appliedBy, appliedAt, undoneBy, undoneAt }: ImportSummary, date: (iso: string) => string): string {
  if (undoneBy !== null && undoneAt !== null) return `undone by ${undoneBy}, ${date(undoneAt.slice(0, 10))}`
  if (appliedBy !== null && appliedAt !== null) return `applied by ${appliedBy}, ${date(appliedAt.slice(0, 10))}`
  return `brought by ${by}, ${date(at.slice(0, 10))}`
}
