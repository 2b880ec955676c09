import type { Network, NetworkEdge, NetworkNode } from '@throughline/contract/value'
import { leadsTo } from '@throughline/engine/value'
import { Link2, Unlink, X } from 'lucide-react'
import { places, useFormat } from '../../../../format/index.ts'
import { Button, IconButton } from '../../../../ui/controls/Button.tsx'
import { Mark } from '../../../../ui/display/Status.tsx'
import { keptWords, kindWords, saidWords, stateWords } from '../words.ts'

export type NodePanelProps = {
  readonly network: Network
  readonly selected: string
  readonly canEdit: boolean
  onSelect(id: string | undefined): void
  onLink(from: NetworkNode): void
  onPoint(id: string): void
  onEdge(from: NetworkNode, edge: NetworkEdge): void
  onUnlink(edge: NetworkEdge): void
  onEdit(node: NetworkNode): void
  onRemove(node: NetworkNode): void
  onAround(id: string): void
}

/** One node: who, when, what it lacks, what it leads to and what leads to it. */
export function NodePanel(props: NodePanelProps) {
  const { network, selected, canEdit, onSelect, onLink, onPoint, onEdit, onRemove, onAround } = props
  const format = useFormat()
  const node = network.nodes.find(({ id }) => id === selected)
  if (!node) return null
  const findings = network.findings.filter(({ nodeIds }) => nodeIds.includes(node.id))
  const dates = [node.startsOn && `from ${format.date(node.startsOn)}`, node.dueOn && `by ${format.date(node.dueOn)}`].filter(Boolean).join(' ')
  const own = node.keptIn === 'network'
  return (
    <aside className="card grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3 break-words p-4" aria-label={node.name}>
      <div className="flex items-start gap-2">
        <div className="min-w-0 grow">
          <p className="quiet text-label">{kindWords[node.kind].one}, {keptWords[node.keptIn]}</p>
          <h2 className="text-section font-semibold">{node.name}</h2>
        </div>
        <IconButton label="Close" icon={<X aria-hidden="true" />} onClick={() => onSelect(undefined)} />
      </div>
      <p>{[node.owner ?? 'No owner', node.state && stateWords[node.state], dates].filter(Boolean).join(' · ')}</p>
      {node.note && <p className="quiet whitespace-pre-line">{node.note}</p>}
      <Elsewhere node={node} />
      {findings.length > 0 && <ul className="grid gap-1" aria-label="Gaps">{findings.map(({ code, nodeIds, words }) => <li key={`${code} ${nodeIds.join()}`} className="flex items-baseline gap-2"><Mark tone="warn" /><span className="min-w-0">{words}</span></li>)}</ul>}
      <Ties {...props} node={node} side="to" />
      <Ties {...props} node={node} side="from" />
      <div className="flex flex-wrap gap-2 border-t border-border pt-3">
        {canEdit && leadsTo[node.kind].length > 0 && node.state !== 'retired' && <Button icon={<Link2 aria-hidden="true" />} onClick={() => onLink(node)}>Link to…</Button>}
        {canEdit && leadsTo[node.kind].length > 0 && node.state !== 'retired' && <Button kind="quiet" onClick={() => onPoint(node.id)}>Point at it</Button>}
        {canEdit && own && <Button onClick={() => onEdit(node)}>Edit</Button>}
        {canEdit && own && <Button kind="quiet" onClick={() => onRemove(node)}>Remove</Button>}
        <Button kind="quiet" onClick={() => onAround(node.id)}>Only what is around it</Button>
      </div>
    </aside>
  )
}

function Elsewhere({ node }: { readonly node: NetworkNode }) {
  return (
    <ul className="grid gap-1">
      {node.kind === 'objective' && <li><a href={places.objective(node.id)}>Open the objective</a></li>}
      {node.initiative && <li>{node.keptIn === 'portfolio' ? <a href={places.initiative(node.initiative.id)}>Open the initiative</a> : <>Of <a href={places.initiative(node.initiative.id)}>{node.initiative.name}</a></>}</li>}
      {node.measure && <li>Measured by <a href={`/strategy/measures/${encodeURIComponent(node.measure.id)}`}>{node.measure.name}</a>{node.measure.hasBaseline ? '' : ', which has no baseline'}</li>}
      {node.counted !== null && <li className="quiet">{node.counted ? 'Counted in totals of money' : 'A step on the way: not counted in totals of money'}</li>}
    </ul>
  )
}

function Ties({ network, node, side, canEdit, onSelect, onEdge, onUnlink }: NodePanelProps & { readonly node: NetworkNode; readonly side: 'to' | 'from' }) {
  const format = useFormat()
  const here = side === 'to' ? 'from' : 'to'
  const nameOf = (id: string): NetworkNode | undefined => network.nodes.find((other) => other.id === id)
  const edges = network.edges.filter((edge) => edge[here] === node.id)
  const said = network.said.filter((tie) => tie[here] === node.id && !tie.shown)
  const detail = ({ share, lagMonths, evidence }: NetworkEdge): string => [share !== null && `${share}%`, lagMonths !== null && format.count(lagMonths, 'month later', 'months later'), evidence].filter(Boolean).join(' · ')
  return (
    <section className="grid gap-1">
      <h3 className="text-label font-semibold">{side === 'to' ? 'Leads to' : 'Rests on'}</h3>
      {edges.length + said.length === 0 && <p className="quiet">Nothing</p>}
      <ul className="grid max-h-64 gap-1 overflow-auto">
        {edges.map((edge) => (
          <li key={edge.id} className="flex items-start gap-1">
            <button type="button" className="min-w-0 grow text-left text-accent hover:underline" onClick={() => onSelect(edge[side])}>{nameOf(edge[side])?.name ?? ''}{detail(edge) && <span className="quiet block text-label">{detail(edge)}</span>}</button>
            {canEdit && edge.keptIn === 'network' && <Button kind="link" onClick={() => onEdge(nameOf(edge.from) ?? node, edge)}>Details</Button>}
            {canEdit && <IconButton label={`Unlink ${nameOf(edge[side])?.name ?? ''}`} icon={<Unlink aria-hidden="true" />} onClick={() => onUnlink(edge)} />}
          </li>
        ))}
        {said.map((tie) => (
          <li key={`${tie.from} ${tie.to}`} title={saidWords[tie.said]}><button type="button" className="text-left text-ink-2 hover:underline" onClick={() => onSelect(tie[side])}>{nameOf(tie[side])?.name ?? ''} <span className="quiet text-label">({tie.said === 'serves' ? 'said in the strategy alone' : 'said in the ledger alone'})</span></button></li>
        ))}
      </ul>
    </section>
  )
}
