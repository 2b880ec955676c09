import { rolesOfUnits, type Member, type Role, type RoleAssignment, type Session, type Unit } from '@throughline/contract/people'
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
import { FormDialog, Shown, fieldError, type Reading } from '../../../../wire/index.ts'
import { roleWords, roles } from '../../../words.ts'

export type RoleEntered = { readonly memberId: string; readonly role: Role; readonly unitId?: string; readonly note?: string }
export type RolesProps = {
  readonly session: Session
  readonly given: Reading<readonly RoleAssignment[]>
  readonly members: Reading<readonly Member[]>
  readonly units: Reading<readonly Unit[]>
  onGive(role: RoleEntered & { readonly lastOn?: string }): Promise<Result<unknown, Problem>>
  onDelegate(role: RoleEntered & { readonly lastOn: string }): Promise<Result<unknown, Problem>>
  onEnd(role: RoleAssignment): Promise<Result<unknown, Problem>>
}

/** Roles beside those of the members: in a unit, on an initiative, or delegated until a day. */
export function Roles({ session, given, members, units, onGive, onDelegate, onEnd }: RolesProps) {
  const format = useFormat()
  const [open, setOpen] = useState<'give' | 'delegate' | RoleAssignment>()
  const close = () => setOpen(undefined)
  const lists = { members: members.state === 'full' ? members.value.filter(({ id }) => id !== session.account.id) : [], units: units.state === 'full' ? units.value : [] }
  const until = ({ lastOn, standing }: RoleAssignment): string => (standing === 'lapsed' ? 'Lapsed: its giver no longer has it' : lastOn === null ? 'No end' : `${standing === 'over' ? 'Ended' : 'Until'} ${format.date(lastOn)}`)
  return (
    <Card
      flush
      title="Roles in parts and by delegation"
      note="They add to the role of the member, and end by themselves"
      actions={<>{session.may.includes('own') && <Button onClick={() => setOpen('delegate')}>Delegate a role</Button>}{session.mayInPart.includes('administer') && <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen('give')}>Give a role</Button>}</>}
    >
      <Shown reading={given} what="roles" lines={3}>
        {(all) => (
          <Table
            caption="Roles in parts and by delegation"
            rows={all}
            rowKey={({ id }) => id}
            empty="None. Everybody has the one role that stands above."
            columns={[
              { key: 'member', label: 'Member', cell: ({ member }) => <span className="font-medium">{member.name}</span> },
              { key: 'role', label: 'Role', cell: ({ role }) => roleWords[role].name },
              { key: 'where', label: 'Where', cell: whereWords },
              { key: 'until', label: 'Until', cell: (one) => <span className={one.standing === 'in_force' ? 'figures' : 'quiet figures'}>{until(one)}</span> },
              { key: 'by', label: 'By', cell: ({ delegatedBy, givenBy, note }) => <>{delegatedBy ? `Delegated by ${delegatedBy.name}` : givenBy}{note && <span className="quiet"> · {note}</span>}</> },
              { key: 'acts', label: '', numeric: true, cell: (one) => one.may.includes('end') && session.may.includes('own') && <Button kind="quiet" aria-label={`End the role of ${one.member.name}`} onClick={() => setOpen(one)}>End</Button> },
            ]}
          />
        )}
      </Shown>
      {open === 'give' && <EnterRole {...lists} title="Give a role" act="Give role" choices={roles.filter((role) => role !== 'owner')} onSubmit={({ lastOn, ...entered }) => onGive({ ...entered, ...(lastOn === '' ? {} : { lastOn }) })} onClose={close} />}
      {open === 'delegate' && <EnterRole {...lists} title="Delegate a role of yours" act="Delegate" delegating choices={roles.filter((role) => role !== 'owner')} first={session.role === 'owner' ? undefined : session.role} onSubmit={onDelegate} onClose={close} />}
      {typeof open === 'object' && (
        <FormDialog title={`End the role of ${open.member.name}?`} act="End role" tone="danger" onSubmit={() => onEnd(open)} onClose={close}>
          <p>{open.member.name} is no longer {roleWords[open.role].name.toLowerCase()}: {whereWords(open).toLowerCase()}. The role of their membership stays.</p>
        </FormDialog>
      )}
    </Card>
  )
}

const whereWords = ({ scope }: RoleAssignment): string => (scope.kind === 'organisation' ? 'Whole organisation' : scope.kind === 'unit' ? `${scope.name ?? 'A unit'}, with all below` : (scope.name ?? 'An initiative'))

type Entering = {
  readonly title: string
  readonly act: string
  readonly members: readonly Member[]
  readonly units: readonly Unit[]
  readonly choices: readonly Role[]
  readonly first?: Role | undefined
  readonly delegating?: boolean
  onSubmit(entered: RoleEntered & { readonly lastOn: string }): Promise<Result<unknown, Problem>>
  onClose(): void
}

function EnterRole({ title, act, members, units, choices, first, delegating = false, onSubmit, onClose }: Entering) {
  const [memberId, setMember] = useState(members[0]?.id ?? '')
  const [role, setRole] = useState<Role>(first ?? choices[0] ?? 'viewer')
  const [unitId, setUnit] = useState('all')
  const [lastOn, setLastOn] = useState('')
  const [note, setNote] = useState('')
  const inUnits = rolesOfUnits.includes(role)
  return (
    <FormDialog title={title} subtitle={delegating ? 'It holds until the day you say, and only while you have the role yourself.' : 'It adds to what the member may do already.'} act={act} onSubmit={() => onSubmit({ memberId, role, lastOn, ...(inUnits && unitId !== 'all' ? { unitId } : {}), ...(note.trim() === '' ? {} : { note }) })} onClose={onClose}>
      {(problem) => (
        <>
          <Select label="Member" value={memberId} options={members.map(({ id, name }) => ({ value: id, label: name }))} onChange={setMember} />
          <Select label="Role" hint={`Someone who ${roleWords[role].may}.`} value={role} options={choices.map((word) => ({ value: word, label: roleWords[word].name }))} onChange={(word) => setRole(word)} />
          {inUnits && <Select label="Where" value={unitId} options={[{ value: 'all', label: 'Whole organisation' }, ...units.map(({ id, name }) => ({ value: id, label: `${name}, with all below` }))]} onChange={setUnit} />}
          <TextField label="Last day" hint={delegating ? 'Written 2026-12-31.' : 'Written 2026-12-31; empty for no end.'} required={delegating} maxLength={10} value={lastOn} onChange={setLastOn} error={fieldError(problem, 'lastOn')} />
          <TextField label="Reason" hint="Stands in the history." maxLength={1000} value={note} onChange={setNote} error={fieldError(problem, 'note')} />
        </>
      )}
    </FormDialog>
  )
}
