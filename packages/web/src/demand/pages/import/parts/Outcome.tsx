import type { ImportDraft } from '@throughline/contract/demand'
import { CircleCheck, Undo2 } from 'lucide-react'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { PartialState, RefusedState } from '../../../../ui/states/states.tsx'
import { conflictWords, fieldName } from '../words.ts'

/** How the import ended: what applying it did and the way back, what undoing kept, or why there is nothing; nothing while it is open. */
export function Outcome({ draft, canUndo, onUndo }: { readonly draft: ImportDraft; readonly canUndo: boolean; onUndo(): void }) {
  switch (draft.state) {
    case 'discarded':
      return <PartialState message="This import was discarded. Nothing of it was written; upload the file again to use it." />
    case 'cancelled':
      return <PartialState message="Reading this file was stopped. Nothing of it was written; upload the file again to use it." />
    case 'refused':
      return <RefusedState title={draft.problem?.title ?? 'The file cannot be read'} reason={draft.problem?.detail ?? 'The reader came to no end.'} />
    case 'applied':
      return <Applied {...{ draft, canUndo, onUndo }} />
    case 'undone':
      return <Undone draft={draft} />
    default:
      return draft.problem ? <RefusedState title={draft.problem.title ?? 'It was not done'} reason={draft.problem.detail ?? ''} tryNext="Nothing was written. Try again." /> : null
  }
}

function Applied({ draft: { applied, asOf, fileName, appliedBy, appliedAt, fileGoneAt }, canUndo, onUndo }: { readonly draft: ImportDraft; readonly canUndo: boolean; onUndo(): void }) {
  const format = useFormat()
  if (!applied) return <PartialState message="This import was applied." />
  const note = `${applied.title}${asOf === null ? '' : `, position of ${format.date(asOf)}`}, from ${fileName}${appliedBy && appliedAt ? `, by ${appliedBy} on ${format.date(appliedAt.slice(0, 10))}` : ''}`
  const actions = (
    <>
      <a className="button" data-kind="primary" href={places.initiatives}>See the initiatives</a>
      <a className="button" data-kind="secondary" href={places.cockpit}>Open the cockpit</a>
      {canUndo && !applied.nothingNew && <Button icon={<Undo2 aria-hidden="true" />} onClick={onUndo}>Undo import</Button>}
    </>
  )
  return (
    <Card title="Applied" note={note} actions={actions}>
      <div className="grid gap-4" role="status">
        {fileGoneAt !== null && <p className="quiet">The file and its rows were put away on {format.date(fileGoneAt.slice(0, 10))}. What it did stays, and so does the way back.</p>}
        <p className="flex items-center gap-2"><CircleCheck aria-hidden="true" className="size-5 shrink-0 text-good" />{applied.nothingNew ? 'Nothing was written: everything in the file was in force already.' : 'The whole file was written in one step. Every change is in the history.'}</p>
        {!applied.nothingNew && (
          <FigureStrip label="What applying did">
            <Figure label="Created" value={format.number(applied.created)} comparison={{ words: 'initiatives that are new' }} />
            <Figure label="Changed" value={format.number(applied.changed)} comparison={{ words: `${format.number(applied.unchanged)} more were confirmed` }} />
            <Figure label="Left the list" value={format.number(applied.left)} comparison={{ words: 'their history stays' }} />
            <Figure label="Publications" value={format.number(applied.publications)} comparison={{ words: applied.units > 0 ? `${format.number(applied.units)} units were added` : 'no unit was added' }} />
            <Figure label="Not taken" value={format.number(applied.refused)} comparison={applied.refused > 0 ? { words: 'rows that repeat an earlier one', tone: 'warn' } : { words: 'no row was left out' }} />
          </FigureStrip>
        )}
      </div>
    </Card>
  )
}

function Undone({ draft: { undone } }: { readonly draft: ImportDraft }) {
  const format = useFormat()
  if (!undone) return null
  const { conflicts, conflictsInAll } = undone
  return (
    <Card title="Undone" note={`By ${undone.by} on ${format.date(undone.at.slice(0, 10))}`}>
      <div className="grid gap-4" role="status">
        <FigureStrip label="What undoing did">
          <Figure label="As before" value={format.number(undone.restored)} comparison={{ words: 'initiatives got their fields back' }} />
          <Figure label="Removed" value={format.number(undone.removed)} comparison={{ words: 'initiatives that it had created' }} />
          <Figure label="In force again" value={format.number(undone.reinstated)} comparison={{ words: 'publications it had replaced' }} />
          <Figure label="Kept" value={format.number(conflictsInAll)} comparison={conflictsInAll > 0 ? { words: 'changed by somebody since', tone: 'warn' } : { words: 'nobody had changed anything' }} />
        </FigureStrip>
        {conflicts.length > 0 && (
          <Table
            caption="What was kept because somebody changed it since"
            captionShown
            maxHeight={420}
            rows={conflicts}
            rowKey={({ id, field }) => `${id} ${field ?? ''}`}
            columns={[
              { key: 'name', label: 'What', cell: ({ id, kind, name }) => (kind === 'initiative' ? <a href={places.initiative(id)}>{name}</a> : name) },
              { key: 'field', label: 'Field', cell: ({ field }) => (field === null ? 'The whole' : fieldName(field)) },
              { key: 'words', label: 'What was done', cell: conflictWords },
              { key: 'by', label: 'Changed by', cell: ({ by }) => by ?? <span className="quiet">Not known</span> },
            ]}
          />
        )}
        {conflictsInAll > conflicts.length && <p className="quiet">and {format.number(conflictsInAll - conflicts.length)} more</p>}
      </div>
    </Card>
  )
}
