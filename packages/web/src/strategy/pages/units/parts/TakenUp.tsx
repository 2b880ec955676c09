import type { StrategyTree, TreeObjective } from '@throughline/contract/strategy'
import { useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'

/** Which unit takes up which objective of the organisation, and with what weight; what nobody takes up stands out. */
export function TakenUp({ tree }: { readonly tree: StrategyTree }) {
  const format = useFormat()
  const [root, ...below] = tree.strategies
  const untaken = new Set(tree.untaken)
  const shared = new Map(below.map(({ id, shared: own }) => [id, new Map(own.map(({ key, weight }) => [key, weight]))]))
  return (
    <Card flush title="Who takes up what" note={untaken.size === 0 ? 'Every objective of the organisation is taken up by some unit.' : `${format.count(untaken.size, 'objective of the organisation is', 'objectives of the organisation are')} taken up by no unit.`}>
      <Table<TreeObjective>
        caption="Weights of units by objective of the organisation" rows={root?.objectives ?? []} rowKey={({ id }) => id} maxHeight={440}
        columns={[
          { key: 'objective', label: 'Objective', cell: ({ id, statement }) => <span>{statement}{untaken.has(id) && <span className="quiet block">No unit takes it up</span>}</span> },
          { key: 'weight', label: 'Organisation', numeric: true, cell: ({ weight }) => format.weight(weight) },
          ...below.map(({ id: strategyId, name, unit }) => ({ key: strategyId, label: unit ?? name, numeric: true, cell: ({ id }: TreeObjective) => {
            const weight = shared.get(strategyId)?.get(id)
            return weight === undefined ? <span className="quiet"><span aria-hidden="true">–</span><span className="visually-hidden">not taken up</span></span> : format.weight(weight)
          } })),
        ]}
      />
    </Card>
  )
}
