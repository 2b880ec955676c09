import type { InitiativeDetail } from '@throughline/contract/demand'
import type { InitiativeRef } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { InitiativeChoices } from '../../../find-initiatives.ts'
import { places } from '../../../../format/index.ts'
import { Button, IconButton } from '../../../../ui/controls/Button.tsx'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { FormDialog } from '../../../../wire/index.ts'

export type TieActs = {
  onNeed(toId: string, reason: string): Promise<Result<unknown, Problem>>
  onExclude(name: string, otherId: string, reason: string): Promise<Result<unknown, Problem>>
  onForgetNeed(id: string): void
  onForgetExclusion(id: string): void
}
export type TieListProps = { readonly of: InitiativeRef; readonly ties: InitiativeDetail['ties']; readonly others: InitiativeChoices; readonly acts: TieActs | undefined }

/** What it needs, what needs it, and what cannot go together with it; selection keeps all of it. */
export function TieList({ of, ties, others, acts }: TieListProps) {
  const [adding, setAdding] = useState<'need' | 'exclusion'>()
  const none = ties.dependencies.length + ties.exclusions.length === 0
  return (
    <Card title="Needs and excludes" note="Kept by every selection" actions={acts && <><Button onClick={() => setAdding('need')}>It needs …</Button><Button onClick={() => setAdding('exclusion')}>Not with …</Button></>}>
      {none && <p className="quiet">It needs no other initiative, and excludes none.</p>}
      <ul className="divide-y divide-border">
        {ties.dependencies.map(({ id, fromId, fromName, toId, toName, reason }) => (
          <Tie key={id} reason={reason} onForget={acts && (() => acts.onForgetNeed(id))} what={`${fromName} needs ${toName}`}>
            {fromId === of.id ? <>Needs <a href={places.initiative(toId)}>{toName}</a></> : <>Needed by <a href={places.initiative(fromId)}>{fromName}</a></>}
          </Tie>
        ))}
        {ties.exclusions.map(({ id, name, initiatives, reason }) => (
          <Tie key={id} reason={reason} onForget={acts && (() => acts.onForgetExclusion(id))} what={name}>
            {name}: at most one of {initiatives.map((each) => each.name).join(', ')}
          </Tie>
        ))}
      </ul>
      {acts && adding === 'need' && <AddTie of={of.id} title="It needs another initiative" label="Initiative that it needs" others={others} onSend={(otherId, reason) => acts.onNeed(otherId, reason)} onClose={() => setAdding(undefined)} />}
      {acts && adding === 'exclusion' && <AddTie of={of.id} title="Only one of the two may be chosen" label="The other initiative" others={others} onSend={(otherId, reason) => acts.onExclude(`${of.name} or ${others.found.find(({ id }) => id === otherId)?.name ?? ''}`.slice(0, 200), otherId, reason)} onClose={() => setAdding(undefined)} />}
    </Card>
  )
}

function Tie({ what, reason, onForget, children }: { readonly what: string; readonly reason: string; readonly onForget: (() => void) | undefined; readonly children: ReactNode }) {
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="grow">
        {children}
        {reason && <p className="quiet">{reason}</p>}
      </div>
      {onForget && <IconButton label={`Remove: ${what}`} icon={<X />} onClick={onForget} />}
    </li>
  )
}

type AddTieProps = { readonly of: string; readonly title: string; readonly label: string; readonly others: InitiativeChoices; onSend(otherId: string, reason: string): Promise<Result<unknown, Problem>>; onClose(): void }

function AddTie({ of, title, label, others, onSend, onClose }: AddTieProps) {
  const [other, setOther] = useState('')
  const [reason, setReason] = useState('')
  return (
    <FormDialog title={title} act="Add" notYet={other === '' ? 'Choose an initiative.' : undefined} onSubmit={() => onSend(other, reason)} onClose={onClose}>
      <FindSelect label={label} findLabel="Find an initiative" options={others.found.filter(({ id }) => id !== of).map(({ id, name }) => ({ value: id, label: name }))} total={others.total} onFind={others.find} value={other} onChange={setOther} />
      <TextField label="Reason" maxLength={2000} value={reason} onChange={setReason} />
    </FormDialog>
  )
}
