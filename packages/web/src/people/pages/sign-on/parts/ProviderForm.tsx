import type { NewSignOnProvider, Role, SignOnProvider } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { Select, type Option } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog } from '../../../../wire/index.ts'
import { roles, roleWords } from '../../../words.ts'
import { groupLines, rolesOfLines } from './group-lines.ts'

type ProviderFormProps = { readonly before?: SignOnProvider; readonly origin: string; onSubmit(provider: NewSignOnProvider): Promise<Result<unknown, Problem>>; onClose(): void }

const roleOptions: readonly Option<Role | 'none'>[] = [{ value: 'none', label: 'None: groups alone decide' }, ...roles.map((role): Option<Role> => ({ value: role, label: roleWords[role].name }))]

/** An OpenID provider, new or changed. Its address to come back to is there before it is saved, to be given to the provider. */
export function ProviderForm({ before, origin, onSubmit, onClose }: ProviderFormProps) {
  const [id] = useState(() => before?.id ?? crypto.randomUUID())
  const [name, setName] = useState(before?.name ?? '')
  const [issuer, setIssuer] = useState(before?.issuer ?? '')
  const [clientId, setClientId] = useState(before?.clientId ?? '')
  const [secret, setSecret] = useState('')
  const [domains, setDomains] = useState(before?.domains.join(', ') ?? '')
  const [creates, setCreates] = useState(before?.createsAccounts ?? true)
  const [role, setRole] = useState<Role | 'none'>(before ? (before.defaultRole ?? 'none') : 'viewer')
  const [claim, setClaim] = useState(before?.groupsClaim ?? 'groups')
  const [groups, setGroups] = useState(groupLines(before?.roles ?? []))
  const [enabled, setEnabled] = useState(before?.enabled ?? true)
  const read = rolesOfLines(groups)
  const listed = domains.toLowerCase().split(/[\s,]+/).filter(Boolean)
  const notYet = [name, issuer, clientId].some((text) => text.trim() === '') || listed.length === 0 ? 'Give name, issuer, client id and a domain.' : read.ok ? undefined : `Line ${read.line} is no “group = role”.`
  const send = () =>
    onSubmit({ id, protocol: 'oidc', name: name.trim(), issuer: issuer.trim(), clientId: clientId.trim(), ...(secret === '' ? {} : { clientSecret: secret }), domains: listed, createsAccounts: creates, vouchesForAddresses: before?.vouchesForAddresses ?? false, defaultRole: role === 'none' ? null : role, groupsClaim: claim.trim() || 'groups', roles: read.ok ? [...read.roles] : [], enabled })
  return (
    <FormDialog title={before ? `Change ${before.name}` : 'Add an OpenID provider'} act={before ? 'Save' : 'Add provider'} size="wide" notYet={notYet} onSubmit={send} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Address to come back to" hint="Give this to the provider as the redirect address." readOnly value={`${origin}/api/people/sign-on/${id}/callback`} onChange={() => undefined} onFocus={(event) => event.currentTarget.select()} />
          <TextField label="Name" hint="As the sign-in page calls it: “Acme login”." required data-focus-first="" maxLength={80} value={name} onChange={setName} error={fieldError(problem, 'name')} />
          <TextField label="Issuer" hint="https://login.example.org, as its discovery document names it." required value={issuer} onChange={setIssuer} error={problem?.code === 'provider_unfit' ? problem.detail : fieldError(problem, 'issuer')} />
          <TextField label="Client id" required value={clientId} onChange={setClientId} error={fieldError(problem, 'clientId')} />
          <TextField label="Client secret" type="password" autoComplete="off" hint={before?.hasSecret ? 'There is one; leave this empty to keep it.' : 'Kept encrypted, never shown again. Empty for a public client.'} value={secret} onChange={setSecret} />
          <TextField label="Email domains" hint="Whose people may come in for the first time, with commas." required value={domains} onChange={setDomains} error={fieldError(problem, 'domains')} />
          <Checkbox label="Who is new gets an account" hint="Otherwise members alone are let in." checked={creates} onChange={setCreates} />
          <Select label="Role of who is new" value={role} options={roleOptions} onChange={setRole} />
          <TextField label="Claim with the groups" value={claim} onChange={setClaim} />
          <TextArea label="Roles by group" hint="One in each line: pmo = editor. The first that fits counts, at every sign-in." rows={3} value={groups} onChange={setGroups} />
          <Checkbox label="In use" checked={enabled} onChange={setEnabled} />
        </>
      )}
    </FormDialog>
  )
}
