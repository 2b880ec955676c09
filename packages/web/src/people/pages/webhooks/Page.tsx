import type { Webhook, WebhookDelivery } from '@throughline/contract/governance'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { Dialog } from '../../../ui/overlays/Dialog.tsx'
import { RefusedState } from '../../../ui/states/states.tsx'
import { FormDialog, Shown, type Reading } from '../../../wire/index.ts'
import { Deliveries } from './parts/Deliveries.tsx'
import { WebhookForm, type WebhookEntered } from './parts/WebhookForm.tsx'
import { stateWords, webhookWords as words } from './words.ts'

type Done = Promise<Result<unknown, Problem>>
type Secret = Promise<Result<{ readonly secret: string }, Problem>>
export type WebhooksProps = {
  readonly canAdminister: boolean
  readonly webhooks: Reading<readonly Webhook[]>
  /** What the one whose log is open was sent. */
  readonly log: Reading<readonly WebhookDelivery[]>
  readonly logOf: string | undefined
  onLog(id: string | undefined): void
  onAdd(entered: WebhookEntered): Secret
  onChange(webhook: Webhook, entered: WebhookEntered): Done
  onRenew(webhook: Webhook): Secret
  onRemove(webhook: Webhook): Done
  onPing(webhook: Webhook): void
  onAgain(delivery: WebhookDelivery): void
  readonly proof?: ReactNode
}
type Asking = { readonly what: 'add' } | { readonly what: 'change' | 'renew' | 'remove'; readonly webhook: Webhook } | { readonly what: 'secret'; readonly secret: string }

/** The addresses that are told of acts, what each was sent, and whether it arrived. */
export function WebhooksPage(props: WebhooksProps) {
  const { canAdminister, webhooks, logOf, onLog } = props
  const [asking, setAsking] = useState<Asking>()
  if (!canAdminister) return <PageFrame title={words.title}><RefusedState title={words.refusedTitle} reason={words.refusedReason} tryNext={words.refusedNext} /></PageFrame>
  const open = webhooks.state === 'full' ? webhooks.value.find(({ id }) => id === logOf) : undefined
  return (
    <PageFrame title={words.title} note={words.note} actions={<Button kind="primary" icon={<Plus />} onClick={() => setAsking({ what: 'add' })}>{words.add}</Button>}>
      <Card flush title={words.title}>
        <Shown reading={webhooks} what="webhooks" lines={3}>{(rows) => <List rows={rows} onLog={onLog} onAsk={setAsking} />}</Shown>
      </Card>
      {open && <Deliveries webhook={open} log={props.log} onPing={() => props.onPing(open)} onAgain={props.onAgain} onClose={() => onLog(undefined)} />}
      {asking && <Asked {...props} asking={asking} onAsk={setAsking} />}
      {props.proof}
    </PageFrame>
  )
}

function List({ rows, onLog, onAsk }: { readonly rows: readonly Webhook[]; onLog(id: string): void; onAsk(asking: Asking): void }) {
  const format = useFormat()
  const ask = (what: 'change' | 'renew' | 'remove', label: string, webhook: Webhook) => <Button kind="quiet" aria-label={`${label}: ${webhook.name}`} onClick={() => onAsk({ what, webhook })}>{label}</Button>
  return (
    <Table
      caption={words.title}
      rows={rows}
      rowKey={({ id }) => id}
      empty={words.empty}
      columns={[
        { key: 'name', label: words.name, cell: ({ name, address }) => <span className="grid"><span className="font-medium">{name}</span><span className="quiet break-all">{address}</span></span> },
        { key: 'kinds', label: words.kinds, cell: ({ kinds }) => (kinds.length === 0 ? words.everything : kinds.join(', ')) },
        { key: 'state', label: 'State', cell: ({ state, failingSince }) => <span className="grid"><StatusMark {...stateWords[state]} />{failingSince && <span className="quiet figures">failing since {format.instant(failingSince)}</span>}</span> },
        { key: 'waiting', label: 'Waiting', numeric: true, cell: ({ waiting }) => format.number(waiting, 0) },
        {
          key: 'acts', label: 'Acts',
          cell: (webhook) => (
            <span className="flex flex-wrap">
              <Button kind="quiet" aria-label={`${words.log}: ${webhook.name}`} onClick={() => onLog(webhook.id)}>{words.log}</Button>
              {ask('change', words.change, webhook)}
              {ask('renew', words.renew, webhook)}
              {ask('remove', words.remove, webhook)}
            </span>
          ),
        },
      ]}
    />
  )
}

function Asked({ asking, onAsk, webhooks, onAdd, onChange, onRenew, onRemove }: WebhooksProps & { readonly asking: Asking; onAsk(asking: Asking | undefined): void }) {
  const close = () => onAsk(undefined)
  /** Shows the secret in place of the form that brought it. */
  const shown = async (outcome: Secret): Done => {
    const found = await outcome
    // After the form has closed itself.
    if (found.ok) setTimeout(() => onAsk({ what: 'secret', secret: found.value.secret }))
    return found
  }
  switch (asking.what) {
    case 'add':
      return <WebhookForm webhook={undefined} onSubmit={(entered) => shown(onAdd(entered))} onClose={close} />
    case 'change': {
      const now = webhooks.state === 'full' ? webhooks.value.find(({ id }) => id === asking.webhook.id) : undefined
      return <WebhookForm webhook={now ?? asking.webhook} onSubmit={(entered, version) => onChange({ ...asking.webhook, version }, entered)} onClose={close} />
    }
    case 'renew':
      return <FormDialog title={words.renewing(asking.webhook.name)} act={words.renew} onSubmit={() => shown(onRenew(asking.webhook))} onClose={close}><p>{words.renewingWhy}</p></FormDialog>
    case 'remove':
      return <FormDialog title={words.removing(asking.webhook.name)} act={words.remove} tone="danger" onSubmit={() => onRemove(asking.webhook)} onClose={close}><p>{words.removingWhy}</p></FormDialog>
    case 'secret':
      return <ShownSecret secret={asking.secret} onClose={close} />
  }
}

function ShownSecret({ secret, onClose }: { readonly secret: string; onClose(): void }) {
  const [copied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard?.writeText(secret).then(() => setCopied(true))
  return (
    <Dialog open title={words.secretTitle} subtitle={words.secretWhy} onClose={onClose} foot={<><Button onClick={copy}>{copied ? words.copied : words.copy}</Button><Button kind="primary" onClick={onClose}>{words.done}</Button></>}>
      <code className="block break-all rounded-node border border-border p-3">{secret}</code>
    </Dialog>
  )
}
