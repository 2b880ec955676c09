import type { Provisioning, ProvisioningChange, Role, Token } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select, type Option } from '../../../../ui/controls/Select.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { Dialog } from '../../../../ui/overlays/Dialog.tsx'
import { fieldError, FormDialog, Shown, type Reading } from '../../../../wire/index.ts'
import { roles, roleWords } from '../../../words.ts'
import { CopiedField } from './CopiedField.tsx'
import { groupLines, rolesOfLines } from './group-lines.ts'

export type ProvisioningProps = {
  readonly provisioning: Reading<Provisioning>
  /** Tokens that may provision people. */
  readonly tokens: Reading<readonly Token[]>
  readonly origin: string
  onChange(change: ProvisioningChange): Promise<Result<unknown, Problem>>
  /** Resolves with the secret, which is shown this once. */
  onCreateToken(): Promise<Result<{ readonly secret: string }, Problem>>
  onRevoke(token: Token): Promise<Result<unknown, Problem>>
}

type Open = { readonly what: 'roles'; readonly before: Provisioning } | { readonly what: 'token' } | { readonly what: 'secret'; readonly secret: string } | { readonly what: 'revoke'; readonly token: Token }

/** How an identity provider keeps the members by SCIM: where it sends to, with which token, and what its groups give. */
export function ProvisioningCard({ provisioning, tokens, origin, onChange, onCreateToken, onRevoke }: ProvisioningProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const create = async () => {
    const made = await onCreateToken()
    if (made.ok) setOpen({ what: 'secret', secret: made.value.secret })
    return made
  }
  return (
    <Card title="Provisioning" note="People and groups by SCIM 2.0" actions={<Button icon={<KeyRound aria-hidden="true" />} onClick={() => setOpen({ what: 'token' })}>Create token</Button>}>
      <Shown reading={provisioning} what="provisioning" lines={3}>
        {(kept) => (
          <div className="grid gap-3">
            <CopiedField label="Address for the identity provider" hint="Its tenant URL or base URL. It sends the token with every request." value={`${origin}${kept.path}`} />
            <p>The identity provider keeps members and their groups here: who is taken away there loses access at once. {sayKept(kept)}</p>
            <div className="flex items-center justify-between gap-3">
              <p>{sayRule(kept)}</p>
              <Button onClick={() => setOpen({ what: 'roles', before: kept })}>Change roles</Button>
            </div>
          </div>
        )}
      </Shown>
      <Shown reading={tokens} what="tokens for provisioning" lines={1}>{(all) => <TokenTable tokens={all} onRevoke={(token) => setOpen({ what: 'revoke', token })} />}</Shown>
      {open?.what === 'roles' && <RolesForm before={open.before} onSubmit={onChange} onClose={close} />}
      {open?.what === 'token' && (
        // Where it succeeds the secret takes the place of the question.
        <FormDialog title="Create a token for provisioning?" act="Create token" onSubmit={create} onClose={() => setOpen((was) => (was?.what === 'secret' ? was : undefined))}>
          <p>It belongs to a service of its own, and does nothing but keep people and groups. It makes no owner and touches none. It ends when it is revoked.</p>
        </FormDialog>
      )}
      {open?.what === 'secret' && (
        <Dialog open title="Copy the token now" subtitle="It is shown only this once." onClose={close} foot={<Button kind="primary" onClick={close}>I have copied it</Button>}>
          <CopiedField label="Token" value={open.secret} />
        </Dialog>
      )}
      {open?.what === 'revoke' && (
        <FormDialog title={`Revoke ${open.token.name}?`} act="Revoke token" tone="danger" onSubmit={() => onRevoke(open.token)} onClose={close}>
          <p>The identity provider that uses it changes nothing here any more. Members stay as they are.</p>
        </FormDialog>
      )}
    </Card>
  )
}

function TokenTable({ tokens, onRevoke }: { readonly tokens: readonly Token[]; onRevoke(token: Token): void }) {
  const format = useFormat()
  return (
    <Table
      caption="Tokens for provisioning"
      rows={tokens}
      rowKey={({ id }) => id}
      empty="No token yet: nothing is provisioned."
      columns={[
        { key: 'name', label: 'Token', cell: ({ name }) => name },
        { key: 'created', label: 'Created', cell: ({ createdAt }) => <span className="figures">{format.date(createdAt.slice(0, 10))}</span> },
        { key: 'used', label: 'Last used', cell: ({ lastUsedAt }) => <span className="figures">{lastUsedAt ? format.instant(lastUsedAt) : 'Never'}</span> },
        { key: 'acts', label: '', numeric: true, cell: (token) => <Button kind="quiet" aria-label={`Revoke ${token.name}`} onClick={() => onRevoke(token)}>Revoke</Button> },
      ]}
    />
  )
}

const noAccess: Option<Role | 'none'> = { value: 'none', label: 'No access' }

function RolesForm({ before, onSubmit, onClose }: { readonly before: Provisioning; onSubmit(change: ProvisioningChange): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const [role, setRole] = useState<Role | 'none'>(before.defaultRole ?? 'none')
  const [groups, setGroups] = useState(groupLines(before.roles))
  const read = rolesOfLines(groups)
  return (
    <FormDialog title="Roles of provisioned people" act="Save" notYet={read.ok ? undefined : `Line ${read.line} is no “group = role”.`} onSubmit={() => onSubmit({ version: before.version, defaultRole: role === 'none' ? null : role, roles: read.ok ? [...read.roles] : [] })} onClose={onClose}>
      {(problem) => (
        <>
          <TextArea label="Roles by group" hint="One in each line: PMO = portfolio lead. The first that fits counts; members follow at once." rows={5} value={groups} onChange={setGroups} error={fieldError(problem, 'roles')} />
          <Select label="Everybody else" hint="Whom no group gives a role." value={role} options={[noAccess, ...roles.map((word): Option<Role | 'none'> => ({ value: word, label: roleWords[word].name }))]} onChange={setRole} />
        </>
      )}
    </FormDialog>
  )
}

const sayKept = ({ people, active, groups }: Provisioning): string => (told(people) === '0' ? 'Nobody has been provisioned yet.' : `${told(people)} ${told(people) === '1' ? 'person' : 'people'}, ${told(active)} of them active, and ${groups.length} ${groups.length === 1 ? 'group' : 'groups'}${groups.length === 0 ? '' : `: ${groups.slice(0, 8).map(({ name, people: count }) => `${name} (${told(count)})`).join(', ')}${groups.length > 8 ? ' and others' : ''}`}.`)

const sayRule = ({ roles: list, defaultRole }: Provisioning): string => {
  const others = defaultRole === null ? 'has no access' : `is ${roleWords[defaultRole].name}`
  return list.length === 0 ? `Everybody who is provisioned ${others}; who is a member already keeps the role.` : `${list.map(({ group, role }) => `${group} gives ${roleWords[role].name}`).join('; ')}; everybody else ${others}.`
}

/** A count of people, or that it is about too few to be told. */
const told = (count: Provisioning['people']): string => (count.status === 'ok' ? `${count.value}` : 'a few')
