import type { Webhook } from '@throughline/contract/governance'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog, useMerge } from '../../../../wire/index.ts'
import { kindsOf, webhookWords as words } from '../words.ts'

/** What is said of a webhook when it is added or changed. */
export type WebhookEntered = { readonly name: string; readonly address: string; readonly kinds: readonly string[]; readonly on: boolean }
type Entered = { readonly name: string; readonly address: string; readonly kinds: string; readonly on: boolean }
const labels = { name: words.name, address: words.address, kinds: words.kinds, on: words.on } as const

/** A webhook: new where none is given. */
export function WebhookForm({ webhook, onSubmit, onClose }: { readonly webhook: Webhook | undefined; onSubmit(entered: WebhookEntered, version: number): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const merge = useMerge<Entered, number>({
    now: { fields: { name: webhook?.name ?? '', address: webhook?.address ?? 'https://', kinds: webhook?.kinds.join(', ') ?? '', on: (webhook?.state ?? 'on') === 'on' }, seen: webhook?.version ?? 0 },
    send: (mine, { seen }) => onSubmit({ ...mine, kinds: kindsOf(mine.kinds) }, seen),
    label: (field) => labels[field],
  })
  const [entered, setEntered] = useState(merge.base.fields)
  const set = (change: Partial<Entered>) => setEntered((before) => ({ ...before, ...change }))
  const notYet = entered.name.trim() === '' ? 'Give it a name.' : /^https?:\/\/./.test(entered.address) ? undefined : 'Give it an address.'
  return (
    <FormDialog title={webhook ? `${words.change} ${webhook.name}` : words.add} act={webhook ? 'Save' : words.add} notYet={notYet} merge={merge} onSubmit={() => merge.save(entered)} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label={labels.name} required data-focus-first="" maxLength={120} value={entered.name} onChange={(name) => set({ name })} error={fieldError(problem, 'name')} />
          <TextField label={labels.address} hint={words.addressHint} required type="url" maxLength={1000} value={entered.address} onChange={(address) => set({ address })} error={fieldError(problem, 'address')} />
          <TextField label={labels.kinds} hint={words.kindsHint} maxLength={2000} value={entered.kinds} onChange={(kinds) => set({ kinds })} error={fieldError(problem, 'kinds')} />
          {webhook && <Checkbox label={labels.on} hint={words.onHint} checked={entered.on} onChange={(on) => set({ on })} />}
        </>
      )}
    </FormDialog>
  )
}
