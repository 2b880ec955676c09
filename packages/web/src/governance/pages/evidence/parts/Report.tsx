import type { EvidenceFault, EvidenceReport } from '@throughline/contract/governance'
import { useFormat } from '../../../../format/index.ts'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { faultWords } from '../words.ts'

/** What a check found: that everything holds, or each thing that does not, by name. */
export function Report({ report: { holds, acts, tables, rows, faults, more, checkedAt } }: { readonly report: EvidenceReport }) {
  const format = useFormat()
  return (
    <div className="mt-2 grid gap-2" role="status">
      <p>
        <StatusMark tone={holds ? 'good' : 'bad'} word={holds ? 'Everything holds' : `${more ? 'More than ' : ''}${format.count(faults.length, 'thing', 'things')} done behind the server’s back`} />
        <span className="quiet figures"> {format.count(acts, 'act', 'acts')}, {format.count(rows, 'row', 'rows')} of {format.count(tables, 'table', 'tables')}, {format.instant(checkedAt)}</span>
      </p>
      {faults.length > 0 && (
        <Table<EvidenceFault>
          caption="What does not hold" rows={faults} rowKey={keyOf} maxHeight={480}
          columns={[
            { key: 'what', label: 'What', cell: (found) => faultWords(found) },
            { key: 'since', label: 'Last act on it', cell: ({ at }) => (at === null ? <span className="quiet">none</span> : <a className="text-ink" href={`/governance/history?from=${at.slice(0, 10)}&to=${at.slice(0, 10)}`}>{format.instant(at)}</a>) },
          ]}
        />
      )}
    </div>
  )
}

const keyOf = ({ fault, table, key, seq, at }: EvidenceFault): string => [fault, table, key, seq, at].join(' ')
