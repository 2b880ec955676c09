import type { Scenario } from '@throughline/contract/portfolio'
import { places, useFormat } from '../../../format/index.ts'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { EmptyState, PartialState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { ProofMark, StaleMark } from '../../parts/proof.tsx'
import { valueText, valueWords } from '../../words.ts'

export type ScenariosProps = { readonly scenarios: Reading<readonly Scenario[]> }

/** Portfolios that were worth keeping, newest first. */
export function ScenariosPage({ scenarios }: ScenariosProps) {
  return (
    <PageFrame title="Scenarios" note="Selections that were kept, each with what it had to keep and how sure it is" actions={<a className="button" data-kind="primary" href={places.select}>Select a portfolio</a>}>
      <Shown reading={scenarios} what="scenarios" lines={6}>{(list) => <List list={list} />}</Shown>
    </PageFrame>
  )
}

function List({ list }: { readonly list: readonly Scenario[] }) {
  const format = useFormat()
  const stale = list.filter((scenario) => scenario.stale).length
  if (list.length === 0)
    return (
      <EmptyState title="No scenario has been saved yet" actions={<a className="button" data-kind="primary" href={places.select}>Select a portfolio</a>}>
        Set the levers, see the best portfolio, and save it here to compare it or to come back to it.
      </EmptyState>
    )
  return (
    <>
      {stale > 0 && <PartialState message={`The portfolio has moved since ${format.count(stale, 'scenario was', 'scenarios were')} computed. Open one in Select to solve it anew.`} />}
      <Card title="Saved" note={format.count(list.length, 'scenario', 'scenarios')} flush>
        <Table
          caption="Saved scenarios"
          rows={list}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', label: 'Name', cell: ({ id, name }) => <a className="text-ink" href={`${places.scenarios}/${encodeURIComponent(id)}`}>{name}</a> },
            { key: 'value', label: 'Maximises', cell: ({ value }) => valueWords[value].name },
            { key: 'chosen', label: 'Chosen', numeric: true, cell: ({ chosen, candidates }) => `${chosen.length} of ${candidates}` },
            { key: 'worth', label: 'Value', numeric: true, cell: ({ totalValue, valueUnit, totalCost }) => valueText(totalValue, valueUnit, totalCost.currency, format) },
            { key: 'cost', label: 'Cost', numeric: true, cell: ({ totalCost }) => format.moneyShort(totalCost) },
            { key: 'proof', label: 'Proof', cell: (scenario) => <ProofMark of={scenario} /> },
            { key: 'stale', label: 'State', cell: (scenario) => <StaleMark stale={scenario.stale} /> },
            { key: 'by', label: 'Saved', cell: ({ createdBy, createdAt }) => <span className="quiet">{createdBy}, {format.instant(createdAt)}</span> },
          ]}
        />
      </Card>
    </>
  )
}
