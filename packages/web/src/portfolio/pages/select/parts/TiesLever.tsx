import type { Ties } from '@throughline/contract/demand'
import type { SelectionCase } from '@throughline/contract/portfolio'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import type { Candidate } from '@throughline/engine/portfolio'
import { X } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '../../../../ui/controls/Button.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Chip } from '../../../../ui/display/Status.tsx'
import { FormDialog, Shown, type Reading } from '../../../../wire/index.ts'
import { FindCandidate } from './FindCandidate.tsx'

type Sent = Promise<Result<unknown, Problem>>
export type TieActs = {
  onDependency(fromId: string, toId: string, reason: string): Sent
  onExclusion(name: string, ids: readonly string[], reason: string): Sent
  onRemoveDependency(id: string): Sent
  onRemoveExclusion(id: string): Sent
}
export type TiesLeverProps = { readonly of: SelectionCase; readonly ties: Reading<Ties>; readonly acts: TieActs | undefined }

/** What needs what, and what cannot go together. They belong to the portfolio, so a change here holds everywhere. */
export function TiesLever({ of, ties, acts }: TiesLeverProps) {
  const [adding, setAdding] = useState<'dependency' | 'exclusion'>()
  return (
    <Shown reading={ties} what="dependencies" lines={3}>
      {({ dependencies, exclusions }) => (
        <div className="grid gap-3">
          {dependencies.length + exclusions.length === 0 && <p className="quiet">No initiative needs or excludes another.</p>}
          <ul className="divide-y divide-border">
            {dependencies.map(({ id, fromName, toName, reason }) => (
              <TieRow key={id} title={`${fromName} needs ${toName}`} reason={reason} onRemove={acts && (() => void acts.onRemoveDependency(id))} />
            ))}
            {exclusions.map(({ id, name, initiatives, reason }) => (
              <TieRow key={id} title={`${name}: at most one of ${initiatives.map((each) => each.name).join(', ')}`} reason={reason} onRemove={acts && (() => void acts.onRemoveExclusion(id))} />
            ))}
          </ul>
          {acts && (
            <div className="flex flex-wrap gap-2">
              <Button onClick={() => setAdding('dependency')}>Add a dependency</Button>
              <Button onClick={() => setAdding('exclusion')}>Add an exclusion</Button>
            </div>
          )}
          {acts && adding === 'dependency' && <AddDependency candidates={of.input.candidates} onClose={() => setAdding(undefined)} onSubmit={acts.onDependency} />}
          {acts && adding === 'exclusion' && <AddExclusion candidates={of.input.candidates} onClose={() => setAdding(undefined)} onSubmit={acts.onExclusion} />}
        </div>
      )}
    </Shown>
  )
}

const TieRow = ({ title, reason, onRemove }: { readonly title: string; readonly reason: string; readonly onRemove: (() => void) | undefined }) => (
  <li className="flex items-start gap-2 py-2">
    <div className="min-w-0 grow">
      <p>{title}</p>
      {reason && <p className="quiet">{reason}</p>}
    </div>
    {onRemove && <IconButton label={`Remove: ${title}`} icon={<X aria-hidden="true" />} onClick={onRemove} />}
  </li>
)

function AddDependency({ candidates, onSubmit, onClose }: { readonly candidates: readonly Candidate[]; onSubmit: TieActs['onDependency']; onClose(): void }) {
  const [from, setFrom] = useState<Candidate>()
  const [to, setTo] = useState<Candidate>()
  const [reason, setReason] = useState('')
  const notYet = from && to ? undefined : 'Choose both initiatives.'
  return (
    <FormDialog title="Add a dependency" subtitle="The first can only be chosen together with the second." act="Add" notYet={notYet} onClose={onClose} onSubmit={() => onSubmit(from?.id ?? '', to?.id ?? '', reason)}>
      <Slot label="This initiative" chosen={from} onClear={() => setFrom(undefined)} candidates={candidates} onPick={setFrom} taken={to ? [to.id] : []} />
      <Slot label="Needs this one" chosen={to} onClear={() => setTo(undefined)} candidates={candidates} onPick={setTo} taken={from ? [from.id] : []} />
      <TextField label="Why" maxLength={2000} value={reason} onChange={setReason} />
    </FormDialog>
  )
}

function Slot({ label, chosen, candidates, taken, onPick, onClear }: { readonly label: string; readonly chosen: Candidate | undefined; readonly candidates: readonly Candidate[]; readonly taken: readonly string[]; onPick(candidate: Candidate): void; onClear(): void }) {
  if (!chosen) return <FindCandidate {...{ label, candidates, taken, onPick }} />
  return (
    <div className="grid gap-1">
      <span className="field-label">{label}</span>
      <span><Chip onRemove={onClear} removeLabel={`Choose another than ${chosen.name}`}>{chosen.name}</Chip></span>
    </div>
  )
}

function AddExclusion({ candidates, onSubmit, onClose }: { readonly candidates: readonly Candidate[]; onSubmit: TieActs['onExclusion']; onClose(): void }) {
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly Candidate[]>([])
  const [reason, setReason] = useState('')
  const notYet = name.trim() === '' ? 'Name the group.' : chosen.length < 2 ? 'Choose at least two.' : undefined
  return (
    <FormDialog title="Add an exclusion" subtitle="At most one of these can be chosen." act="Add" notYet={notYet} onClose={onClose} onSubmit={() => onSubmit(name.trim(), chosen.map(({ id }) => id), reason)}>
      <TextField label="Name" hint="What they are alternatives for: “Payroll platform”." maxLength={200} data-focus-first="" value={name} onChange={setName} />
      <div className="flex flex-wrap gap-1.5">
        {chosen.map((candidate) => (
          <Chip key={candidate.id} removeLabel={`Leave out ${candidate.name}`} onRemove={() => setChosen(chosen.filter((other) => other !== candidate))}>{candidate.name}</Chip>
        ))}
      </div>
      <FindCandidate label="Add to the group" candidates={candidates} taken={chosen.map(({ id }) => id)} onPick={(candidate) => setChosen([...chosen, candidate])} />
      <TextField label="Why" maxLength={2000} value={reason} onChange={setReason} />
    </FormDialog>
  )
}
