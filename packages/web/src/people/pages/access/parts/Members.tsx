import type { Member, Role } from '@throughline/contract/people'
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
import { leastLength } from '../../../password.ts'
import { roleWords, roles } from '../../../words.ts'
import { EraseMember } from './EraseMember.tsx'
import { RoleOf } from './RoleOf.tsx'
import { Strength } from '../../first-run/parts/Strength.tsx'

export type MembersProps = {
  readonly members: Reading<readonly Member[]>
  readonly self: string
  readonly canAdminister: boolean
  onAdd(member: NewMemberEntered): Promise<Result<unknown, Problem>>
  /** Given the version that the role was chosen upon. */
  onChange(member: Member, role: Role, version: number): Promise<Result<unknown, Problem>>
  onRemove(member: Member): Promise<Result<unknown, Problem>>
  /** Given the name as it was typed. */
  onErase(member: Member, name: string): Promise<Result<unknown, Problem>>
}
export type NewMemberEntered = { readonly name: string; readonly email: string; readonly role: Role; readonly password: string }

/** Who has access, with which role. */
export function Members({ members, self, canAdminister, onAdd, onChange, onRemove, onErase }: MembersProps) {
  const format = useFormat()
  const [open, setOpen] = useState<'add' | Member>()
  const [erasing, setErasing] = useState<Member>()
  const [problem, setProblem] = useState<Problem>()
  return (
    <Card
      flush
      title="Members"
      note="Everybody has one role across the organisation; further ones are below"
      actions={canAdminister && <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen('add')}>Add member</Button>}
    >
      {problem && <div className="px-4 pb-3"><ProblemNote problem={problem} /></div>}
      <Shown reading={members} what="members">
        {(all) => (
          <Table
            caption="Members with their role"
            rows={all}
            rowKey={(member) => member.id}
            columns={[
              { key: 'name', label: 'Name', cell: (member) => <span className="font-medium">{member.name}{member.id === self && <span className="quiet"> (you)</span>}</span> },
              { key: 'email', label: 'Email', cell: (member) => member.email },
              { key: 'role', label: 'Role', cell: (member) => canAdminister
                ? <RoleOf member={member} onChange={onChange} onProblem={setProblem} />
                : roleWords[member.role].name },
              { key: 'since', label: 'Since', cell: (member) => <span className="figures">{member.createdAt === null ? '' : format.date(member.createdAt.slice(0, 10))}</span> },
              ...(canAdminister ? [{ key: 'acts', label: '', numeric: true, cell: (member: Member) => <><Button kind="quiet" aria-label={`Remove ${member.name}`} onClick={() => setOpen(member)}>Remove</Button>{member.id !== self && member.role !== 'owner' && <Button kind="quiet" aria-label={`Erase ${member.name}`} onClick={() => setErasing(member)}>Erase</Button>}</> }] : []),
            ]}
          />
        )}
      </Shown>
      {erasing && <EraseMember member={erasing} onErase={onErase} onClose={() => setErasing(undefined)} />}
      {open === 'add' && <AddMember onAdd={onAdd} onClose={() => setOpen(undefined)} />}
      {open !== undefined && open !== 'add' && (
        <FormDialog title={`Remove ${open.name}?`} act="Remove access" tone="danger" onSubmit={() => onRemove(open)} onClose={() => setOpen(undefined)}>
          <p>{open.name} can no longer sign in, and their API tokens stop working. What they changed stays in the record under their name.</p>
        </FormDialog>
      )}
    </Card>
  )
}

function AddMember({ onAdd, onClose }: Pick<MembersProps, 'onAdd'> & { onClose(): void }) {
  const [entered, setEntered] = useState<NewMemberEntered>({ name: '', email: '', role: 'viewer', password: '' })
  const set = (field: 'name' | 'email' | 'password') => (value: string) => setEntered((all) => ({ ...all, [field]: value }))
  return (
    <FormDialog title="Add a member" subtitle="They sign in with this email and password." act="Add member" onSubmit={() => onAdd({ ...entered, email: entered.email.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required data-focus-first="" maxLength={200} value={entered.name} onChange={set('name')} error={fieldError(problem, 'name')} />
          <TextField label="Email" type="email" required autoComplete="off" value={entered.email} onChange={set('email')} error={fieldError(problem, 'email')} />
          <Select label="Role" hint={`Someone who ${roleWords[entered.role].may}.`} value={entered.role} options={roles.map((role) => ({ value: role, label: roleWords[role].name }))} onChange={(role) => setEntered((all) => ({ ...all, role }))} />
          <TextField label="First password" type="password" required minLength={leastLength} autoComplete="new-password" value={entered.password} onChange={set('password')} hint={<Strength password={entered.password} known={[entered.name, entered.email]} />} error={fieldError(problem, 'password')} />
        </>
      )}
    </FormDialog>
  )
}
