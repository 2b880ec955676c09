import type { NewSignOnProvider, SignOnProvider } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { FormDialog, Shown, type Reading } from '../../../wire/index.ts'
import { roleWords } from '../../words.ts'
import { ProviderForm } from './parts/ProviderForm.tsx'
import { ProvisioningCard, type ProvisioningProps } from './parts/ProvisioningCard.tsx'

export type SignOnProps = {
  readonly providers: Reading<readonly SignOnProvider[]>
  readonly canAdminister: boolean
  /** The address of this installation, with which the addresses for the provider begin. */
  readonly origin: string
  readonly provisioning: Omit<ProvisioningProps, 'origin'>
  /** The question for a recent sign-in, while it is asked. */
  readonly proof?: ReactNode
  onAdd(provider: NewSignOnProvider): Promise<Result<unknown, Problem>>
  /** Given the version that the form was entered upon. */
  onChange(after: NewSignOnProvider, version: number): Promise<Result<unknown, Problem>>
  onRemove(provider: SignOnProvider): Promise<Result<unknown, Problem>>
}

type Open = { readonly form: 'add' } | { readonly form: 'change' | 'remove'; readonly provider: SignOnProvider }

/** The identity providers that people of the organisation sign in by. */
export function SignOnPage({ providers, canAdminister, origin, provisioning, proof, onAdd, onChange, onRemove }: SignOnProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  if (!canAdminister) return <PageFrame title="Single sign-on" note="Identity providers are arranged by who gives access: an owner or an administrator.">{null}</PageFrame>
  return (
    <PageFrame title="Single sign-on" note="People sign in with the account they have at your identity provider. Passwords go on working beside it.">
      <Card flush title="Identity providers" actions={<Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'add' })}>Add provider</Button>}>
        <Shown reading={providers} what="identity providers" lines={2}>
          {(all) => (
            <Table
              caption="Identity providers"
              rows={all}
              rowKey={({ id }) => id}
              empty="None. Add the identity provider of your organisation, by OpenID Connect or SAML."
              columns={[
                { key: 'name', label: 'Name', cell: ({ name }) => <span className="font-medium">{name}</span> },
                { key: 'protocol', label: 'By', cell: ({ protocol }) => (protocol === 'saml' ? 'SAML 2.0' : 'OpenID Connect') },
                { key: 'issuer', label: 'Issuer', cell: ({ issuer }) => issuer },
                { key: 'domains', label: 'Domains', cell: ({ domains }) => domains.join(', ') },
                { key: 'new', label: 'Who is new', cell: ({ createsAccounts, defaultRole }) => (createsAccounts ? (defaultRole ? `becomes ${roleWords[defaultRole].name}` : 'joins by group') : 'is not let in') },
                { key: 'state', label: 'State', cell: ({ enabled, forOwners }) => (enabled ? (forOwners ? 'In use' : 'In use, not for owners until one saves it') : 'Switched off') },
                { key: 'acts', label: '', numeric: true, cell: (provider) => <><Button kind="quiet" aria-label={`Change ${provider.name}`} onClick={() => setOpen({ form: 'change', provider })}>Change</Button><Button kind="quiet" aria-label={`Remove ${provider.name}`} onClick={() => setOpen({ form: 'remove', provider })}>Remove</Button></> },
              ]}
            />
          )}
        </Shown>
      </Card>
      <ProvisioningCard {...provisioning} origin={origin} />
      {proof}
      {open?.form === 'add' && <ProviderForm origin={origin} onSubmit={onAdd} onClose={close} />}
      {open?.form === 'change' && <ProviderForm origin={origin} before={standing(providers, open.provider)} onSubmit={onChange} onClose={close} />}
      {open?.form === 'remove' && (
        <FormDialog title={`Remove ${open.provider.name}?`} act="Remove provider" tone="danger" onSubmit={() => onRemove(open.provider)} onClose={close}>
          <p>Nobody signs in by it any more. Its people stay members; who has no password gets one by a link from the Access page.</p>
        </FormDialog>
      )}
    </PageFrame>
  )
}

/** A provider as it stands by now; as it was, where it is gone. */
const standing = (providers: SignOnProps['providers'], provider: SignOnProvider): SignOnProvider => (providers.state === 'full' ? providers.value.find(({ id }) => id === provider.id) : undefined) ?? provider
