import type { AppSecret, Factors as Found, Passkey } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Fingerprint, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../format/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { FormDialog, ProblemNote } from '../../wire/index.ts'
import { AddApp } from './AddApp.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

type Outcome<T> = Promise<Result<T, Problem>>
/** New recovery codes where there were none before. */
export type FactorOutcome = { readonly recoveryCodes: readonly string[] | null }
export type FactorsProps = {
  readonly factors: Found
  /** Whether this browser can make passkeys. */
  readonly passkeys: boolean
  onBeginApp(): Outcome<AppSecret>
  onConfirmApp(code: string): Outcome<FactorOutcome>
  onRemoveApp(): Outcome<unknown>
  onAddPasskey(name: string): Outcome<FactorOutcome>
  onRemovePasskey(passkey: Passkey): Outcome<unknown>
  onRenewCodes(): Outcome<{ readonly recoveryCodes: readonly string[] }>
  /** Called when the recovery codes were seen, or there were none to see. */
  onAdded?(): void
}
type Open = { readonly kind: 'app'; readonly secret: AppSecret } | { readonly kind: 'codes'; readonly codes: readonly string[] } | { readonly kind: 'passkey' | 'remove-app' | 'renew' } | { readonly kind: 'remove-passkey'; readonly passkey: Passkey }

/** The second factors of the person at the screen, and how to add and remove them. */
export function Factors(props: FactorsProps) {
  const { factors, passkeys, onBeginApp, onAdded } = props
  const format = useFormat()
  const [open, setOpen] = useState<Open>()
  const [problem, setProblem] = useState<Problem>()
  const begin = async () => {
    const begun = await onBeginApp()
    setProblem(begun.ok ? undefined : begun.refusal)
    if (begun.ok) setOpen({ kind: 'app', secret: begun.value })
  }
  const none = factors.app === null && factors.passkeys.length === 0
  return (
    <div className="grid gap-4">
      <ProblemNote problem={problem} />
      <ul className="grid gap-3">
        <Line icon={<Smartphone aria-hidden="true" />} name="Authenticator app" note={factors.app ? `In use since ${format.date(factors.app.since.slice(0, 10))}` : 'Six digits from an app on your phone'}>
          {factors.app ? <Button kind="quiet" aria-label="Remove the authenticator app" onClick={() => setOpen({ kind: 'remove-app' })}>Remove</Button> : <Button onClick={() => void begin()}>Add an app</Button>}
        </Line>
        {factors.passkeys.map((passkey) => (
          <Line key={passkey.id} icon={<Fingerprint aria-hidden="true" />} name={passkey.name} note={`Passkey${passkey.synced ? ', synced' : ' on one device'}${passkey.opensHere ? '' : ', opens another organisation'}, ${passkey.lastUsedAt ? `last used ${format.instant(passkey.lastUsedAt)}` : `added ${format.date(passkey.createdAt.slice(0, 10))}`}`}>
            <Button kind="quiet" aria-label={`Remove ${passkey.name}`} onClick={() => setOpen({ kind: 'remove-passkey', passkey })}>Remove</Button>
          </Line>
        ))}
        <Line icon={<Fingerprint aria-hidden="true" />} name={factors.passkeys.length > 0 ? 'Another passkey' : 'Passkey'} note={passkeys ? 'Fingerprint, face, PIN or a security key; signs in without the password' : 'This browser makes no passkeys here: they need https'}>
          <Button disabled={!passkeys} onClick={() => setOpen({ kind: 'passkey' })}>Add a passkey</Button>
        </Line>
      </ul>
      {!none && (
        <p className="flex flex-wrap items-center gap-3">
          <span>{factors.recoveryCodesLeft === 0 ? 'No recovery codes are left.' : `${factors.recoveryCodesLeft} recovery ${factors.recoveryCodesLeft === 1 ? 'code is' : 'codes are'} left, for when a device is lost.`}</span>
          <Button kind="quiet" onClick={() => setOpen({ kind: 'renew' })}>Make new codes</Button>
        </p>
      )}
      <Dialogs {...props} open={open} setOpen={setOpen} onSeen={() => onAdded?.()} />
    </div>
  )
}

const Line = ({ icon, name, note, children }: { readonly icon: React.ReactNode; readonly name: string; readonly note: string; readonly children: React.ReactNode }) => (
  <li className="flex items-center gap-3">
    <span className="text-ink-2">{icon}</span>
    <span className="grow">
      <span className="block font-medium">{name}</span>
      <span className="quiet block">{note}</span>
    </span>
    {children}
  </li>
)

function Dialogs({ open, setOpen, onSeen, onConfirmApp, onRemoveApp, onAddPasskey, onRemovePasskey, onRenewCodes }: FactorsProps & { readonly open: Open | undefined; setOpen(open: Open | undefined): void; onSeen(): void }) {
  const close = () => setOpen(undefined)
  /** After a factor was added: the codes where there are new ones. The dialog that asked closes itself first. */
  const added = async (outcome: Outcome<FactorOutcome>) => {
    const done = await outcome
    if (done.ok) setTimeout(() => (done.value.recoveryCodes ? setOpen({ kind: 'codes', codes: done.value.recoveryCodes }) : onSeen()))
    return done
  }
  const renewed = async () => {
    const done = await onRenewCodes()
    if (done.ok) setTimeout(() => setOpen({ kind: 'codes', codes: done.value.recoveryCodes }))
    return done
  }
  switch (open?.kind) {
    case undefined:
      return null
    case 'app':
      return <AddApp secret={open.secret} onConfirm={(code) => added(onConfirmApp(code))} onClose={close} />
    case 'passkey':
      return <AddPasskey onAdd={(name) => added(onAddPasskey(name))} onClose={close} />
    case 'codes':
      return <RecoveryCodes codes={open.codes} onClose={() => (close(), onSeen())} />
    case 'remove-app':
      return <Remove name="the authenticator app" onRemove={onRemoveApp} onClose={close} />
    case 'remove-passkey':
      return <Remove name={open.passkey.name} onRemove={() => onRemovePasskey(open.passkey)} onClose={close} />
    case 'renew':
      return (
        <FormDialog title="Make new recovery codes?" act="Make new codes" onSubmit={renewed} onClose={close}>
          <p>The codes you have now stop working.</p>
        </FormDialog>
      )
  }
}

const Remove = ({ name, onRemove, onClose }: { readonly name: string; onRemove(): Outcome<unknown>; onClose(): void }) => (
  <FormDialog title={`Remove ${name}?`} act="Remove" tone="danger" onSubmit={onRemove} onClose={onClose}>
    <p>It no longer helps to sign in to your account.</p>
  </FormDialog>
)

function AddPasskey({ onAdd, onClose }: { onAdd(name: string): Outcome<unknown>; onClose(): void }) {
  const [name, setName] = useState('')
  return (
    <FormDialog title="Add a passkey" subtitle="Your browser then asks for your fingerprint, face, PIN or security key." act="Add a passkey" onSubmit={() => onAdd(name.trim())} onClose={onClose}>
      <TextField label="Name" hint="By which you know it again: “Work laptop”." required data-focus-first="" maxLength={80} value={name} onChange={setName} />
    </FormDialog>
  )
}
