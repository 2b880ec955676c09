import { permissionsOfRole, type Role, type Token, type Session } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Check, Copy, Plus } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select, type Option } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { Dialog } from '../../../../ui/overlays/Dialog.tsx'
import { FormDialog, Shown, fieldError, type Reading } from '../../../../wire/index.ts'
import { roleWords, roles } from '../../../words.ts'

export type NewTokenEntered = { readonly name: string; readonly role: Role; readonly expiresInDays?: number }
export type TokensProps = {
  readonly tokens: Reading<readonly Token[]>
  /** A token can do at most what its maker can. */
  readonly may: Session['may']
  /** Resolves with the secret, which is shown this once. */
  onCreate(token: NewTokenEntered): Promise<Result<{ readonly secret: string }, Problem>>
  onRevoke(token: Token): Promise<Result<unknown, Problem>>
}

/** API tokens of the person at the screen. */
export function Tokens({ tokens, may, onCreate, onRevoke }: TokensProps) {
  const format = useFormat()
  const [open, setOpen] = useState<'create' | Token>()
  const [secret, setSecret] = useState<string>()
  const create = async (entered: NewTokenEntered) => {
    const outcome = await onCreate(entered)
    if (outcome.ok) setSecret(outcome.value.secret)
    return outcome
  }
  return (
    <Card flush title="Your API tokens" note="For the command line and for your own programs" actions={may.includes('own') && <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen('create')}>Create token</Button>}>
      <Shown reading={tokens} what="API tokens" lines={3}>
        {(all) => (
          <Table
            caption="Your API tokens"
            rows={all}
            rowKey={(token) => token.id}
            empty="No tokens. Create one to use the command line or the API."
            columns={[
              { key: 'name', label: 'Name', cell: (token) => <span className="font-medium">{token.name}</span> },
              { key: 'role', label: 'Role', cell: (token) => token.role === null ? `${token.may.length} rights` : roleWords[token.role].name },
              { key: 'created', label: 'Created', cell: (token) => <span className="figures">{format.date(token.createdAt.slice(0, 10))}</span> },
              { key: 'used', label: 'Last used', cell: (token) => <span className="figures">{token.lastUsedAt ? format.instant(token.lastUsedAt) : 'Never'}</span> },
              { key: 'expires', label: 'Expires', cell: (token) => <span className="figures">{token.expiresAt ? format.date(token.expiresAt.slice(0, 10)) : 'Never'}</span> },
              ...(may.includes('own') ? [{ key: 'acts', label: '', numeric: true, cell: (token: Token) => <Button kind="quiet" aria-label={`Revoke ${token.name}`} onClick={() => setOpen(token)}>Revoke</Button> }] : []),
            ]}
          />
        )}
      </Shown>
      {open === 'create' && <CreateToken may={may} onCreate={create} onClose={() => setOpen(undefined)} />}
      {open !== undefined && open !== 'create' && (
        <FormDialog title={`Revoke ${open.name}?`} act="Revoke token" tone="danger" onSubmit={() => onRevoke(open)} onClose={() => setOpen(undefined)}>
          <p>Whatever uses this token is refused from now on. This cannot be undone; a new token can be made.</p>
        </FormDialog>
      )}
      {secret !== undefined && <Secret secret={secret} onClose={() => setSecret(undefined)} />}
    </Card>
  )
}

function CreateToken({ may, onCreate, onClose }: { readonly may: Session['may']; onCreate(entered: NewTokenEntered): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<Role>('viewer')
  const [days, setDays] = useState<string | null>('90')
  const allowed = roles.filter((word) => permissionsOfRole[word].every((right) => may.includes(right)))
  return (
    <FormDialog title="Create an API token" act="Create token" onSubmit={() => onCreate({ name, role: chosen, ...(days === null ? {} : { expiresInDays: Number(days) }) })} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" hint="What will use it: “Nightly export”." required data-focus-first="" maxLength={80} value={name} onChange={setName} error={fieldError(problem, 'name')} />
          <Select label="Role" hint={`It ${roleWords[chosen].may}.`} value={chosen} options={allowed.map((word): Option<Role> => ({ value: word, label: roleWords[word].name }))} onChange={(word) => setChosen(word)} />
          <NumberField label="Expires after" unit="days" hint="Leave empty for a token that never expires." min={1} max={3650} value={days} onChange={setDays} />
        </>
      )}
    </FormDialog>
  )
}

/** The secret, once. It is not kept in the page after the dialog closes, and the server keeps only its hash. */
export function Secret({ secret, onClose }: { readonly secret: string; onClose(): void }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    setCopied(true)
  }
  return (
    <Dialog open title="Copy the token now" subtitle="It is shown only this once." onClose={onClose} foot={<Button kind="primary" onClick={onClose}>I have copied it</Button>}>
      <div className="flex items-end gap-2">
        <TextField className="grow" label="Token" readOnly value={secret} onChange={() => undefined} onFocus={(event) => event.currentTarget.select()} data-focus-first="" />
        <Button icon={copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />} onClick={() => void copy().catch(() => setCopied(false))}>
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p className="quiet mt-3" aria-live="polite">{copied ? 'Copied to the clipboard.' : 'Send it as “Authorization: Bearer” with each request.'}</p>
    </Dialog>
  )
}
