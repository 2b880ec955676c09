import type { Network, NetworkEdge, NetworkNode } from '@throughline/contract/value'
import { leadsTo } from '@throughline/engine/value'
import { useState } from 'react'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { EdgeEntered, NetworkActs } from '../acts.ts'
import { kindWords } from '../words.ts'

/** What a node leads to, how much of the effect is put down to it and when it shows: a new edge where none is given. */
export function EdgeDialog({ network, from, edge, acts, onClose }: { readonly network: Network; readonly from: NetworkNode; readonly edge: NetworkEdge | undefined; readonly acts: NetworkActs; onClose(): void }) {
  const [to, setTo] = useState(edge?.to ?? '')
  const [entered, setEntered] = useState<EdgeEntered>({ share: edge?.share ?? null, lagMonths: edge?.lagMonths ?? null, evidence: edge?.evidence ?? '' })
  const set = (change: Partial<EdgeEntered>): void => setEntered((all) => ({ ...all, ...change }))
  const there = new Set(network.edges.filter((other) => other.from === from.id).map((other) => other.to))
  const options = network.nodes.filter(({ id, kind, state }) => id !== from.id && leadsTo[from.kind].includes(kind) && state !== 'retired' && !there.has(id)).map(({ id, kind, name }) => ({ value: id, label: `${kindWords[kind].one}: ${name}` }))
  const effect = network.nodes.find(({ id }) => id === edge?.to)
  const whole = (text: string | null): number | null => (text === null ? null : Math.round(Number(text)))
  return (
    <FormDialog title={edge ? 'How it leads there' : 'What it leads to'} subtitle={effect ? `${from.name} → ${effect.name}` : from.name} act={edge ? 'Save' : 'Link'} notYet={to === '' ? 'Choose what it leads to' : undefined} onSubmit={() => (edge ? acts.changeEdge(edge, entered) : acts.link(from.id, to, entered))} onClose={onClose}>
      {!edge && <FindSelect label="Leads to" findLabel="Find" options={options} value={to} onChange={setTo} />}
      <div className="grid gap-3 sm:grid-cols-2">
        <NumberField label="Share of the effect" unit="%" min={1} max={100} hint="Leave it out where nobody has agreed on one" value={entered.share === null || entered.share === undefined ? null : String(entered.share)} onChange={(text) => set({ share: whole(text) })} />
        <NumberField label="Shows after" unit="months" min={0} max={120} value={entered.lagMonths === null || entered.lagMonths === undefined ? null : String(entered.lagMonths)} onChange={(text) => set({ lagMonths: whole(text) })} />
      </div>
      <TextArea label="Evidence" rows={2} maxLength={2000} value={entered.evidence ?? ''} onChange={(evidence) => set({ evidence })} />
    </FormDialog>
  )
}
