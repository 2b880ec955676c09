import type { Network, NetworkNode } from '@throughline/contract/value'
import { nodeKinds } from '@throughline/engine/value'
import { useFormat } from '../../../../format/index.ts'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { gapWords, kindWords, stateWords } from '../words.ts'

/** The same network as a table: each node with what it rests on, what it leads to and what it lacks. */
export function NodeTable({ network, selected, onSelect }: { readonly network: Network; readonly selected: string | undefined; onSelect(id: string | undefined): void }) {
  const format = useFormat()
  const names = new Map(network.nodes.map(({ id, name }) => [id, name]))
  const after = Map.groupBy(network.edges, ({ from }) => from)
  const before = Map.groupBy(network.edges, ({ to }) => to)
  const listed = (ids: readonly string[]): string => ids.map((id) => names.get(id) ?? '').join('; ') || '–'
  const rows = network.nodes.toSorted((a, b) => nodeKinds.indexOf(a.kind) - nodeKinds.indexOf(b.kind))
  return (
    <div className="card min-w-0">
      <Table<NetworkNode>
        caption="Nodes of the benefits network"
        maxHeight={640}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', label: 'Node', cell: ({ id, name }) => <button type="button" aria-pressed={id === selected} className="text-left text-accent hover:underline" onClick={() => onSelect(id === selected ? undefined : id)}>{name}</button> },
          { key: 'kind', label: 'Kind', cell: ({ kind }) => kindWords[kind].one },
          { key: 'owner', label: 'Owner', cell: ({ owner }) => owner ?? '–' },
          { key: 'state', label: 'State', cell: ({ state }) => (state ? stateWords[state] : '–') },
          { key: 'due', label: 'Due', cell: ({ dueOn }) => (dueOn ? format.date(dueOn) : '–') },
          { key: 'from', label: 'Rests on', cell: ({ id }) => listed((before.get(id) ?? []).map(({ from }) => from)) },
          { key: 'to', label: 'Leads to', cell: ({ id }) => listed((after.get(id) ?? []).map(({ to }) => to)) },
          { key: 'gaps', label: 'Gaps', cell: ({ gaps }) => (gaps.length === 0 ? '–' : <StatusMark quiet tone="warn" word={gaps.map((gap) => gapWords[gap]).join('; ')} />) },
        ]}
      />
    </div>
  )
}
