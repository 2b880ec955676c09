import type { InitiativeRow } from '@throughline/contract/demand'
import type { SavedSelection } from '@throughline/contract/portfolio'
import { places, RatingMark, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'

/** What is in the portfolio, with each initiative's figures of today. */
export function ChosenList({ chosen, rows }: { readonly chosen: SavedSelection['chosen']; readonly rows: readonly InitiativeRow[] | undefined }) {
  const format = useFormat()
  const byId = new Map(rows?.map((row) => [row.id, row]))
  return (
    <Card title="Chosen" note={`${format.count(chosen.length, 'initiative', 'initiatives')}, figures of today`} flush>
      <Table
        caption="Chosen initiatives"
        maxHeight={560}
        rows={chosen}
        rowKey={({ id }) => id}
        empty="Nothing was chosen."
        columns={[
          { key: 'name', label: 'Initiative', cell: ({ id, name }) => <a className="text-ink" href={places.initiative(id)}>{name}</a> },
          { key: 'unit', label: 'Department', cell: ({ id }) => byId.get(id)?.unit ?? <span className="quiet">–</span> },
          { key: 'rating', label: 'Confidence', cell: ({ id }) => <RatingMark rating={byId.get(id)?.rating ?? null} /> },
          { key: 'cost', label: 'Cost', numeric: true, cell: ({ id }) => { const row = byId.get(id); return row ? format.moneyCell(row.cost) : '–' } },
          { key: 'benefits', label: 'Benefits', numeric: true, cell: ({ id }) => { const row = byId.get(id); return row ? format.moneyCell(row.benefits) : '–' } },
        ]}
      />
    </Card>
  )
}
