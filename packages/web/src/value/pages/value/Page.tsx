import type { Backlog, ObjectiveValue, Value, ValueEntry } from '@throughline/contract/value'
import type { Problem } from '@throughline/contract/wire'
import type { FiscalCalendar, Result } from '@throughline/engine/kernel'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { InitiativeChoices } from '../../../demand/index.ts'
import { places, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { EntryEntered } from '../../entered.ts'
import { BacklogCard } from '../../oversight/Backlog.tsx'
import { UnderObjectives } from '../../oversight/UnderObjectives.tsx'
import { Book } from './parts/Book.tsx'
import { Entries } from './parts/Entries.tsx'
import { RecordEntry } from './dialogs/RecordEntry.tsx'
import { ReverseEntry } from './dialogs/ReverseEntry.tsx'

export type ValueProps = {
  readonly value: Reading<Value>
  /** What waits for verification, and what the ledger has under each objective; undefined until it is known, and for who does not see amounts. */
  readonly backlog?: Backlog | undefined
  readonly objectives?: readonly ObjectiveValue[] | undefined
  readonly entries: Reading<readonly ValueEntry[]>
  readonly canEdit: boolean
  readonly initiatives: InitiativeChoices
  readonly currency: string
  readonly calendar: FiscalCalendar
  readonly today: string
  onRecord(entry: EntryEntered): Promise<Result<unknown, Problem>>
  onReverse(entry: ValueEntry, reason: string): Promise<Result<unknown, Problem>>
  /** The way to what is said about an entry. */
  discuss?(entry: ValueEntry): ReactNode
}

/** What was promised, what is expected now, and what was proven to have come: one section for each kind of money. */
export function ValuePage({ value, backlog, objectives, entries, canEdit, initiatives, currency, calendar, today, onRecord, onReverse, discuss }: ValueProps) {
  const format = useFormat()
  const [open, setOpen] = useState<'record' | ValueEntry>()
  const close = () => setOpen(undefined)
  const publication = value.state === 'full' ? value.value.publication : null
  return (
    <PageFrame
      title="Value"
      note={publication ? `Promised, forecast and realised benefits as of ${format.date(publication.asOf)}` : 'Promised, forecast and realised benefits'}
      actions={
        <>
          <a className="button" data-kind="secondary" href="/value/keeping">Promise-keeping</a>
          {canEdit && <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen('record')}>Record value</Button>}
        </>
      }
    >
      {backlog && backlog.units.length > 0 && <BacklogCard backlog={backlog} actions={<a href="/value/ledger?view=backlog">Claim by claim</a>} />}
      <Shown reading={value} what="the value books" lines={8}>
        {(whole) => (whole.books.length === 0 ? <Nothing /> : <Books value={whole} />)}
      </Shown>
      {objectives && objectives.length > 0 && <UnderObjectives rows={objectives} />}
      <Entries {...{ entries, canEdit }} {...(discuss ? { discuss } : {})} onRecord={() => setOpen('record')} onReverse={setOpen} />
      {open === 'record' && <RecordEntry {...{ initiatives, currency, calendar, today, onRecord }} onClose={close} />}
      {open !== undefined && open !== 'record' && <ReverseEntry entry={open} onReverse={onReverse} onClose={close} />}
    </PageFrame>
  )
}

const Nothing = () => (
  <EmptyState title="No benefit has been promised yet" actions={<a className="button" data-kind="secondary" href={places.import}>Import a portfolio</a>}>
    Benefits come with published figures of initiatives, or are recorded here year by year with their evidence.
  </EmptyState>
)

const Books = ({ value }: { readonly value: Value }) => (
  <>
    {value.notes.length > 0 && (
      <ul className="grid max-w-[110ch] gap-1 text-ink-2">
        {value.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    )}
    {value.books.map((book) => (
      <Book key={`${book.unit.currency} ${book.unit.cashClass} ${book.unit.basis}`} book={book} value={value} />
    ))}
  </>
)
