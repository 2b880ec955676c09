import type { Network, NetworkEdge, NetworkNode } from '@throughline/contract/value'
import type { Problem } from '@throughline/contract/wire'
import { ClipboardPaste } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { Tabs } from '../../../ui/controls/Tabs.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { ProblemNote, Shown, type Reading } from '../../../wire/index.ts'
import type { NetworkActs } from './acts.ts'
import { EdgeDialog } from './parts/EdgeDialog.tsx'
import { GapList } from './parts/GapList.tsx'
import { LoadList } from './parts/LoadList.tsx'
import { NodeDialog, type OwnKind } from './parts/NodeDialog.tsx'
import { NodePanel } from './parts/NodePanel.tsx'
import { NodeTable } from './parts/NodeTable.tsx'
import { Picture } from './parts/Picture.tsx'

export type NetworkView = 'picture' | 'table' | 'gaps'
export type NetworkPageProps = {
  /** The whole network, for what it can be drawn around and linked to. */
  readonly whole: Reading<Network>
  /** What is drawn: all of it, or the part around a node. */
  readonly reading: Reading<Network>
  readonly acts: NetworkActs
  readonly canEdit: boolean
  readonly around: string
  readonly selected: string | undefined
  readonly view: NetworkView
  onShow(patch: Readonly<Record<string, string | undefined>>): void
}
type Open = { readonly form: 'list' } | { readonly form: 'node'; readonly node?: NetworkNode; readonly kind: OwnKind } | { readonly form: 'remove'; readonly node: NetworkNode } | { readonly form: 'edge'; readonly from: NetworkNode; readonly edge?: NetworkEdge }

/** From what is built to why it has to be: what leads to what, and where the line is broken. */
export function NetworkPage(props: NetworkPageProps) {
  const { whole, reading, acts, canEdit, around, selected, view, onShow } = props
  const format = useFormat()
  const [open, setOpen] = useState<Open>()
  const [linking, setLinking] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  const all = whole.state === 'full' ? whole.value : undefined
  const select = (id: string | undefined): void => onShow({ node: id })
  const link = async (from: string, to: string): Promise<void> => {
    setLinking(undefined)
    const done = await acts.link(from, to, {})
    setProblem(done.ok ? undefined : done.refusal)
  }
  const unlink = async (edge: NetworkEdge): Promise<void> => {
    const done = await acts.unlink(edge)
    setProblem(done.ok ? undefined : done.refusal)
  }
  return (
    <PageFrame title="Benefits network" note="What is built, who works in another way, what gets better by it, and what for." actions={canEdit && <Button kind="primary" icon={<ClipboardPaste aria-hidden="true" />} onClick={() => setOpen({ form: 'list' })}>Paste or load a list</Button>}>
      <ProblemNote problem={problem} />
      <Shown reading={reading} what="the benefits network" lines={12}>
        {(network) =>
          all && all.nodes.length === 0 ? (
            <EmptyState title="There is no network yet" actions={canEdit ? <Button kind="primary" onClick={() => setOpen({ form: 'node', kind: 'driver' })}>Add a driver</Button> : undefined}>Objectives come from the strategy, benefits from the value ledger and initiatives from the portfolio. Drivers, changes and deliverables are added here.</EmptyState>
          ) : (
            <>
              <div className="flex flex-wrap items-end gap-4">
                <Around network={all ?? network} value={around} onChange={(id) => onShow({ around: id === '' ? undefined : id })} />
                <span className="quiet pb-1.5">{format.count(network.nodes.length, 'node', 'nodes')}, {format.count(network.edges.length, 'edge', 'edges')}, {format.count(network.findings.length, 'gap', 'gaps')}</span>
              </div>
              <Tabs<NetworkView> label="Show as" tabs={[{ key: 'picture', label: 'Picture' }, { key: 'table', label: 'Table' }, { key: 'gaps', label: 'Gaps', count: network.findings.length }]} selected={view} onSelect={(key) => onShow({ view: key === 'picture' ? undefined : key })}>
                <div className={`grid items-start gap-4 ${selected && network.nodes.some(({ id }) => id === selected) ? 'xl:grid-cols-[minmax(0,1fr)_320px]' : ''}`}>
                  {view === 'picture' && <Picture {...{ network, selected, linking, canEdit }} onSelect={select} onLink={(to) => linking && void link(linking, to)} onLinking={setLinking} onAdd={(kind) => setOpen({ form: 'node', kind })} onEdit={(node) => node.keptIn === 'network' && setOpen({ form: 'node', node, kind: node.kind as OwnKind })} />}
                  {view === 'table' && <NodeTable {...{ network, selected }} onSelect={select} />}
                  {view === 'gaps' && <GapList network={network} onSelect={select} />}
                  {selected && <NodePanel {...{ network, selected, canEdit }} onSelect={select} onLink={(from) => setOpen({ form: 'edge', from })} onPoint={(id) => (onShow({ view: undefined }), setLinking(id))} onEdge={(from, edge) => setOpen({ form: 'edge', from, edge })} onUnlink={(edge) => void unlink(edge)} onEdit={(node) => setOpen({ form: 'node', node, kind: node.kind as OwnKind })} onRemove={(node) => setOpen({ form: 'remove', node })} onAround={(id) => onShow({ around: id })} />}
                </div>
              </Tabs>
            </>
          )
        }
      </Shown>
      {open?.form === 'list' && <LoadList acts={acts} onClose={() => setOpen(undefined)} />}
      {(open?.form === 'node' || open?.form === 'remove') && <NodeDialog {...{ acts }} node={open.node} kind={open.form === 'node' ? open.kind : 'driver'} removing={open.form === 'remove'} initiatives={(all?.nodes ?? []).filter((node) => node.keptIn === 'portfolio')} onClose={() => setOpen(undefined)} />}
      {open?.form === 'edge' && all && <EdgeDialog {...{ acts }} network={all} from={open.from} edge={open.edge} onClose={() => setOpen(undefined)} />}
    </PageFrame>
  )
}

/** Draws the part around an objective, a benefit or an initiative. */
function Around({ network, value, onChange }: { readonly network: Network; readonly value: string; onChange(id: string): void }) {
  const options = (['objective', 'benefit', 'enabler'] as const).flatMap((kind) => network.nodes.filter((node) => node.kind === kind).toSorted((a, b) => a.name.localeCompare(b.name)).map(({ id, name }) => ({ value: id, label: `${aroundWords[kind]}: ${name}` })))
  return <Select className="w-full max-w-96" label="Around" value={value} options={[{ value: '', label: 'Everything' }, ...options]} onChange={onChange} />
}
const aroundWords = { objective: 'Objective', benefit: 'Benefit', enabler: 'Enabler' } as const
