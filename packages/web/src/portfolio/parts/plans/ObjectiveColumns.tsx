import { useFormat } from '../../../format/index.ts'
import { Table } from '../../../ui/display/Table.tsx'
import type { PlanColumn } from './PlanColumns.tsx'

type Line = { readonly id: string; readonly statement: string; readonly weight: number }

/** How much funded work serves each objective in each plan, heaviest objective first. */
export function ObjectiveColumns({ plans }: { readonly plans: readonly PlanColumn[] }) {
  const format = useFormat()
  const statements = new Map(plans.flatMap(({ figures }) => figures.objectives.map(({ id, statement, weight }) => [id, { id, statement, weight }] as const)))
  const objectives: readonly Line[] = [...statements.values()].sort((a, b) => b.weight - a.weight)
  return (
    <Table
      caption="Objectives served"
      rows={objectives}
      rowKey={({ id }) => id}
      empty="There are no objectives yet."
      columns={[
        { key: 'statement', label: 'Objective', cell: ({ statement }) => statement },
        ...plans.map(({ key, name, figures }) => ({
          key, label: name, numeric: true,
          cell: ({ id }: Line) => {
            const found = figures.objectives.find((one) => one.id === id)
            return found ? <>{format.percent(found.weight)}, {found.initiatives === 0 ? <strong className="font-semibold">nothing serves it</strong> : format.count(found.initiatives, 'initiative', 'initiatives')}</> : '–'
          },
        })),
      ]}
    />
  )
}
