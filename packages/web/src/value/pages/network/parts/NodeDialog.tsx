import type { NetworkNode } from '@throughline/contract/value'
import { useState } from 'react'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog } from '../../../../wire/index.ts'
import type { NetworkActs, NodeEntered } from '../acts.ts'
import { kindWords, stateWords } from '../words.ts'

export type OwnKind = 'enabler' | 'enabling_change' | 'business_change' | 'driver'
export type NodeDialogProps = { readonly node: NetworkNode | undefined; readonly kind: OwnKind; readonly removing: boolean; readonly initiatives: readonly NetworkNode[]; readonly acts: NetworkActs; onClose(): void }

/** A node that the network keeps: new where none is given. */
export function NodeDialog({ node, kind, removing, initiatives, acts, onClose }: NodeDialogProps) {
  const [entered, setEntered] = useState<NodeEntered>({ name: node?.name ?? '', owner: node?.owner ?? null, note: node?.note ?? '', startsOn: node?.startsOn ?? null, dueOn: node?.dueOn ?? null, state: node?.state ?? 'planned', initiativeId: node?.initiative?.id ?? null })
  const set = (change: Partial<NodeEntered>): void => setEntered((all) => ({ ...all, ...change }))
  const word = kind === 'enabler' ? 'deliverable' : kindWords[kind].one.toLowerCase()
  if (node && removing)
    return (
      <FormDialog title={`Remove this ${kindWords[node.kind].one.toLowerCase()}?`} act="Remove" tone="danger" onSubmit={() => acts.removeNode(node)} onClose={onClose}>
        <p>“{node.name}” goes with the edges that end on it. The record of what was there is kept.</p>
      </FormDialog>
    )
  return (
    <FormDialog title={node ? node.name : `Add a ${word}`.replace('a enabling', 'an enabling')} subtitle={kindWords[kind].about} act={node ? 'Save' : 'Add'} notYet={entered.name.trim() === '' ? 'It needs a name' : undefined} onSubmit={() => (node ? acts.changeNode(node, entered) : acts.addNode(kind, entered))} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={200} data-focus-first="" value={entered.name} onChange={(name) => set({ name })} error={problem?.code === 'node_name_taken' ? problem.detail : fieldError(problem, 'name')} />
          <TextField label="Owner" maxLength={200} hint={kind === 'business_change' ? 'Who leads those who will work in another way' : undefined} value={entered.owner ?? ''} onChange={(owner) => set({ owner: owner.trim() === '' ? null : owner })} />
          <div className="grid gap-3 sm:grid-cols-3">
            <TextField label="Starts on" type="date" value={entered.startsOn ?? ''} onChange={(day) => set({ startsOn: day || null })} />
            <TextField label="Due on" type="date" value={entered.dueOn ?? ''} onChange={(day) => set({ dueOn: day || null })} error={problem?.code === 'node_dates' ? problem.detail : fieldError(problem, 'dueOn')} />
            <Select label="State" value={entered.state ?? 'planned'} options={(['planned', 'under_way', 'done', 'retired'] as const).map((state) => ({ value: state, label: stateWords[state] }))} onChange={(state) => set({ state })} />
          </div>
          {kind !== 'driver' && <Select label="Of the initiative" value={entered.initiativeId ?? ''} options={[{ value: '', label: 'None' }, ...initiatives.map(({ id, name }) => ({ value: id, label: name })), ...(node?.initiative && !initiatives.some(({ id }) => id === node.initiative?.id) ? [{ value: node.initiative.id, label: node.initiative.name }] : [])]} onChange={(id) => set({ initiativeId: id === '' ? null : id })} />}
          <TextArea label="Note" rows={3} maxLength={4000} value={entered.note ?? ''} onChange={(note) => set({ note })} />
        </>
      )}
    </FormDialog>
  )
}
