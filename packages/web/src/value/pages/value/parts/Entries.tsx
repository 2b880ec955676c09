import type { ValueEntry } from '@throughline/contract/value'
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Chip } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { Shown, type Reading } from '../../../../wire/index.ts'
import { cashClassWords, entryKindWords, withheldWords } from '../../../words.ts'

export type EntriesProps = { readonly entries: Reading<readonly ValueEntry[]>; readonly canEdit: boolean; onRecord(): void; onReverse(entry: ValueEntry): void; discuss?(entry: ValueEntry): ReactNode }

/** Every amount that was recorded, with its evidence. Nothing is deleted: a wrong entry is reversed and stays in sight. */
export function Entries({ entries, canEdit, onRecord, onReverse, discuss }: EntriesProps) {
  const format = useFormat()
  return (
    <Card flush title="Recorded entries" note="Append-only: a correction is a reversal and a new entry" actions={canEdit && <Button icon={<Plus aria-hidden="true" />} onClick={onRecord}>Record value</Button>}>
      <Shown reading={entries} what="entries" lines={3}>
        {(all) => (
          <Table<ValueEntry>
            caption="Recorded benefit amounts"
            rows={all}
            rowKey={({ id }) => id}
            empty={`Nothing has been recorded by hand yet.${canEdit ? ' Record what was realised as evidence of it comes in.' : ''}`}
            columns={[
              { key: 'initiative', label: 'Initiative', cell: (entry) => <a className="text-ink" href={places.initiative(entry.initiativeId)}>{entry.initiative}</a> },
              { key: 'kind', label: 'Kind', cell: (entry) => <span className="inline-flex items-center gap-2">{entryKindWords[entry.kind]}{entry.reverses ? <Chip>Reversal</Chip> : entry.reversedBy ? <Chip>Reversed</Chip> : null}{entry.superseded && <Chip>Before the ledger, not counted</Chip>}</span> },
              { key: 'year', label: 'Year', cell: ({ label }) => <span className="figures">{label}</span> },
              { key: 'amount', label: 'Amount', numeric: true, cell: ({ amount, reversedBy }) => amount === null ? <span className="quiet">{withheldWords}</span> : <span className={reversedBy ? 'line-through' : ''} title={`${format.money(amount)}, ${cashClassWords[amount.cashClass]}`}>{format.moneyShort(amount)}</span> },
              { key: 'evidence', label: 'Evidence', cell: ({ evidence }) => <span className="line-clamp-2 max-w-[48ch]" title={evidence}>{evidence}</span> },
              { key: 'by', label: 'Recorded', cell: ({ by, at }) => <span className="figures">{by}, {format.instant(at)}</span> },
              ...(discuss ? [{ key: 'discuss', label: '', cell: discuss }] : []),
              ...(canEdit ? [{ key: 'acts', label: '', numeric: true, cell: (entry: ValueEntry) => (entry.reverses || entry.reversedBy ? null : <Button kind="quiet" aria-label={`Reverse ${entryKindWords[entry.kind].toLowerCase()} ${entry.amount ? format.moneyShort(entry.amount) : withheldWords} of ${entry.initiative}`} onClick={() => onReverse(entry)}>Reverse</Button>) }] : []),
            ]}
          />
        )}
      </Shown>
    </Card>
  )
}
