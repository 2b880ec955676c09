import { useFormat } from '../../../format/index.ts'
import { Table } from '../../../ui/display/Table.tsx'
import type { PlanColumn } from './PlanColumns.tsx'

/** What the funded work of each department costs in each plan. */
export function DepartmentColumns({ plans }: { readonly plans: readonly PlanColumn[] }) {
  const format = useFormat()
  const names = new Map(plans.flatMap(({ figures }) => figures.departments.map(({ id, name }) => [id ?? '', name] as const)))
  const rows = [...names].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1))
  return (
    <Table
      caption="Cost by department"
      rows={rows}
      rowKey={({ id }) => id}
      empty="Nothing is funded."
      columns={[
        { key: 'name', label: 'Department', cell: ({ name }) => name },
        ...plans.map(({ key, name, figures }) => ({
          key, label: name, numeric: true,
          cell: ({ id }: (typeof rows)[number]) => {
            const found = figures.departments.find((one) => (one.id ?? '') === id)
            return found ? <>{format.moneyCell(found.cost)} <span className="quiet">{format.count(found.initiatives, 'initiative', 'initiatives')}</span></> : <span className="quiet">nothing</span>
          },
        })),
      ]}
    />
  )
}
