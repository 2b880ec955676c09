import type { BudgetEntry, Commitments } from '@throughline/contract/capacity'
import { metricCell, places, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { entryWords, fundingWords as words } from '../words.ts'

/** The entries of the budget ledger, newest first. */
export function Ledger({ commitments: { entries, entriesOmitted, envelopes }, seesMoney }: { readonly commitments: Commitments; readonly seesMoney: boolean }) {
  const format = useFormat()
  if (envelopes.length + entries.length === 0) return null
  return (
    <Card flush title={words.ledgerTitle} note={entriesOmitted > 0 ? `${words.ledgerNote}. ${format.count(entriesOmitted, 'older one is', 'older ones are')} not listed.` : seesMoney ? words.ledgerNote : words.withheld}>
      <Table<BudgetEntry>
        caption={words.ledgerTitle} rows={entries} rowKey={({ id }) => id} maxHeight={480} empty={words.ledgerEmpty}
        columns={[
          { key: 'kind', label: 'Entry', cell: ({ kind, at }) => <span className="whitespace-nowrap">{entryWords[kind]}<span className="quiet block">{format.instant(at)}</span></span> },
          { key: 'initiative', label: 'Initiative', cell: ({ initiative }) => <a className="block min-w-40" href={places.initiative(initiative.id)}>{initiative.name}</a> },
          { key: 'envelope', label: 'Envelope', cell: ({ envelope }) => `${envelope.name}${envelope.label ? `, ${envelope.label}` : ''}` },
          { key: 'amount', label: 'Amount', numeric: true, cell: ({ amount }) => metricCell(amount, format.money) },
          { key: 'reason', label: 'Reason', cell: ({ reason, by }) => <span className="block min-w-48">{reason}<span className="quiet block">{by}</span></span> },
        ]}
      />
    </Card>
  )
}
