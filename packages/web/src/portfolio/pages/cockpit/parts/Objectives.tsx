import type { Cockpit } from '@throughline/contract/portfolio'
import { HealthBar, places, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'

/** What the portfolio does for each objective; an initiative that serves several is counted whole in each. */
export function Objectives({ objectives, className }: { readonly objectives: Cockpit['objectives']; readonly className?: string }) {
  const format = useFormat()
  return (
    <Card flush title="Objectives funded" note="An initiative counts whole in every objective it serves" {...(className ? { className } : {})}>
      <Table<Cockpit['objectives'][number]>
        caption="Objectives with what serves them"
        rows={objectives}
        rowKey={({ id }) => id}
        empty={<span>No objectives yet. <a href={places.strategy}>Write the strategy</a></span>}
        columns={[
          { key: 'statement', label: 'Objective', cell: ({ id, statement }) => <a className="line-clamp-2 text-ink" href={places.objective(id)} title={statement}>{statement}</a> },
          { key: 'weight', label: 'Weight', numeric: true, cell: ({ weight }) => format.weight(weight) },
          { key: 'initiatives', label: 'Served by', numeric: true, cell: ({ initiatives }) => (initiatives > 0 ? format.number(initiatives, 0) : <StatusMark quiet tone="bad" word="None" />) },
          { key: 'cost', label: 'Cost', numeric: true, cell: ({ cost }) => format.moneyCell(cost) },
          { key: 'benefits', label: 'Benefits', numeric: true, cell: ({ id, statement, benefits }) => <a className="text-ink" href={places.entries({ objective: id })}>{format.moneyCell(benefits)}<span className="visually-hidden">, entries of the value ledger under {statement}</span></a> },
          { key: 'health', label: 'Health', cell: ({ health, statement }) => <div className="min-w-20"><HealthBar health={health} name={statement} /></div> },
        ]}
      />
    </Card>
  )
}
