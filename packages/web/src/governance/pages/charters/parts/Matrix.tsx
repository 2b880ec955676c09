import type { Charters, RaciRow } from '@throughline/contract/governance'
import { Table } from '../../../../ui/display/Table.tsx'
import { letterMarks, letterWords } from '../words.ts'

/** The parties of a matrix in the order in which they are first named. */
export const partiesOf = (rows: readonly RaciRow[]): readonly string[] => [...new Set(rows.flatMap(({ parts }) => parts.map(({ party }) => party)))]
type Units = Charters['units']
export const unitName = (units: Units, id: string | null): string => (id === null ? 'everywhere' : (units.find((one) => one.id === id)?.name ?? 'a unit that is gone'))

/** Who is responsible, accountable, consulted and informed, subject by subject. */
export function Matrix({ rows, units }: { readonly rows: readonly RaciRow[]; readonly units: Units }) {
  if (rows.length === 0) return <p className="quiet">No subject is written down.</p>
  return (
    <Table<RaciRow>
      caption="Responsible, accountable, consulted and informed by subject" rows={rows} rowKey={({ subject, unitId }) => `${subject} ${unitId ?? ''}`} maxHeight={480}
      columns={[
        { key: 'subject', label: 'Subject', cell: ({ subject, decides, unitId }) => <span className="block min-w-40">{subject}<span className="quiet block">{decides ? 'decision' : 'activity'}, {unitName(units, unitId)}</span></span> },
        ...partiesOf(rows).map((party) => ({ key: `party ${party}`, label: party, cell: ({ parts }: RaciRow) => {
          const letter = parts.find((one) => one.party === party)?.letter
          return letter ? <abbr className="no-underline" title={letterWords[letter]}>{letterMarks[letter]}</abbr> : <span className="quiet">–</span>
        } })),
      ]}
    />
  )
}
