import type { NewSignOnProvider, Role, SignOnProtocol, SignOnProvider } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { Select, type Option } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog, useMerge } from '../../../../wire/index.ts'
import { roles, roleWords } from '../../../words.ts'
import { CopiedField } from './CopiedField.tsx'
import { draftLabels, draftOf, missingIn, providerOf, type ProviderDraft } from './provider-draft.ts'

type ProviderFormProps = { readonly before?: SignOnProvider; readonly origin: string; /** Given the version that it was entered upon. */ onSubmit(provider: NewSignOnProvider, version: number): Promise<Result<unknown, Problem>>; onClose(): void }

const roleOptions: readonly Option<Role | 'none'>[] = [{ value: 'none', label: 'None: groups alone decide' }, ...roles.map((role): Option<Role> => ({ value: role, label: roleWords[role].name }))]
const protocols: readonly Option<SignOnProtocol>[] = [{ value: 'oidc', label: 'OpenID Connect' }, { value: 'saml', label: 'SAML 2.0' }]

/** A provider, new or changed. The addresses that it needs of us are there before it is saved. */
export function ProviderForm({ before, origin, onSubmit, onClose }: ProviderFormProps) {
  const [id] = useState(() => before?.id ?? crypto.randomUUID())
  const merge = useMerge<ProviderDraft, number>({ now: { fields: draftOf(before), seen: before?.version ?? 0 }, send: (mine, { seen }) => onSubmit(providerOf(id, mine), seen), label: (field) => draftLabels[field] })
  const [draft, setDraft] = useState(merge.base.fields)
  const put = <Name extends keyof ProviderDraft>(name: Name) => (value: ProviderDraft[Name]) => setDraft((was) => ({ ...was, [name]: value }))
  const here = `${origin}/api/people/sign-on/${id}`
  return (
    <FormDialog title={before ? `Change ${before.name}` : 'Add a provider'} act={before ? 'Save' : 'Add provider'} size="wide" notYet={missingIn(draft, before)} merge={merge} onSubmit={() => merge.save(draft)} onClose={onClose}>
      {(problem) => (
        <>
          {!before && <Select label="How it speaks" value={draft.protocol} options={protocols} onChange={(protocol) => setDraft((was) => ({ ...was, protocol, vouches: protocol === 'saml' }))} />}
          <TextField label="Name" hint="As the sign-in page calls it: “Acme login”." required data-focus-first="" maxLength={80} value={draft.name} onChange={put('name')} error={fieldError(problem, 'name')} />
          {draft.protocol === 'oidc' ? <OpenIdFields draft={draft} put={put} problem={problem} here={here} hasSecret={before?.hasSecret === true} /> : <SamlFields draft={draft} put={put} problem={problem} here={here} before={before} />}
          <TextField label="Email domains" hint="Whose people may come in for the first time, with commas." required value={draft.domains} onChange={put('domains')} error={fieldError(problem, 'domains')} />
          <Checkbox label="It verifies every address" hint="Otherwise it has to say so of each, which SAML cannot." checked={draft.vouches} onChange={put('vouches')} />
          <Checkbox label="Who is new gets an account" hint="Otherwise members alone are let in." checked={draft.createsAccounts} onChange={put('createsAccounts')} />
          <Select label="Role of who is new" value={draft.role} options={roleOptions} onChange={put('role')} />
          <TextField label={draft.protocol === 'saml' ? 'Attribute with the groups' : 'Claim with the groups'} value={draft.claim} onChange={put('claim')} />
          <TextArea label="Roles by group" hint="One in each line: pmo = editor. The first that fits counts, at every sign-in." rows={3} value={draft.groups} onChange={put('groups')} />
          <Checkbox label="In use" checked={draft.enabled} onChange={put('enabled')} />
        </>
      )}
    </FormDialog>
  )
}

type FieldsProps = { readonly draft: ProviderDraft; put<Name extends keyof ProviderDraft>(name: Name): (value: ProviderDraft[Name]) => void; readonly problem: Problem | undefined; readonly here: string }

function OpenIdFields({ draft, put, problem, here, hasSecret }: FieldsProps & { readonly hasSecret: boolean }) {
  return (
    <>
      <CopiedField label="Address to come back to" hint="Give this to the provider as the redirect address." value={`${here}/callback`} />
      <CopiedField label="Address for back-channel logout" hint="Where the provider says so, sessions here end with those there." value={`${here}/backchannel-logout`} />
      <TextField label="Issuer" hint="https://login.example.org, as its discovery document names it." required value={draft.issuer} onChange={put('issuer')} error={problem?.code === 'provider_unfit' ? problem.detail : fieldError(problem, 'issuer')} />
      <TextField label="Client id" required value={draft.clientId} onChange={put('clientId')} error={fieldError(problem, 'clientId')} />
      <TextField label="Client secret" type="password" autoComplete="off" hint={hasSecret ? 'There is one; leave this empty to keep it.' : 'Kept encrypted, never shown again. Empty for a public client.'} value={draft.secret} onChange={put('secret')} />
    </>
  )
}

function SamlFields({ draft, put, problem, here, before }: FieldsProps & { readonly before: SignOnProvider | undefined }) {
  const unfit = problem?.code === 'provider_unfit' || problem?.code === 'server_key_missing' ? problem.detail : undefined
  return (
    <>
      <CopiedField label="Our metadata, and our entity id" hint="Give this address to the provider, or open it and save the file." value={`${here}/metadata`} />
      <CopiedField label="Where it sends its answers" hint="The assertion consumer service, by HTTP-POST. Assertions have to be signed with SHA-256." value={`${here}/acs`} />
      <TextField label="Address of the provider’s metadata" hint="Read again by itself, so that new certificates are known." value={draft.metadataUrl} onChange={put('metadataUrl')} error={unfit ?? fieldError(problem, 'saml/metadataUrl')} />
      <TextArea label="Or the metadata themselves" hint={before ? 'Leave this empty to keep those there are.' : 'The XML that the provider gives out.'} rows={3} value={draft.metadata} onChange={put('metadata')} error={fieldError(problem, 'saml/metadata')} />
      {before?.saml && <Certificates saml={before.saml} />}
      <Checkbox label="Sign our requests" hint="By a key that the server makes and keeps encrypted; its certificate is in our metadata." checked={draft.signsRequests} onChange={put('signsRequests')} />
      <TextField label="Attribute with the address" hint="Empty for the usual names, or a name id that is an address." value={draft.emailAttribute} onChange={put('emailAttribute')} />
      <TextField label="Attribute with the name" hint="Empty for the usual names." value={draft.nameAttribute} onChange={put('nameAttribute')} />
    </>
  )
}

/** The certificates in force, to be compared with those that the provider shows. */
function Certificates({ saml }: { readonly saml: NonNullable<SignOnProvider['saml']> }) {
  return (
    <ul className="quiet" aria-label="Certificates in force">
      {saml.certificates.map(({ fingerprint, endsAt }) => <li key={fingerprint} className="figures break-all">SHA-256 {fingerprint}, until {endsAt.slice(0, 10)}</li>)}
    </ul>
  )
}
