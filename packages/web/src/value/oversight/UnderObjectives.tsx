import type { ObjectiveValue } from '@throughline/contract/value'
import { explanationFromWire, places, useFormat } from '../../format/index.ts'
import { Card } from '../../ui/display/Card.tsx'
import { Table, type TableColumn } from '../../ui/display/Table.tsx'
import { WhyFigure } from '../../ui/display/WhyFigure.tsx'
import { amountWords, unitWords } from '../amounts.ts'
import { entriesAddress, entriesUnder } from '../ledger-address.ts'
import { underCodes } from './words.ts'

/** What is promised, claimed, verified and banked under each objective; each figure leads to its entries. */
export function UnderObjectives({ rows, one = false }: { readonly rows: readonly ObjectiveValue[]; /** Of one objective, which needs no name. */ readonly one?: boolean }) {
  const format = useFormat()
  const figure = (key: keyof typeof underCodes, label: string): TableColumn<ObjectiveValue> => ({
    key, label, numeric: true,
    cell: (row) => (key === 'banked' && !row.unit.endsWith('.cash') ? <span title="Only cash is banked">–</span> : <WhyFigure why={explanationFromWire(row.why[key])} under={entriesUnder({ objective: row.objectiveId, unit: row.unit, codes: underCodes[key] })}>{amountWords(row[key], row.unit, format)}</WhyFigure>),
  })
  const table = (
    <Table<ObjectiveValue>
      caption="Value under objectives"
      rows={rows}
      rowKey={({ objectiveId, unit }) => `${objectiveId} ${unit}`}
      columns={[
        ...(one ? [] : [{ key: 'objective', label: 'Objective', cell: ({ objectiveId, objective }: ObjectiveValue) => <a className="text-ink" href={places.objective(objectiveId)}>{objective}</a> }]),
        { key: 'unit', label: 'Unit', cell: ({ objectiveId, unit }) => <a className="text-ink" href={entriesAddress({ objective: objectiveId, unit })}>{unitWords(unit)}</a> },
        { key: 'benefits', label: 'Benefits', numeric: true, cell: ({ benefits }) => format.number(benefits, 0) },
        figure('promised', 'Promised'), figure('claimed', 'Claimed'), figure('verified', 'Verified'), figure('banked', 'Banked'),
      ]}
    />
  )
  return one ? table : <Card flush title="Under each objective, in the ledger" note="Benefits whose measure belongs to the objective, each counted once; units are never added">{table}</Card>
}
