import type { Invitation, LinkGiven, Role } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { FormDialog, ProblemNote, Shown, fieldError, type Reading } from '../../../../wire/index.ts'
import { roles, roleWords } from '../../../words.ts'

export type InviteEntered = { readonly name: string; readonly email: string; readonly role: Role }
export type InvitationsProps = {
  readonly invitations: Reading<readonly Invitation[]>
  onInvite(entered: InviteEntered): Promise<Result<LinkGiven, Problem>>
  onAgain(invitation: Invitation): Promise<Result<LinkGiven, Problem>>
  onWithdraw(invitation: Invitation): Promise<Result<unknown, Problem>>
  /** Shows the link that was given, or that it was sent. */
  onGiven(to: string, given: LinkGiven): void
}

/** Who was invited and has not come yet. */
export function Invitations({ invitations, onInvite, onAgain, onWithdraw, onGiven }: InvitationsProps) {
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const run = async (to: string, act: Promise<Result<unknown, Problem>>, given?: (value: never) => LinkGiven) => {
    const outcome = await act
    setProblem(outcome.ok ? undefined : outcome.refusal)
    if (outcome.ok && given) onGiven(to, given(outcome.value as never))
  }
  const invite = async (entered: InviteEntered) => {
    const outcome = await onInvite(entered)
    if (outcome.ok) setTimeout(() => onGiven(entered.email, outcome.value))
    return outcome
  }
  return (
    <Card flush title="Invitations" note="Each holds for a week" actions={<Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>Invite</Button>}>
      {problem && <div className="px-4 pb-3"><ProblemNote problem={problem} /></div>}
      <Shown reading={invitations} what="invitations" lines={3}>
        {(all) => (
          <Table
            caption="Invitations that wait to be accepted"
            rows={all}
            rowKey={(invitation) => invitation.id}
            empty="Nobody is invited at the moment."
            columns={[
              { key: 'name', label: 'Name', cell: ({ name }) => <span className="font-medium">{name}</span> },
              { key: 'email', label: 'Email', cell: ({ email }) => email },
              { key: 'role', label: 'Role', cell: ({ role }) => roleWords[role].name },
              { key: 'by', label: 'Invited by', cell: ({ invitedBy }) => invitedBy },
              { key: 'ends', label: 'Holds until', cell: ({ expiresAt }) => <span className="figures">{format.instant(expiresAt)}</span> },
              { key: 'acts', label: '', numeric: true, cell: (invitation) => (
                <>
                  <Button kind="quiet" aria-label={`Send again to ${invitation.name}`} onClick={() => void run(invitation.email, onAgain(invitation), (given: LinkGiven) => given)}>Send again</Button>
                  <Button kind="quiet" aria-label={`Withdraw the invitation of ${invitation.name}`} onClick={() => void run(invitation.email, onWithdraw(invitation))}>Withdraw</Button>
                </>
              ) },
            ]}
          />
        )}
      </Shown>
      {open && <Invite onInvite={invite} onClose={() => setOpen(false)} />}
    </Card>
  )
}

function Invite({ onInvite, onClose }: { onInvite(entered: InviteEntered): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const [entered, setEntered] = useState<InviteEntered>({ name: '', email: '', role: 'viewer' })
  return (
    <FormDialog title="Invite a person" subtitle="They get a link with which they choose their own password." act="Invite" onSubmit={() => onInvite({ ...entered, email: entered.email.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required data-focus-first="" maxLength={200} value={entered.name} onChange={(name) => setEntered((all) => ({ ...all, name }))} error={fieldError(problem, 'name')} />
          <TextField label="Email" type="email" required autoComplete="off" value={entered.email} onChange={(email) => setEntered((all) => ({ ...all, email }))} error={fieldError(problem, 'email')} />
          <Select label="Role" hint={`Someone who ${roleWords[entered.role].may}.`} value={entered.role} options={roles.map((role) => ({ value: role, label: roleWords[role].name }))} onChange={(role) => setEntered((all) => ({ ...all, role }))} />
        </>
      )}
    </FormDialog>
  )
}
