import type { ImportMemory } from '@throughline/contract/demand'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { EmptyState } from '../../../../ui/states/states.tsx'
import { FormDialog, Shown } from '../../../../wire/index.ts'
import type { Earlier } from '../acts.ts'

/** What corrections of columns have taught, and the way to forget it. */
export function Memory({ earlier: { memory, forget }, canEdit }: { readonly earlier: Earlier; readonly canEdit: boolean }) {
  const format = useFormat()
  const [asked, setAsked] = useState<{ readonly id: string; readonly fileName: string }>()
  return (
    <Card title="Remembered columns" note="Proposed for files with the same headings" flush>
      <Shown reading={memory} what="what is remembered" lines={3}>
        {(lessons) => {
          const inForce = lessons.filter(({ forgottenAt }) => forgottenAt === null)
          if (inForce.length === 0) return <EmptyState title="Nothing is remembered">Correct a column of a file and apply it: the next file is read the same way.</EmptyState>
          return (
            <Table
              caption="What is remembered of headings"
              maxHeight={360}
              rows={inForce}
              rowKey={({ id }) => id}
              columns={[
                { key: 'file', label: 'From', cell: ({ fileName, at, by }) => <span className="grid">{fileName}<span className="quiet font-normal">{by}, {format.date(at.slice(0, 10))}</span></span> },
                { key: 'columns', label: 'Columns', cell: ({ columns }) => <span className="quiet">{columns.map(({ heading, field }) => `${heading}: ${field ?? 'not read'}`).join(', ')}</span> },
                ...(canEdit ? [{ key: 'forget', label: 'Forget', cell: ({ id, fileName }: ImportMemory) => <Button kind="quiet" onClick={() => setAsked({ id, fileName })} aria-label={`Forget what ${fileName} taught`}>Forget</Button> }] : []),
              ]}
            />
          )
        }}
      </Shown>
      {asked && (
        <FormDialog title={`Forget what ${asked.fileName} taught?`} act="Forget" onSubmit={() => forget(asked.id)} onClose={() => setAsked(undefined)}>
          <p>Files with these headings are read by their words again. What was imported stays.</p>
        </FormDialog>
      )}
    </Card>
  )
}
